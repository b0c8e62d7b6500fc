import { yenOf } from '../../loaders/vocabulary/amounts.ts'
import { numeral, numeralValue } from '../../loaders/vocabulary/numerals.ts'
import { type Folded, fold } from './fold.ts'
import type { RecordFigure, SearchRecord } from './record.ts'

/** One thing that a query asks for: words, or a number in whatever way it is written. */
export type Term = { kind: 'words'; form: string } | NumberTerm

interface NumberTerm {
  kind: 'number'
  value: number
  /** whether it was written as money, and so is a number of yen and of nothing else */
  isYen: boolean
}

/** A stretch of a record's text, end exclusive. */
export interface Stretch {
  start: number
  end: number
}

const wholeNumber = new RegExp(`^[△▲]?${numeral}$`)

/** What a query asks for, all of it at once: an amount may have blanks in it, else blanks part its terms. */
export function termsOf(query: string): Term[] {
  const text = query.normalize('NFKC').trim()
  const whole = numberTerm(text)
  if (whole) return [whole]
  return text
    .split(/\s+/)
    .map((word): Term => numberTerm(word) ?? { kind: 'words', form: fold(word).form })
    .filter((term) => term.kind === 'number' || term.form !== '')
}

/** `51,000,000` is any such number or that many yen; `5100万` and `5,100万円` are 51,000,000 yen. */
function numberTerm(text: string): NumberTerm | undefined {
  if (wholeNumber.test(text)) return { kind: 'number', value: numeralValue(text.replace(/^[△▲]/, '-')), isYen: false }
  const yen = yenOf(text.endsWith('円') ? text : `${text}円`)
  return yen === undefined ? undefined : { kind: 'number', value: yen, isYen: true }
}

/** Where a record says what a term asks for; nothing where it does not. */
export function findTerm({ text, figures }: Pick<SearchRecord, 'text' | 'figures'>, folded: Folded, term: Term): Stretch[] {
  if (term.kind === 'number') return figures.filter((figure) => means(figure, term))
  const found: Stretch[] = []
  for (let at = folded.form.indexOf(term.form); at >= 0; at = folded.form.indexOf(term.form, at + 1)) {
    const end = at + term.form.length
    if (!cutsNumber(folded.form, at) && !cutsNumber(folded.form, end)) found.push({ start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? text.length })
  }
  return found
}

function means({ value, yen }: RecordFigure, term: NumberTerm): boolean {
  return yen === term.value || (value === term.value && !term.isYen)
}

/** Whether an index parts the digits of one number: 17 is not in 2017, nor in 17.5. */
function cutsNumber(form: string, at: number): boolean {
  return /\d\.?$/.test(form.slice(Math.max(0, at - 2), at)) && /^\.?\d/.test(form.slice(at, at + 2))
}
