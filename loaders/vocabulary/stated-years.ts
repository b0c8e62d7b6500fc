import { eraPattern, eraYearNumber, fiscalYearOf } from './eras.ts'

const year = `${eraPattern}\\s*${eraYearNumber}`
/** Pattern of one fiscal year, two, or the first and last of a span, in a sentence on folded text: 令和3~4年度, 令和3年度及び4年度. */
export const statedYears = String.raw`(?<first>${year})(?:\s*年度)?\s*(?<by>[~-]|から|・|[、,]|及び|と)\s*(?<last>(?:${eraPattern}\s*)?${eraYearNumber})\s*年度|(?<one>${year})\s*年度`
const anyYears = new RegExp(statedYears, 'g')

/** The years that a text names, in full or as 令和3~4年度; undefined where it names one in another way. */
export function yearsStated(form: string): { years: number[]; isSpan: boolean } | undefined {
  const named = [...form.matchAll(anyYears)].map(({ groups = {} }) => yearsNamed(groups))
  const rest = form.replace(anyYears, '').replace(/[本今当同]年度|当該年度/g, '')
  if (rest.includes('年度') || named.some(({ years }) => years.includes(undefined))) return undefined
  const years = named.flatMap(({ years }) => years).filter((year) => year !== undefined)
  return { years: [...new Set(years)], isSpan: named.some(({ isSpan }) => isSpan) }
}

/** The years of a match: one, two, or a span of them. */
function yearsNamed({ first = '', by = '', last = '', one }: { [name: string]: string | undefined }): { years: (number | undefined)[]; isSpan: boolean } {
  if (one !== undefined) return { years: [fiscalYearOf(one)], isSpan: false }
  const era = /^[^\d\s元]+/.exec(first)?.[0] ?? ''
  const [from, through] = [fiscalYearOf(first), fiscalYearOf(/^(?:\d|元)/.test(last) ? era + last : last)]
  const isSpan = /^(?:[~-]|から)$/.test(by)
  if (!isSpan || from === undefined || through === undefined) return { years: [from, through], isSpan }
  return { years: Array.from({ length: Math.max(0, Math.min(through - from, mostYears) + 1) }, (_, step) => from + step), isSpan }
}

const mostYears = 20
