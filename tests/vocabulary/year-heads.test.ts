import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { headYear, yearInKanji } from '../../loaders/vocabulary/year-heads.ts'

const known = new Set([2018, 2019, 2020, 2021, 2022])
const yearOf = (printed: string) => headYear(new Source(printed).form, known)

describe('the head of a year', () => {
  it.each([
    ['令和3年度', 2021],
    ['令和 3 年 度', 2021],
    ['令和３年', 2021],
    ['令和03年度', 2021],
    ['令和三年度', 2021],
    ['平成三十一年度', 2019],
    ['平成三〇年度', 2018],
    ['令和元年', 2019],
    ['Ｒ３', 2021],
    ['R 3', 2021],
    ['R3年度実績額', 2021],
    ['3年度', 2021],
    ['30年度', 2018],
    ['2021年度', 2021],
    ['2021', 2021],
    ['2021(R3)年度', 2021],
    ['令和4（2022）年度', 2022],
    ['令和3年度（2021年度）', 2021],
    ['平成31（令和元）年度', 2019],
    ['（令和3年度）', 2021],
    ['［令和3年度（実績）］', 2021],
    ['【令和3年度】', 2021],
    ['令和3年度：', 2021],
    ['令和3年度分', 2021],
    ['令和3年度（決算額）', 2021],
  ])('%s is %i', (printed, year) => {
    expect(yearOf(printed)).toBe(year)
  })

  it.each([
    '2020(R3)年度',
    '令和3年度（2020年度）',
    '1999',
    '3',
    '電気代',
    '令和3年度計',
    '令和3～4年度',
    '2,021',
    '令和3年4月1日',
    '3年計画',
    '令和3年度（再掲）',
    '令和3年度（No.5再掲）',
    '3年度（内数）',
    '',
  ])('none is read of %s', (printed) => {
    expect(yearOf(printed)).toBeUndefined()
  })
})

it.each([
  [2020, '令和二年度'],
  [2019, '令和元年度'],
  [2009, '平成二十一年度'],
  [1998, '平成十年度'],
])('%i is %s in words without digits, which are read as that year', (year, words) => {
  expect(yearInKanji(year)).toBe(words)
  expect(yearOf(words)).toBe(year)
})
