import { expect, it } from 'vitest'
import { contentsText, documentText, findings, read } from '../support/documents.ts'

const contents = contentsText([1, '甲', '総務課'], [2, '乙', '財政課'], [3, '丙', '税務課'])
const text = contents + documentText({ no: 1, title: '甲', rating: 'A' }, { headless: true, rating: 'B' }, { no: 3, title: '丙' })

it('agrees for an item with a head, misses one whose head is missing', () => {
  expect(findings(read(text), 'section-present').map(({ item_no, outcome }) => [item_no, outcome])).toEqual([
    [1, 'agrees'],
    [2, 'missing'],
    [3, 'agrees'],
  ])
})

it('misses an item that only the contents know', () => {
  const only = findings(read(contents + documentText({ no: 1, title: '甲', rating: 'A' })), 'section-present')
  expect(only.map(({ outcome }) => outcome)).toEqual(['agrees', 'missing', 'missing'])
  expect(only[2]).toMatchObject({ message: 'No.3「丙」の節がない', source_line: 4 })
})
