import { expect, it } from 'vitest'
import { bothYears, eraDate, eraRange, shortEraYear, yearRange } from '../../src/format/years.ts'

it('shows a fiscal year in both calendars', () => {
  expect([bothYears(2019), bothYears(2018), shortEraYear(2022), shortEraYear(1988)]).toEqual(['令和元年度 (2019)', '平成30年度 (2018)', 'R4', 'S63'])
})

it('names the era of a run of years once where they share it', () => {
  expect(yearRange(2020, 2022)).toBe('令和2–4年度 (2020–2022)')
  expect(yearRange(2019, 2022)).toBe('令和元–4年度 (2019–2022)')
  expect(yearRange(2017, 2020)).toBe('平成29年度–令和2年度 (2017–2020)')
  expect(yearRange(2022, 2022)).toBe('令和4年度 (2022)')
  expect([eraRange(2019, 2022), eraRange(2022, 2022)]).toEqual(['令和元–4年度', '令和4年度'])
  expect(yearRange(null, 2020)).toBe('')
})

it.each([
  ['2022-04-01', '令和4年4月1日'],
  ['2019-05-01', '令和元年5月1日'],
  ['2019-04-30', '平成31年4月30日'],
  ['1989-01-07', '昭和64年1月7日'],
])('writes %s as %s', (day, written) => {
  expect(eraDate(day)).toBe(written)
})
