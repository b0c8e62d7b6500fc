import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

describe('reemployment', () => {
  it('reads the staff and how many of them work full time', () => {
    expect(readItem({ years: { 令和2年度: '・再任用職員59人（フルタイム51人，短時間8人）を置いた。' } }).reemployment).toMatchObject([
      {
        fiscal_year: 2020,
        total: 59,
        full_time: 51,
        short_time: 8,
        retirees: null,
        rehired: null,
        words: { text: '再任用職員59人（フルタイム51人，短時間8人）' },
      },
    ])
  })

  it('reads the retirees of the year before and those rehired', () => {
    const text = '・再任用職員は55人（フルタイム51人，短時間4人）で、前の年の定年退職者31人のうち、25人が残った（フルタイム23人，短時間2人）。'
    expect(readItem({ years: { 令和3年度: text } }).reemployment).toMatchObject([
      { fiscal_year: 2021, total: 55, full_time: 51, short_time: 4, retirees: 31, rehired: 25, rehired_full_time: 23, rehired_short_time: 2 },
    ])
  })

  it('takes the year that the statement names', () => {
    expect(readItem({ years: { 令和3年度: '・令和2年度の再任用職員は5人だった。' } }).reemployment).toMatchObject([
      { fiscal_year: 2020, total: 5, full_time: null },
    ])
  })

  it('is none where no number follows', () => {
    expect(readItem({ years: { 令和3年度: '・再任用職員を生かした。3人が残った。' } }).reemployment).toEqual([])
  })

  it('takes the first of two counts of a year, and reports the second where it says otherwise', () => {
    const counts = (second: number) => readItem({ years: { 令和2年度: `・再任用職員5人を置いた。\n・再任用職員${second}人が教えた。` } })
    expect(counts(6).reemployment.map(({ total }) => total)).toEqual([5])
    expect(counts(6).messages.filter(({ reason }) => reason.includes('再任用'))).toMatchObject([
      { rule: 'unread-number', line: 5, reason: '2020年度の再任用職員数が2通りある: 5人と6人。初めのものを採る' },
    ])
    expect(counts(5).messages).toEqual([])
  })

  it('stands where its counts stand: up to the retirees behind them, without those before them', () => {
    const wordsOf = (text: string) => readItem({ years: { 令和2年度: text } }).reemployment.map(({ words, retirees }) => [words.text, retirees])
    expect(wordsOf('・再任用職員5人を置き、定年退職者8人のうち4人が残った。')).toEqual([['再任用職員5人を置き、定年退職者8人のうち4人が残った', 8]])
    expect(wordsOf('・定年退職者8人のうち4人が残り、再任用職員5人を置いた。')).toEqual([['再任用職員5人', 8]])
  })

  it('is one row for a year that is stated twice', () => {
    expect(readItem({ years: { 令和2年度: '・再任用職員5人を置いた。 ・再任用職員5人が教えた。' } }).reemployment).toHaveLength(1)
  })
})
