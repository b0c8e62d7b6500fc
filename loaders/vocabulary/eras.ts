/** The eras, newest first: name, letter, first western year, first day (ISO 8601). */
export const eras = [
  { name: '令和', letter: 'R', firstYear: 2019, firstDay: '2019-05-01' },
  { name: '平成', letter: 'H', firstYear: 1989, firstDay: '1989-01-08' },
  { name: '昭和', letter: 'S', firstYear: 1926, firstDay: '1926-12-25' },
  { name: '大正', letter: 'T', firstYear: 1912, firstDay: '1912-07-30' },
  { name: '明治', letter: 'M', firstYear: 1868, firstDay: '1868-01-25' },
] as const

/** An era. */
export type Era = (typeof eras)[number]

/** The eras that a year without one can be of. */
const recentEras = eras.slice(0, 3)

const names = alternatives(eras)

function alternatives(some: readonly Era[]): string {
  return some.map(({ name }) => name).join('|')
}

/** Pattern of an era's letter, as in R2.4.1. */
export const eraLetter = `[${eras.map(({ letter }) => letter).join('')}]`

/** Pattern of an era's name or letter, on folded text. */
export const eraPattern = `(?:${names}|(?<![A-Za-z])${eraLetter})`

/** The same where what stands before it has been looked at: a letter may come right after another. */
export const eraAnywhere = `(?:${names}|${eraLetter})`

/** Pattern of the name of an era of today's offices. */
export const recentEraName = alternatives(recentEras)

/** Pattern of the number of a year in its era. */
export const eraYearNumber = String.raw`(?:\d+|元)`

/** Pattern of a fiscal year named in full: 令和2年度. */
export const namedFiscalYear = String.raw`${eraPattern}\s*${eraYearNumber}\s*年度`

/** Pattern of a fiscal year as heads have it, with its era, a sign for it, or none: 令和2年度, R2年度, 2年度. */
export const headFiscalYear = String.raw`\S{0,2}\s*${eraYearNumber}\s*年度`

/** Pattern of a day: 令和2年4月1日, R2.4.1. */
export const namedDay = String.raw`${eraPattern}\s*${eraYearNumber}\s*(?:年|\.)\s*\d+\s*(?:月|\.)\s*\d+\s*日?`

/** The same, or with a western year, or with a year that does not name its era: 2021年4月1日, 3年4月1日. */
export const anyDay = String.raw`(?:${namedDay}|(?<!\d)(?:\d{4}|\d{1,2}|元)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)`

/** The western year of an era year, the era by its name or letter: 令和2 → 2020, 令和元 → 2019, 平成31 → 2019. */
export function westernYear(era: string, year: string): number {
  const { firstYear } = eras.find(({ name, letter }) => era === name || era === letter) as Era
  return firstYear - 1 + numberOfYear(year)
}

function numberOfYear(year: string): number {
  return year === '元' ? 1 : Number(year)
}

/** A fiscal year of the western calendar in the Japanese one: 2019 → 令和元年度, 2020 → 令和2年度. */
export function eraYear(fiscalYear: number): string {
  const era = eras.find(({ firstYear }) => fiscalYear >= firstYear)
  if (!era) return `西暦${fiscalYear}年度`
  const number = fiscalYear - era.firstYear + 1
  return `${era.name}${number === 1 ? '元' : number}年度`
}

const yearInText = new RegExp(String.raw`(?<era>${eraPattern})\s*(?<year>\d+|元)(?!\d)|(?<western>(?:19|20)\d\d)(?=\s*年)`)
const dayInText = new RegExp(String.raw`(?<era>${eraPattern})\s*(?<year>\d+|元)\s*(?:年度?|\.)\s*(?<month>\d+)\s*(?:月|\.)\s*(?<day>\d+)`)
const dayWithoutEra = /^(?<year>\d+|元)\s?年\s?(?<month>\d+)\s?月\s?(?<day>\d+)/

/** The fiscal year that folded text such as `令和2年度`, `R4` or `2025年度` names; undefined where it names none. */
export function fiscalYearOf(form: string): number | undefined {
  const match = yearInText.exec(form)
  if (match?.groups?.western) return Number(match.groups.western)
  return match?.groups ? westernYear(match.groups.era as string, match.groups.year as string) : undefined
}

/**
 * The fiscal years of a row of year heads such as `2年度 3年度 4年度` or `30年度 元年度 2年度`: heads with an era are
 * taken as they are; those without follow on year by year. `known` are years that the document names in full; they
 * settle the era of a row that names none. Undefined where the heads are no run of years or nothing settles the era.
 */
export function fiscalYearsOf(forms: readonly string[], known: ReadonlySet<number>): number[] | undefined {
  const named = forms.findIndex((form) => fiscalYearOf(form) !== undefined)
  if (named >= 0) return runOfYears(forms, (fiscalYearOf(forms[named] as string) as number) - named)
  const first = yearNumber(forms[0] ?? '')
  if (first === undefined) return undefined
  const candidates = recentEras.map(({ firstYear }) => runOfYears(forms, firstYear - 1 + first)).filter((years) => years !== undefined)
  return candidates.find((years) => years.some((year) => known.has(year)))
}

/** Years from `first` on, one a head, where every head can name its year in some era. */
function runOfYears(forms: readonly string[], first: number): number[] | undefined {
  const years = forms.map((_, index) => first + index)
  const fits = forms.every((form, index) => {
    const named = fiscalYearOf(form)
    const year = years[index] as number
    if (named !== undefined) return named === year
    const number = yearNumber(form)
    return number !== undefined && eras.some(({ firstYear }) => firstYear - 1 + number === year)
  })
  return fits ? years : undefined
}

function yearNumber(form: string): number | undefined {
  const match = /^\s*(\d+|元)(?:\s*年度?)?\s*$/.exec(form)
  return match?.[1] === undefined ? undefined : numberOfYear(match[1])
}

/** The day that folded text such as `令和2年4月1日` or `R2.4.1` names, as ISO 8601; undefined where it names none. */
export function dateOf(form: string): string | undefined {
  const groups = dayInText.exec(form)?.groups
  return groups && isoDay(westernYear(groups.era as string, groups.year as string), Number(groups.month), Number(groups.day))
}

/** The same for `anyDay`: a year without era is one of those that the document names in full, `known`. */
export function dayOf(form: string, known: ReadonlySet<number>): string | undefined {
  const groups = dayWithoutEra.exec(form)?.groups
  if (!groups?.year) return dateOf(form)
  const year = groups.year.length === 4 ? Number(groups.year) : fiscalYearsOf([groups.year], known)?.[0]
  return year === undefined ? undefined : isoDay(year, Number(groups.month), Number(groups.day))
}

/** A day of the calendar as ISO 8601; undefined where the calendar has none. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
