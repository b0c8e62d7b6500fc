import { describe, expect, it } from 'vitest'
import { documentText, itemText, messages, read } from './support/documents.ts'

const places = (text: string) => messages(text).map(({ rule, line, column }) => [rule, line, column])
const item = itemText({ departments: '総務課、財政課', rating: 'A' })

describe('what cannot be read is reported with its place', () => {
  it('text before the first label of an item', () => {
    expect(places(item.replace('\n', '\n場違いな文。\n'))).toEqual([['unread-text', 2, 1]])
  })

  it('text outside items', () => {
    expect(places(`場違いな文。\n${item}`)).toEqual([['unread-text', 1, 1]])
  })

  it('a section that no number is free for', () => {
    const text = documentText({ no: 1, rating: 'A' }, { headless: true, rating: 'B' }, { no: 2, rating: 'C' })
    expect(places(text)).toContainEqual(['unowned-section', 5, 1])
  })
})

it('rows of all items come in the order of the document', () => {
  const { initiatives } = read(documentText({ no: 1, initiatives: '①甲 ②乙' }, { no: 2, initiatives: '①丙' }))
  expect(initiatives.map(({ item_no, text }) => [item_no, text])).toEqual([
    [1, '甲'],
    [1, '乙'],
    [2, '丙'],
  ])
})
