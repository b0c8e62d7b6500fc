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

it('says what is there, what has lost its head, and what is missing', () => {
  expect(findings(read(text), 'section-present').map(({ message, fiscal_year, published, computed }) => [message, fiscal_year, published, computed])).toEqual([
    ['No.1の節がある', null, null, null],
    ['No.2「乙」の見出しのあるページがない', null, null, null],
    ['No.3の節がある', null, null, null],
  ])
})

it('misses, without contents, the numbers between those read', () => {
  const gap = documentText({ no: 2, title: '甲' }, { no: 5, title: '乙' })
  expect(findings(read(gap), 'section-present').map(({ message, source_line }) => [message, source_line])).toEqual([
    ['No.2の節がある', 2],
    ['No.3の節がない', null],
    ['No.4の節がない', null],
    ['No.5の節がある', 3],
  ])
})

it('goes by numbers, not by the order of the document', () => {
  const turned = contentsText([10, '甲', '総務課'], [9, '乙', '財政課']) + documentText({ no: 9, title: '乙' }, { no: 10, title: '甲' })
  expect(findings(read(turned), 'section-present').map(({ item_no }) => item_no)).toEqual([9, 10])
})

it('goes by numbers without contents too', () => {
  const turned = documentText({ no: 10, title: '甲' }, { no: 6, title: '乙' }, { no: 8, title: '丙' })
  expect(findings(read(turned), 'section-present').map(({ item_no, outcome }) => [item_no, outcome])).toEqual([
    [6, 'agrees'],
    [7, 'missing'],
    [8, 'agrees'],
    [9, 'missing'],
    [10, 'agrees'],
  ])
})
