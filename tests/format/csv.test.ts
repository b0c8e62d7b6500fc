import { expect, it } from 'vitest'
import { csvText } from '../../src/format/csv.ts'
import { readCsv } from '../support/csv.ts'

it('quotes what would end a cell, and tells nothing from an empty text', () => {
  expect(
    csvText([
      ['項目', '注記'],
      ['1,234', 'いわゆる"目玉"'],
      ['2行\nの文', ''],
      [null, '-5'],
    ]),
  ).toBe('項目,注記\r\n"1,234","いわゆる""目玉"""\r\n"2行\nの文",""\r\n,-5\r\n')
})

it('begins with a byte order mark for Excel', () => {
  expect(csvText([['効果額']], { forExcel: true })).toBe('\ufeff効果額\r\n')
})

it('gives back what a reader of CSV takes from it', () => {
  const records = [
    ['a', 'b"c', 'd\r\ne'],
    ['', ',', ' '],
  ]
  expect(readCsv(csvText(records))).toEqual(records)
})
