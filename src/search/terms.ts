import { yenOf } from '../../loaders/vocabulary/amounts.ts'
import { fiscalYearOf } from '../../loaders/vocabulary/eras.ts'
import { numeral, numeralValue } from '../../loaders/vocabulary/numerals.ts'
import { bothYears, eraNamesOf } from '../format/years.ts'
import { greatestRoundingYen, shownYens } from '../format/yen-units.ts'
import { type Folded, fold } from './fold.ts'
import type { RecordFigure, SearchRecord } from './record.ts'

/** One thing that a query asks for: words, a number in whatever way it is written, or a fiscal year of either calendar. */
export type Term = { kind: 'words'; form: string } | NumberTerm | YearTerm

interface NumberTerm {
  kind: 'number'
  value: number
  /** as pages write it where it was written as money, and so is a number of yen and of nothing else */
  shown: string | null
}

interface YearTerm {
  kind: 'year'
  /** as records have it */
  year: string
  /** what of a folded text names it */
  pattern: RegExp
}

/** A stretch of a record's text, end exclusive. */
export interface Stretch {
  start: number
  end: number
}

const wholeNumber = new RegExp(`^[△▲]?${numeral}$`)
const wholeYear = /^(?:\p{Script=Han}{2}|[RHS])(?:\d{1,2}|元)(?:年度?)?$|^\d{4}年度$/iu

/** What a query asks for, all of it at once: an amount may have blanks in it, else blanks part its terms. */
export function termsOf(query: string): Term[] {
  const text = query.normalize('NFKC').trim()
  const whole = numberTerm(text)
  if (whole) return [whole]
  return text
    .split(/\s+/)
    .map((word): Term => numberTerm(word) ?? yearTerm(word) ?? { kind: 'words', form: fold(word).form })
    .filter((term) => term.kind !== 'words' || term.form !== '')
}

/** `51,000,000` is any such number or that many yen; `5100万` and `5,100万円` are 51,000,000 yen, or what pages round to it. */
function numberTerm(text: string): NumberTerm | undefined {
  if (wholeNumber.test(text)) return { kind: 'number', value: numeralValue(text.replace(/^[△▲]/, '-')), shown: null }
  const amount = text.endsWith('円') ? text : `${text}円`
  const yen = yenOf(amount)
  return yen === undefined ? undefined : { kind: 'number', value: yen, shown: bare(amount) }
}

/** An amount without what differs between two ways of writing the same: 4.1億円, −120万円. */
function bare(amount: string): string {
  return amount.replace(/[,\s]/g, '').replace(/^[△▲-]/, '−')
}

/** `R4`, `令和4年度`, `2022年度` and `平成34年度` are one fiscal year. */
function yearTerm(text: string): YearTerm | undefined {
  const year = wholeYear.test(text) ? fiscalYearOf(text.toUpperCase()) : undefined
  if (year === undefined) return undefined
  const names = eraNamesOf(year).flatMap(({ name, letter, number }) => [`${name}${number}`, `${letter.toLowerCase()}${number}`])
  return { kind: 'year', year: bothYears(year), pattern: new RegExp(String.raw`(?<![a-z\d])(?:(?:${names.join('|')})(?!\d)(?:年度?)?|${year}年度?)`, 'g') }
}

/** Where a record says what a term asks for, perhaps nowhere in its text; undefined where it does not. */
export function findTerm({ text, figures, year }: Pick<SearchRecord, 'text' | 'figures' | 'year'>, folded: Folded, term: Term): Stretch[] | undefined {
  if (term.kind === 'number') return found(figures.filter((figure) => means(figure, term)))
  if (term.kind === 'words') return found(stretches(text, folded, occurrences(folded.form, term.form)))
  const named = stretches(
    text,
    folded,
    [...folded.form.matchAll(term.pattern)].map(({ index, 0: { length } }) => [index, index + length] as const),
  )
  return year === term.year ? named : found(named)
}

function found(stretches: Stretch[]): Stretch[] | undefined {
  return stretches.length === 0 ? undefined : stretches
}

/** Where a folded text holds words, those that overlap among them. */
function occurrences(form: string, words: string): (readonly [number, number])[] {
  const places: [number, number][] = []
  for (let at = form.indexOf(words); at >= 0; at = form.indexOf(words, at + 1)) places.push([at, at + words.length])
  return places
}

/** The stretches of a text that places of its folded form stand for, but for those that part a number. */
function stretches(text: string, { form, starts, ends }: Folded, places: readonly (readonly [number, number])[]): Stretch[] {
  return places
    .filter(([start, end]) => !cutsNumber(form, start) && !cutsNumber(form, end))
    .map(([start, end]) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }))
}

function means({ value, yen }: RecordFigure, term: NumberTerm): boolean {
  if (term.shown === null) return yen === term.value || value === term.value
  return yen !== null && (yen === term.value || isShownAs(yen, term))
}

function isShownAs(yen: number, { value, shown }: NumberTerm): boolean {
  return Math.abs(yen - value) <= greatestRoundingYen && shownYens(yen).some((text) => bare(text) === shown)
}

/** Whether an index parts the digits of one number: 17 is not in 2017, nor in 17.5. */
function cutsNumber(form: string, at: number): boolean {
  return /\d\.?$/.test(form.slice(Math.max(0, at - 2), at)) && /^\.?\d/.test(form.slice(at, at + 2))
}
