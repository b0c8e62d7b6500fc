import type { PageContext } from '../evidence/page-context.ts'
import { NamedIn, YearName } from '../evidence/sentences.ts'
import { notGiven } from '../format/nothing-words.ts'
import { eraYear } from '../format/years.ts'
import { type Phrase, phrase } from '../markup/html.ts'

/** A row of a year whose numbers words of the document bound: a time, a group of people. */
export interface BoundRow {
  readonly fiscal_year: number
  readonly scope: string | null
}

/** A row that is compared with the one before, which other words may bound. */
export interface ComparedRow extends BoundRow {
  readonly previous_scope: string | null
  readonly before_key: unknown
}

/** What stands before the name of a bounded number: 滞納整理強化月間（11月～12月）の; nothing where no words bound it. */
export function boundBefore(scope: string | null): string {
  return scope === null ? '' : `${scope}の`
}

/** What stands behind the name of a number that counts some people: （一般職＋再任用フルタイム）; nothing where no words bound it. */
export function boundBehind(scope: string | null): string {
  return scope === null ? '' : `（${scope}）`
}

/** What bounds a number, to stand by itself: 滞納整理強化月間（11月～12月）のみ; undefined where no words do. */
export function onlyBound(scope: string | null): string | undefined {
  return scope === null ? undefined : `${scope}のみ`
}

/** What bounds the numbers of some years, in a sentence; each year by itself where they differ, nothing where no words bound any. */
export function boundSentence(what: string, years: readonly BoundRow[]): string {
  const scopes = new Set(years.map(({ scope }) => scope))
  const [only] = scopes
  if (scopes.size === 1) return only ? `${what}は${only}の分だけ。` : ''
  const ofYears = years.map(({ fiscal_year, scope }) => `${eraYear(fiscal_year)}は${scope ?? notGiven}`)
  return scopes.size === 0 ? '' : `${what}の範囲は年度で違う: ${ofYears.join('、')}。`
}

/** That two numbers which are compared are bounded otherwise; undefined where they are not. */
export function OtherBoundNote(page: PageContext, row: ComparedRow): Phrase | undefined {
  if (row.before_key === null || row.scope === row.previous_scope) return undefined
  const bound = (column: 'scope' | 'previous_scope') => (row[column] === null ? notGiven : NamedIn(page, row, column))
  return phrase`${YearName(row)}の範囲は「${bound('scope')}」、その前は「${bound('previous_scope')}」で、同じものの比較ではない。`
}
