/** The western year before the first year of each era, so that era year + offset = western year. */
const eras: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
}

/** The eras by name with the western year before their first, newest first. */
const eraNames = Object.entries(eras)
  .filter(([era]) => era.length > 1)
  .reverse()

/** Pattern of an era's name or letter, on folded text. */
export const eraPattern = '(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])'

/** The western year of an era year: 令和2 → 2020, 令和元 → 2019, 平成31 → 2019. */
export function westernYear(era: string, year: string): number {
  return (eras[era] as number) + (year === '元' ? 1 : Number(year))
}

/** A fiscal year of the western calendar in the Japanese one: 2019 → 令和元年度, 2020 → 令和2年度. */
export function eraYear(fiscalYear: number): string {
  const [name, before] = eraNames.find(([, before]) => fiscalYear > before) ?? ['西暦', 0]
  const year = fiscalYear - before
  return `${name}${year === 1 ? '元' : year}年度`
}

const namedYear = new RegExp(String.raw`(?<era>${eraPattern})\s*(?<year>\d+|元)(?!\d)|(?<western>(?:19|20)\d\d)(?=\s*年)`)
const namedDay = new RegExp(String.raw`(?<era>${eraPattern})\s*(?<year>\d+|元)\s*(?:年度?|\.)\s*(?<month>\d+)\s*(?:月|\.)\s*(?<day>\d+)`)

/** The fiscal year that folded text such as `令和2年度`, `R4` or `2025年度` names; undefined where it names none. */
export function fiscalYearOf(form: string): number | undefined {
  const match = namedYear.exec(form)
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
  const candidates = ['令和', '平成', '昭和'].map((era) => runOfYears(forms, westernYear(era, String(first)))).filter((years) => years !== undefined)
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
    return number !== undefined && Object.values(eras).some((offset) => offset + number === year)
  })
  return fits ? years : undefined
}

function yearNumber(form: string): number | undefined {
  const match = /^\s*(\d+|元)\s*(?:年度?)?\s*$/.exec(form)
  return match ? (match[1] === '元' ? 1 : Number(match[1])) : undefined
}

/** The day that folded text such as `令和2年4月1日` or `R2.4.1` names, as ISO 8601; undefined where it names none. */
export function dateOf(form: string): string | undefined {
  const groups = namedDay.exec(form)?.groups
  if (!groups) return undefined
  const month = Number(groups.month)
  const day = Number(groups.day)
  const year = westernYear(groups.era as string, groups.year as string)
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
