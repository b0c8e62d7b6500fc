import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { dateOf, eraYear, fiscalYearOf, fiscalYearsOf, westernYear } from '../../loaders/vocabulary/eras.ts'
import { fullWidth } from '../support/numbers.ts'

const yearOf = (printed: string) => fiscalYearOf(new Source(printed).form)

describe('fiscalYearOf', () => {
  it.each([
    ['令和2年度', 2020],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['平成 30 年度', 2018],
    ['昭和64年度', 1989],
    ['R4', 2022],
    ['Ｈ１９', 2007],
    ['2025年度', 2025],
  ])('reads %s', (printed, year) => {
    expect(yearOf(printed)).toBe(year)
  })

  it.each(['2年度', 'AR4', '第5次', '2025人'])('gives nothing for %s', (printed) => {
    expect(yearOf(printed)).toBeUndefined()
  })
})

describe('westernYear', () => {
  it('counts the first year of an era as 元', () => {
    expect([westernYear('令和', '元'), westernYear('令和', '1'), westernYear('R', '2')]).toEqual([2019, 2019, 2020])
  })
})

/** Each era: its name and letter, its first western year, and how many years it lasted or is tried for. */
const eras = [
  { name: '明治', letter: 'M', first: 1868, years: 45 },
  { name: '大正', letter: 'T', first: 1912, years: 15 },
  { name: '昭和', letter: 'S', first: 1926, years: 64 },
  { name: '平成', letter: 'H', first: 1989, years: 31 },
  { name: '令和', letter: 'R', first: 2019, years: 40 },
]
const yearOfEra = fc.constantFrom(...eras).chain((era) => fc.record({ era: fc.constant(era), year: fc.integer({ min: 1, max: era.years }) }))

describe('a year of an era', () => {
  it('comes back as its western year in any script, by name and by letter', () => {
    fc.assert(
      fc.property(yearOfEra, fc.boolean(), fc.boolean(), fc.constantFrom('', ' ', '　'), ({ era, year }, byLetter, wide, blank) => {
        const number = year === 1 && !byLetter ? '元' : String(year)
        const printed = (byLetter ? era.letter : era.name) + blank + number
        expect(yearOf(`${wide ? fullWidth(printed) : printed}年度`)).toBe(era.first + year - 1)
      }),
      { numRuns: 1000 },
    )
  })

  it('comes back from a row of year heads that names no era, by the years the document names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2050 }), fc.integer({ min: 1, max: 5 }), fc.nat(4), (first, length, known) => {
        const years = Array.from({ length }, (_, index) => first + index)
        const heads = years.map((year) => (year < 2019 ? `${year - 1988}年度` : year === 2019 ? '元年度' : `${year - 2018}年度`))
        expect(fiscalYearsOf(heads, new Set([years[known % length] as number]))).toEqual(years)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('fiscalYearsOf', () => {
  const known = new Set([2018, 2019, 2020, 2021, 2022])

  it.each([
    [
      ['2年度', '3年度', '4年度'],
      [2020, 2021, 2022],
    ],
    [
      ['30年度', '元年度', '2年度'],
      [2018, 2019, 2020],
    ],
    [
      ['31年度', '2年度'],
      [2019, 2020],
    ],
    [
      ['令和5年度', '6年度'],
      [2023, 2024],
    ],
    [
      ['平成30年度', '令和元年度'],
      [2018, 2019],
    ],
  ])('reads %s', (heads, years) => {
    expect(fiscalYearsOf(heads, known)).toEqual(years)
  })

  it.each([[['2年度', '4年度']], [['令和2年度', '令和4年度']], [['計画', '3年度']], [['12年度', '13年度']]])('gives nothing for %s', (heads) => {
    expect(fiscalYearsOf(heads, known)).toBeUndefined()
  })
})

describe('dateOf', () => {
  it.each([
    ['令和2年4月1日', '2020-04-01'],
    ['令和7年度4月1日時点', '2025-04-01'],
    ['平成31年12月31日', '2019-12-31'],
    ['R2.4.1', '2020-04-01'],
    ['Ｒ４．１０．２８', '2022-10-28'],
  ])('reads %s', (printed, date) => {
    expect(dateOf(new Source(printed).form)).toBe(date)
  })

  it.each(['令和2年4月', '令和2年13月1日', '令和2年4月32日', '4月1日'])('gives nothing for %s', (printed) => {
    expect(dateOf(printed)).toBeUndefined()
  })

  it('reads every day as it is printed', () => {
    const day = fc.date({ min: new Date('2019-05-01T00:00:00Z'), max: new Date('2058-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.boolean(), (day, short) => {
        const [year, month, date] = [day.getUTCFullYear() - 2018, day.getUTCMonth() + 1, day.getUTCDate()]
        expect(dateOf(short ? `R${year}.${month}.${date}` : `令和${year}年${month}月${date}日`)).toBe(day.toISOString().slice(0, 10))
      }),
      { numRuns: 1000 },
    )
  })

  it('gives nothing for a day that the month does not have', () => {
    expect(dateOf('令和3年2月30日')).toBeUndefined()
  })
})

it.each([
  [2020, '令和2年度'],
  [2019, '令和元年度'],
  [2018, '平成30年度'],
  [1926, '昭和元年度'],
  [1925, '大正14年度'],
])('the fiscal year %i is %s', (fiscalYear, name) => {
  expect(eraYear(fiscalYear)).toBe(name)
})
