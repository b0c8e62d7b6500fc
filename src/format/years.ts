import { type Era, eras, eraYear } from '../../loaders/vocabulary/eras.ts'

const oldest = eras.at(-1) as Era

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

/** Every name that a fiscal year has by counting on in an era, the newest first: 2022 is 令和4, 平成34 and so on; a first year is also 元. */
export function eraNamesOf(fiscalYear: number): { name: string; letter: string; number: string }[] {
  return eras.flatMap(({ name, letter, firstYear }) => {
    const number = fiscalYear - firstYear + 1
    if (number < 1) return []
    return [...(number === 1 ? ['元'] : []), String(number)].map((written) => ({ name, letter, number: written }))
  })
}

/** A run of fiscal years in both calendars: 令和2–4年度 (2020–2022), 令和4年度 (2022) of a single one. */
export function yearRange(first: number | null, last: number | null): string {
  if (first === null || last === null) return ''
  return first === last ? bothYears(first) : `${eraRange(first, last)} (${first}–${last})`
}

/** The same by the era alone: 令和2–4年度. */
export function eraRange(first: number, last: number): string {
  if (first === last) return eraYear(first)
  const [from, to] = [inEra(first), inEra(last)]
  return from.name === to.name ? `${from.name}${from.number === 1 ? '元' : from.number}–${to.number}年度` : `${eraYear(first)}–${eraYear(last)}`
}

function inEra(fiscalYear: number): { name: string; letter: string; number: number } {
  const { name, letter, firstYear } = eras.find((era) => fiscalYear >= era.firstYear) ?? oldest
  return { name, letter, number: fiscalYear - firstYear + 1 }
}

/** A day (ISO 8601) as an office writes it: 2022-04-01 → 令和4年4月1日. */
export function eraDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const { name, firstYear } = eras.find((era) => day >= era.firstDay) ?? oldest
  const number = year - firstYear + 1
  return `${name}${number === 1 ? '元' : number}年${month}月${date}日`
}
