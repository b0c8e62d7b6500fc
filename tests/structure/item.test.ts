import { expect, it } from 'vitest'
import { partOf, textsOf } from '../../loaders/structure/item.ts'
import { documentText, read, readItem } from '../support/documents.ts'

/** An item of two years. */
function sample() {
  const [item] = readItem({ years: { 令和2年度: '・開いた。', 令和3年度: '・閉じた。' }, achieved: '○増えた。\n\n○減った。' }).list
  return item
}

it('an item has the texts of each fiscal year', () => {
  const item = sample()
  expect(item?.years.map(({ fiscalYear, texts }) => [fiscalYear, texts.map(({ text }) => text)])).toEqual([
    [2020, ['・開いた。']],
    [2021, ['・閉じた。']],
  ])
})

it('an item knows the years that the document names in full', () => {
  const item = sample()
  expect([...(item?.knownYears ?? [])].sort()).toEqual([2020, 2021, 2022])
})

it('an item gives its parts and their texts', () => {
  const item = sample()
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

it.each(['【令和４，度（実績）】', '令和4年度（実績）】', '【令和4年度（実績）', '【令和年度（実績）】'])(
  'what %s opens is no result of the year before, and is reported',
  (head) => {
    const { results, messages } = read(`No.1 窓口\n【令和3年度（実績）】 ・開いた。\n${head} ・閉じた。\n【令和5年度（実績）】 ・建てた。`)
    expect(results.map(({ fiscal_year, text }) => [fiscal_year, text])).toEqual([
      [2021, '開いた。'],
      [2023, '建てた。'],
    ])
    expect(messages.map(({ rule, line }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['unread-year', 3],
        ['unread-text', 3],
      ]),
    )
  },
)

it('words in brackets that begin a line of the results are no head of a year', () => {
  const { results } = read('No.1 窓口\n【令和3年度（実績）】\n【新規】窓口を開いた。\n【令和3年度新規】電話を置いた。')
  expect(results.every(({ fiscal_year }) => fiscal_year === 2021)).toBe(true)
  expect(results.map(({ text }) => text).join()).toContain('電話を置いた。')
})

it('each item has the contents of its number', () => {
  expect(read(`1\t甲\t総務課\n${documentText({ title: '甲' })}`).list[0]?.contents?.department?.text).toBe('総務課')
})
