import { expect, it } from 'vitest'
import { partOf, textsOf } from '../../loaders/records/item.ts'
import { documentText, read, readItem } from '../support/documents.ts'

const { list } = readItem({ years: { 令和2年度: '・開いた。', 令和3年度: '・閉じた。' }, achieved: '○増えた。\n\n○減った。' })
const [item] = list

it('an item has the texts of each fiscal year', () => {
  expect(item?.years.map(({ fiscalYear, texts }) => [fiscalYear, texts.map(({ text }) => text)])).toEqual([
    [2020, ['・開いた。']],
    [2021, ['・閉じた。']],
  ])
})

it('an item knows the years that the document names in full', () => {
  expect([...(item?.knownYears ?? [])].sort()).toEqual([2020, 2021, 2022])
})

it('an item gives its parts and their texts', () => {
  expect(item && partOf(item, 'achieved')?.kind).toBe('achieved')
  expect(item && partOf(item, 'rating')).toBeUndefined()
  expect(item && textsOf(item, 'achieved').map(({ text }) => text)).toEqual(['○増えた。', '○減った。'])
})

it('a year without era is read by those that the document names, and reported where none does', () => {
  expect(readItem({ years: { '4年度': '・閉じた。' } }).results.map(({ fiscal_year }) => fiscal_year)).toEqual([2022])
  expect(read('No.1 窓口\n【3年度（実績）】 ・閉じた。').reported).toContain('unread-year')
})

it('a year without era is read inside the range that the document names', () => {
  expect(readItem({ years: { '3年度': '・閉じた。' } }).results.map(({ fiscal_year }) => fiscal_year)).toEqual([2021])
})

it('each item has the contents of its number', () => {
  expect(read(`1\t甲\t総務課\n${documentText({ title: '甲' })}`).list[0]?.contents?.department?.text).toBe('総務課')
})
