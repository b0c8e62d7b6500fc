import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

describe('targets', () => {
  it('belong to the year whose result states them', () => {
    expect(readItem({ years: { 令和3年度: '・目標とした講座の8件を開いた。' } }).targets).toMatchObject([
      { fiscal_year: 2021, measure: 'count', value: 8, unit: '件', words: { text: '8件' } },
    ])
  })

  it('belong to every year that the sentence names before them', () => {
    expect(readItem({ notAchieved: '○令和3年度と令和4年度は目標額の2,000千円に届かなかった。' }).targets).toMatchObject([
      { fiscal_year: 2021, measure: 'effect_yen', value: 2_000_000, unit: '円' },
      { fiscal_year: 2022, measure: 'effect_yen', value: 2_000_000, unit: '円' },
    ])
  })

  it('of staff are told from other counts, the day of the count being none', () => {
    expect(readItem({ next: '○定員の目標（令和7年度4月1日時点：990人）に向けて採用する。' }).targets).toMatchObject([
      { fiscal_year: 2025, measure: 'staff', value: 990, unit: '人' },
    ])
  })

  it('of shares are percent', () => {
    expect(readItem({ years: { 令和2年度: '・収納率の目標95.5%を掲げた。' } }).targets).toMatchObject([{ measure: 'percent', value: 95.5, unit: '%' }])
  })

  it.each(['・目標年度を令和5年度に定めた。', '・目標を定めた。来年は5件とする。', '・8件を開いた。'])('are none in %s', (text) => {
    expect(readItem({ years: { 令和2年度: text } }).targets).toEqual([])
  })

  it('are none where no year is known', () => {
    expect(readItem({ achieved: '○目標の5件を達した。' }).targets).toEqual([])
  })

  it('are numbered within their year', () => {
    const { targets } = readItem({ years: { 令和2年度: '・目標の3件を開いた。 ・目標の5回を催した。', 令和3年度: '・目標の8件を開いた。' } })
    expect(targets.map(({ fiscal_year, target_no, value }) => [fiscal_year, target_no, value])).toEqual([
      [2020, 1, 3],
      [2020, 2, 5],
      [2021, 1, 8],
    ])
  })

  it('of a change are what it leads to', () => {
    expect(readItem({ years: { 令和2年度: '・目標を3件から5件に引き上げた。' } }).targets).toMatchObject([{ value: 5 }])
  })
})
