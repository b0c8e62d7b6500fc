import { expect, it } from 'vitest'
import { daysOfYears, fiscalYearOfDay } from '../../loaders/vocabulary/fiscal-years.ts'

it.each([
  ['2020-04-01', 2020],
  ['2021-03-31', 2020],
  ['2021-01-01', 2020],
  ['2021-12-31', 2021],
])('%s lies in fiscal year %i', (day, year) => {
  expect(fiscalYearOfDay(day)).toBe(year)
})

it('covers years from April to March, and nothing where one is not known', () => {
  expect(daysOfYears(2020, 2022)).toEqual({ start: '2020-04-01', end: '2023-03-31' })
  expect([daysOfYears(null, 2022), daysOfYears(2020, null)]).toEqual([undefined, undefined])
})
