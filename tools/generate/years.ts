/** How the first year of an era is written: 令和元年度, 令和1年度, or still in the era before, 平成31年度. */
export type FirstYearName = '元' | '1' | 'old era'

const eras = [
  { name: '令和', letter: 'R', first: 2019, firstDay: '2019-05-01' },
  { name: '平成', letter: 'H', first: 1989, firstDay: '1989-01-08' },
  { name: '昭和', letter: 'S', first: 1926, firstDay: '1926-12-25' },
] as const

function eraYear(year: number, firstYear: FirstYearName): { name: string; letter: string; no: string } {
  const index = eras.findIndex(({ first }) => year >= first + (firstYear === 'old era' ? 1 : 0))
  const era = eras[index] ?? eras[2]
  const no = year - era.first + 1
  return { name: era.name, letter: era.letter, no: no === 1 && firstYear === '元' ? '元' : String(no) }
}

/** A fiscal year in full: 2020 → 令和2年度. */
export function fiscalYearName(year: number, firstYear: FirstYearName = '元'): string {
  const { name, no } = eraYear(year, firstYear)
  return `${name}${no}年度`
}

/** A fiscal year without its era, as schedule heads have it: 2020 → 2年度. */
export function shortYearName(year: number, firstYear: FirstYearName = '元'): string {
  return `${eraYear(year, firstYear).no}年度`
}

/** A fiscal year with its era's letter: 2020 → R2年度. */
export function letterYearName(year: number): string {
  const { letter, no } = eraYear(year, '1')
  return `${letter}${no}年度`
}

/** A day, by the era that it lies in: 2019-04-01 → 平成31年4月1日 or, short, H31.4.1. */
export function dayName(day: string, form: 'long' | 'short'): string {
  const era = eras.find(({ firstDay }) => day >= firstDay) ?? eras[2]
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const no = year - era.first + 1
  return form === 'short' ? `${era.letter}${no}.${month}.${date}` : `${era.name}${no === 1 ? '元' : no}年${month}月${date}日`
}
