import { expect, it } from 'vitest'
import { documentText, read } from '../support/documents.ts'

it('source lines are the lines untouched, with item and part', () => {
  const { sourceLines } = read(`第5次見本プラン\r\n\r\nNo.2 <b>窓口</b>\r\n【担当課：総務課】\r\nどこかの文\r\n`)
  const ofText = { source_page: null, source_box: null, source_cell: null }
  expect(sourceLines).toEqual([
    { line_no: 1, text: '第5次見本プラン', item_no: null, part: 'title', ...ofText },
    { line_no: 2, text: '', item_no: null, part: 'blank', ...ofText },
    { line_no: 3, text: 'No.2 <b>窓口</b>', item_no: 2, part: 'head', ...ofText },
    { line_no: 4, text: '【担当課：総務課】', item_no: 2, part: 'departments', ...ofText },
    { line_no: 5, text: 'どこかの文', item_no: 2, part: 'departments', ...ofText },
  ])
})

it('lines of a section without head belong to its item', () => {
  const { sourceLines } = read(documentText({ no: 1, rating: 'A' }, { headless: true, rating: 'B' }, { no: 3 }))
  expect(sourceLines.filter(({ part }) => part === 'rating').map(({ item_no }) => item_no)).toEqual([1, 2])
})
