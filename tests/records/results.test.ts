import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const rows = (text: string) => readItem({ years: { 令和2年度: text } }).results.map(({ result_no, heading, text }) => [result_no, heading, text])

describe('results', () => {
  it('are one row for each entry, numbered within the year', () => {
    const { results } = readItem({ years: { 令和2年度: '・開いた。 ・閉じた。', 令和4年度: '・続けた。' } })
    expect(results.map(({ fiscal_year, result_no, heading, text }) => [fiscal_year, result_no, heading, text])).toEqual([
      [2020, 1, null, '開いた。'],
      [2020, 2, null, '閉じた。'],
      [2022, 1, null, '続けた。'],
    ])
  })

  it('have the (1) … head they stand under', () => {
    expect(rows('(1) 窓口の改善 窓口を開いた。 （２） 電話の改善（試行） ・電話を足した。 ・番号を配った。')).toEqual([
      [1, '窓口の改善', '窓口を開いた。'],
      [2, '電話の改善（試行）', '電話を足した。'],
      [3, '電話の改善（試行）', '番号を配った。'],
    ])
  })

  it('take a number in brackets inside a sentence for no head', () => {
    expect(rows('・様式(1) と様式(2) を改めた。')).toEqual([[1, null, '様式(1) と様式(2) を改めた。']])
  })

  it('have the place of their text without the bullet', () => {
    const { results } = readItem({ years: { 令和2年度: '・開いた。' } })
    expect(results[0]?.words.place).toEqual({ start: { line: 4, column: 14 }, end: { line: 4, column: 18 } })
  })
})
