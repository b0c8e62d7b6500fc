import { eraYear } from '../../loaders/vocabulary/eras.ts'

/** The eras by their first fiscal year in force (April to March), newest first. */
const eras = [
  { name: '令和', letter: 'R', first: 2019 },
  { name: '平成', letter: 'H', first: 1989 },
  { name: '昭和', letter: 'S', first: 1926 },
] as const

export { eraYear }

/** The same in short, as on an axis: R2. */
export function shortEraYear(fiscalYear: number): string {
  const { letter, number } = inEra(fiscalYear)
  return `${letter}${number}`
}

/** Both calendars, as labels show them: 令和2年度 (2020). */
export function bothYears(fiscalYear: number): string {
  return `${eraYear(fiscalYear)} (${fiscalYear})`
}

/** A run of fiscal years in both calendars: 令和2–4年度 (2020–2022). */
export function yearRange(first: number | null, last: number | null): string {
  if (first === null || last === null) return ''
  const [from, to] = [inEra(first), inEra(last)]
  const eraText = from.name === to.name ? `${from.name}${from.number === 1 ? '元' : from.number}–${to.number}年度` : `${eraYear(first)}–${eraYear(last)}`
  return `${eraText} (${first}–${last})`
}

function inEra(fiscalYear: number): { name: string; letter: string; number: number } {
  const era = eras.find(({ first }) => fiscalYear >= first) ?? eras[2]
  return { name: era.name, letter: era.letter, number: fiscalYear - era.first + 1 }
}

const eraStarts = [
  { name: '令和', day: '2019-05-01' },
  { name: '平成', day: '1989-01-08' },
  { name: '昭和', day: '1926-12-25' },
] as const

/** A day (ISO 8601) as an office writes it: 2022-04-01 → 令和4年4月1日. */
export function eraDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const { name, day: start } = eraStarts.find((era) => day >= era.day) ?? eraStarts[2]
  const number = year - Number(start.slice(0, 4)) + 1
  return `${name}${number === 1 ? '元' : number}年${month}月${date}日`
}
