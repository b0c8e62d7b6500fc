import { expect, it } from 'vitest'
import { documentText, findings, read } from '../support/documents.ts'

const text = documentText({ no: 1, years: { 令和2年度: '・甲。' }, rating: 'A' }, { no: 2, years: { 令和2年度: '・乙。', 令和3年度: '・丙。' } })

it('agrees for each part that an item has and misses those that only others have', () => {
  expect(findings(read(text), 'part-present').map(({ item_no, fiscal_year, outcome, source_line }) => [item_no, fiscal_year, outcome, source_line])).toEqual([
    [1, null, 'agrees', 5],
    [1, 2020, 'agrees', 4],
    [1, 2021, 'missing', 2],
    [2, null, 'missing', 6],
    [2, 2020, 'agrees', 8],
    [2, 2021, 'agrees', 9],
  ])
})

it('says which part of which year is there or not', () => {
  expect(findings(read(text), 'part-present').map(({ message }) => message)).toEqual([
    'No.1の「総括評価」がある',
    'No.1の2020年度の「実績」がある',
    'No.1の2021年度の「実績」がない',
    'No.2の「総括評価」がない',
    'No.2の2020年度の「実績」がある',
    'No.2の2021年度の「実績」がある',
  ])
})
