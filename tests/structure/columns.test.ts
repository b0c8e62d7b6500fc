import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { cellsByColumn, tableHead } from '../../loaders/structure/columns.ts'
import { filledCells } from '../../loaders/structure/rows.ts'

/** The cells of a row under a head, both parted by blanks, by the number of their column. */
function columnsOf(head: string, row: string, isLead = true): Record<string, string> | undefined {
  const source = new Source(`${head}\n${row}`)
  const [first, second] = source.lines.map(({ from, to }) => Words.of(source, from, to))
  if (!first || !second) return undefined
  const found = cellsByColumn(second, tableHead(first, filledCells(first)), isLead)
  return found && Object.fromEntries([...found].map(([column, { text }]) => [column, text]))
}

describe('cells of a table that blanks part', () => {
  it('stand under the head where they begin, a full-width character taking two columns', () => {
    expect(columnsOf('          2年度  3年度  4年度', '窓口改善  ①     ②③   ④      便利にする')).toEqual({
      '-1': '窓口改善',
      '0': '①',
      '1': '②③',
      '2': '④',
      '3': '便利にする',
    })
    expect(columnsOf('          2年度  3年度  4年度', '窓口改善         ②')).toEqual({ '-1': '窓口改善', '1': '②' })
    expect(columnsOf('          2年度  3年度  4年度', '窓口改善         ②             便利にする')).toEqual({ '-1': '窓口改善', '1': '②', '3': '便利にする' })
  })

  it('are told by the number of blanks where every parting has as many', () => {
    expect(columnsOf('2年度    3年度    4年度', '窓口    ①        ③')).toEqual({ '-1': '窓口', '0': '①', '2': '③' })
  })

  it('are told by their count where all are filled', () => {
    expect(columnsOf('2年度   3年度  4年度', '窓口の改善を進める  ①  ②  ③  便利にする')).toEqual({
      '-1': '窓口の改善を進める',
      '0': '①',
      '1': '②',
      '2': '③',
      '3': '便利にする',
    })
  })

  it('are not guessed', () => {
    expect(columnsOf('2年度   3年度  4年度', '窓口の改善を進める  ①  ③')).toBeUndefined()
  })
})

describe('cells under a head whose partings differ', () => {
  const head = '          2年度   3年度  4年度'

  it('stand by where they begin, also without a lead', () => {
    expect(columnsOf(head, '          ①      ②     ③')).toEqual({ '0': '①', '1': '②', '2': '③' })
  })

  it('after the last column stand behind it', () => {
    expect(columnsOf(head, '                                        便利にする')).toEqual({ '3': '便利にする' })
  })

  it('are not guessed where one begins between two heads', () => {
    expect(columnsOf(head, '窓口改善  ①   ②')).toBeUndefined()
    expect(columnsOf(head, '窓口改善')).toBeUndefined()
  })

  it('stand by where they begin where one is filled behind a lead', () => {
    expect(columnsOf(head, '窓口改善  ①')).toEqual({ '-1': '窓口改善', '0': '①' })
  })

  it.each([
    ['alone under a head', '          ①'],
    ['behind a lead after the last column', '窓口改善                             便利にする'],
    ['both after the last column', '窓口改善  ①                           便利  早い'],
    ['right at the end of the last head', `窓口改善  ①${' '.repeat(18)}便利にする`],
  ])('are not guessed where they stand %s', (_, row) => {
    expect(columnsOf(head, row)).toBeUndefined()
  })

  it('are counted with one more where a goal ends the row', () => {
    expect(columnsOf(head, '窓口の改善を進める  ①  ②  ③', false)).toEqual({ '-1': '窓口の改善を進める', '0': '①', '1': '②', '2': '③' })
    expect(columnsOf(head, '窓口の改善を進める  ①  ②  ③', true)).toBeUndefined()
  })
})

describe('cells told by blanks', () => {
  it('are none where blanks do not come out even', () => {
    expect(columnsOf('2年度    3年度    4年度', '窓口     ①        ③')).toBeUndefined()
  })

  it('may be two, as many as part any two cells', () => {
    expect(columnsOf('2年度  3年度  4年度', '窓口  ①    ③')).toEqual({ '-1': '窓口', '0': '①', '2': '③' })
  })

  it('lead to what stands behind the last column, not further', () => {
    const head = '2年度    3年度    4年度'
    expect(columnsOf(head, '窓口    ①        ③    便利')).toEqual({ '-1': '窓口', '0': '①', '2': '③', '3': '便利' })
    expect(columnsOf(head, '窓口    ①        ③        便利')).toBeUndefined()
  })
})
