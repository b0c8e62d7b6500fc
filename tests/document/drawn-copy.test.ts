import { expect, it } from 'vitest'
import { DrawnText } from '../../loaders/document/drawn.ts'
import { DrawnCopy } from '../../loaders/document/drawn-copy.ts'

const cell = (name: string) => ({ page: 1, box: null, cell: name })

/** `年1` in A1 and `額22` in B1, with a note at B1. */
function drawn() {
  const text = new DrawnText()
  text.add('年1', cell('A1'))
  text.add('\t')
  text.add('額22', cell('B1'))
  const cells = [
    { name: 'A1', columns: 1, rows: 1, from: 0, to: 2 },
    { name: 'B1', columns: 1, rows: 1, from: 3, to: 6 },
  ]
  const page = { name: '表', width: null, height: null, glyphs: 5, images: 0, digits: 3, digitsOutside: 0, drawing: { rows: [cells] } }
  return text.finish([page], [{ ruleId: 'unread-format', reason: '額', at: 3 }])
}

it('a copy in another order keeps the cell of each letter, its cells and its notes', () => {
  const copy = new DrawnCopy(drawn())
  copy.copy({ from: 3, to: 6 })
  copy.put('は')
  copy.copy({ from: 0, to: 2 })
  const { text, at, marks, pages, notes } = copy.finish()
  expect(text).toBe('額22は年1')
  expect([...at].map((index) => marks[index]?.cell ?? null)).toEqual(['B1', 'B1', 'B1', null, 'A1', 'A1'])
  expect(pages).toMatchObject([
    {
      digits: 3,
      digitsOutside: 0,
      drawing: {
        rows: [
          [
            { name: 'A1', from: 4, to: 6 },
            { name: 'B1', from: 0, to: 3 },
          ],
        ],
      },
    },
  ])
  expect(notes).toMatchObject([{ reason: '額', at: 0 }])
})

it('what is left out counts as digits outside and is said at its cell', () => {
  const copy = new DrawnCopy(drawn())
  copy.copy({ from: 0, to: 2 })
  copy.leaveOut({ from: 3, to: 6 }, '2度ある')
  const { text, pages, notes } = copy.finish()
  expect(text).toBe('年1')
  expect(pages).toMatchObject([{ digits: 3, digitsOutside: 2 }])
  expect(notes).toMatchObject([
    { reason: '額', at: null, mark: { cell: 'B1' } },
    { ruleId: 'left-out', reason: '2度ある', at: null, mark: { cell: 'B1' } },
  ])
})
