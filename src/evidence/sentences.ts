import { type ReadCounts, wordsOfAmounts } from '../../loaders/ledger/read-counts.ts'
import type { Row } from '../../loaders/tables.ts'
import { formatNumber } from '../format/numbers.ts'
import { eraDate, eraRange, eraYear, yearRange } from '../format/years.ts'
import { joinWords, Link, Phrase, toPhrase, type Words } from '../markup/html.ts'
import type { PageContext } from './page-context.ts'

type OfPlan = Pick<PageContext, 'warehouse'>

/** A number of a sentence that no fact states. */
export class UnbackedNumberError extends Error {}

/**
 * A sentence as a page may state it: each of its numbers is a fact, a count of rows, or part of a name that the warehouse
 * holds. Throws an `UnbackedNumberError` that names the page and the number where one was written by hand.
 */
export function Sentence(page: PageContext, words: Words): Phrase {
  const sentence = toPhrase(words)
  const [number] = sentence.unbacked
  if (number === undefined) return sentence
  throw new UnbackedNumberError(`ページ ${page.path} の文「${sentence.plain}」の数字 ${number} には、もとになる事実がない`)
}

/** The fiscal year of a row: 令和4年度. */
export function YearName({ fiscal_year }: { readonly fiscal_year: number }): Phrase {
  return name(eraYear(fiscal_year))
}

/** Over which years an amount was added up, the rows in their order: 令和2–4年度の合計で, 令和4年度に where there is but one. */
export function SumOfYears(rows: readonly { readonly fiscal_year: number }[]): Phrase {
  const [first, last] = [rows.at(0)?.fiscal_year, rows.at(-1)?.fiscal_year]
  if (first === undefined || last === undefined) throw new RangeError('no year to add up')
  return name(first === last ? `${eraYear(first)}に` : `${eraRange(first, last)}の合計で`)
}

/** The day of a row, which is in ISO 8601: 令和4年4月1日. */
export function DayName({ as_of }: { readonly as_of: string }): Phrase {
  return name(eraDate(as_of))
}

/** The years of a plan in both calendars: 令和2–4年度 (2020–2022). */
export function YearsName({ first_fiscal_year, last_fiscal_year }: Row<'plans'>): Phrase {
  return name(yearRange(first_fiscal_year, last_fiscal_year))
}

/** A plan by its title, else by its id: 第5次集中改革プラン. */
export function PlanName({ title, plan_id }: Pick<Row<'plans'>, 'title' | 'plan_id'>): Phrase {
  return name(title ?? plan_id)
}

/** The plan after this one: 第6次プラン, or 次期プラン where this one has no number. */
export function NextPlanName({ plan_no }: Pick<Row<'plans'>, 'plan_no'>): Phrase {
  return name(plan_no === null ? '次期プラン' : `第${plan_no + 1}次プラン`)
}

/** An item by its printed number: No.21, No.1-(2); one of another edition where that is named. */
export function LabelOfItem({ warehouse }: OfPlan, itemNo: number, planId?: string): Phrase {
  return name(warehouse.itemLabel(itemNo, planId))
}

/** The same with its title: No.21 病院事業の経営健全化. */
export function NameOfItem({ warehouse }: OfPlan, itemNo: number, planId?: string): Phrase {
  return name(warehouse.itemName(itemNo, planId))
}

/** An item of the plan with its title in quotation marks: No.21「病院事業の経営健全化」. */
export function QuotedItem({ warehouse }: OfPlan, itemNo: number): Phrase {
  return name(warehouse.itemNameInQuotes(itemNo))
}

/** What a row of the warehouse says in words, such as a title or what bounds a number; nothing where it is NULL. */
export function NamedIn<R extends object>(page: PageContext, row: R, column: keyof R & string): Phrase {
  const words = row[column] ?? ''
  if (typeof words !== 'string') throw new TypeError(`${page.warehouse.nameOf(row)}/${column} holds no words`)
  page.warehouse.relationOf(row)
  return name(words)
}

/** How many rows there are, leading to where they stand. */
export function CountOf(rows: readonly unknown[], href?: string): Phrase {
  return maybeLink(name(formatNumber(rows.length)), href)
}

/** A count that a row of the warehouse holds, leading to where the counted stand. */
export function CountIn<R extends object>(page: PageContext, row: R, column: keyof R & string, href?: string): Phrase {
  const count = row[column]
  if (typeof count !== 'number') throw new TypeError(`${page.warehouse.nameOf(row)}/${column} holds no count`)
  page.warehouse.relationOf(row)
  return maybeLink(name(formatNumber(count)), href)
}

/** A count of the numbers of the document by what became of them. */
export function ReadCount(page: PageContext, countOf: (counts: ReadCounts) => number): Phrase {
  return name(formatNumber(countOf(page.warehouse.readCounts)))
}

/** What became of the amounts of the document, in words. */
export function AmountsRead(page: PageContext): Phrase {
  const words = wordsOfAmounts(page.warehouse.readCounts)
  return joinWords(words.map((part) => (typeof part === 'string' ? part : ReadCount(page, ({ amounts }) => amounts[part.count]))))
}

/** How many rows a file that the site offers has. */
export function RowsOfFile({ site }: PageContext, path: string): Phrase {
  return name(formatNumber(site.offered.find((file) => file.path === path)?.rows ?? null))
}

function maybeLink(words: Phrase, href: string | undefined): Phrase {
  return href === undefined ? words : Link(href, words)
}

/** Words whose numbers are no claims of their own. */
function name(words: string): Phrase {
  const { text } = toPhrase(words)
  return new Phrase(text, words)
}
