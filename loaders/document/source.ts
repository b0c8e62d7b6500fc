import { type Drawn, type DrawnPlace, drawnPlace } from './drawn.ts'
import { eraSquares, letterOfRadical, radicals } from './letters.ts'
import { markupSpans, type Span } from './markup.ts'
import { lastAtMost } from './rising.ts'

/** 1-based position in the document as it was given; the end is exclusive, columns are UTF-16 code units. */
export interface Place {
  start: { line: number; column: number }
  end: { line: number; column: number }
}

/**
 * A line of the clean text: its number in the document and where it stands in `Source.clean`, end exclusive, without the
 * form feeds that begin or end it.
 */
export interface LineSpan {
  no: number
  from: number
  to: number
  startsPage: boolean
  endsPage: boolean
}

/** Characters without a width, as word processors leave them behind: soft hyphens, joiners, a mark of byte order inside a text. */
const unseen = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`
const isUnseen = new RegExp(unseen)
const special = new RegExp(String.raw`\r\n?|[\u3041-\u30ff][\u3099\u309a]|[${Object.keys(eraSquares).join('')}]|${unseen}`, 'g')
const inlineTag = /^<\/?(?:a|abbr|b|em|font|i|s|small|span|strong|sub|sup|u)\b/i
const startsInNumber = /^[,.，．]?\p{Nd}/u
const endsInNumber = /\p{Nd}[,.，．]?$/u
const lineFeed = 0x0a
const carriageReturn = 0x0d
const foldable = /[\uff01-\uff5e\u3000\u00a0\u0085\u2028\u2029\u301c\u2010-\u2015\u2212\uff65]/g
const everyRadical = new RegExp(`[${radicals}]`, 'g')

const blanks = new Set([0x3000, 0xa0, 0x85, 0x2028, 0x2029])

/**
 * One character to the form that patterns match: full-width ASCII, wide blanks, line separators within a line, dashes and
 * wave dashes made plain.
 */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (blanks.has(code)) return ' '
  if (code === 0x301c) return '~'
  return code === 0xff65 ? '・' : '-'
}

/**
 * A decoded document. `raw` is the text as given, or the house text of the file that `drawn` says, in which no letters are markup; `clean` is the same without markup, with `\n` line ends, voiced kana
 * composed, radicals as the letters that they look like and the name of an era in place of its sign (㋿); `form` is `clean`
 * folded for matching, index for index of the same length.
 */
export class Source {
  readonly clean: string
  readonly form: string
  readonly lines: readonly LineSpan[]
  readonly #cleanStarts: number[] = []
  readonly #rawStarts: number[] = []
  /** rising */
  readonly #blockBreaks: number[] = []
  readonly #rawLineStarts: readonly number[]
  #rawLines: readonly string[] | undefined

  constructor(
    readonly raw: string,
    readonly drawn?: Drawn,
  ) {
    this.clean = this.#clean()
    this.form = this.clean.replace(foldable, foldCharacter)
    this.lines = splitLines(this.clean)
    this.#rawLineStarts = lineStarts(raw)
  }

  /** The lines of the text as given, without their ends. */
  get rawLines(): readonly string[] {
    this.#rawLines ??= this.raw.split(/\r\n|\n|\r/)
    return this.#rawLines
  }

  #clean(): string {
    const pieces: string[] = []
    let length = 0
    let from = 0
    const put = (text: string, rawAt: number) => {
      if (text === '') return
      this.#cleanStarts.push(length)
      this.#rawStarts.push(rawAt)
      pieces.push(text)
      length += text.length
    }
    const append = (text: string, rawAt: number) => {
      const partsNumber = this.#blockBreaks.at(-1) === length && startsInNumber.test(text) && endsInNumber.test(pieces.at(-1) ?? '')
      if (partsNumber) put(' ', rawAt - 1)
      put(text, rawAt)
    }
    for (const span of changedSpans(this.raw, this.drawn ? [] : markupSpans(this.raw))) {
      append(this.raw.slice(from, span.from), from)
      const found = this.raw.slice(span.from, span.to)
      const era = eraSquares[found]
      if (era) for (const letter of era) put(letter, span.from)
      else if (found.startsWith('\r')) put('\n', span.from)
      else if (!found.startsWith('<')) put(isUnseen.test(found) ? '' : composeKana(found), span.from)
      else {
        for (const lineEnd of found.matchAll(/\r\n?|\n/g)) put('\n', span.from + lineEnd.index)
        if (!inlineTag.test(found) && this.#blockBreaks.at(-1) !== length) this.#blockBreaks.push(length)
      }
      from = span.to
    }
    append(this.raw.slice(from), from)
    return pieces.join('').replace(everyRadical, (radical) => letterOfRadical(radical))
  }

  /** Whether block markup such as `<p>` or `<li>` stood right before this index of the clean text. */
  hasBlockBreak(index: number): boolean {
    return this.hasBlockBreakIn(index, index)
  }

  /** Whether block markup stood anywhere from one index of the clean text to another, both included. */
  hasBlockBreakIn(from: number, to: number): boolean {
    const last = this.#blockBreaks[lastAtMost(this.#blockBreaks, to)]
    return last !== undefined && last >= from && last <= to
  }

  /** The offset in `raw` of an index of `clean`. */
  rawOffset(index: number): number {
    const low = lastAtMost(this.#cleanStarts, index)
    return (this.#rawStarts[low] ?? 0) + index - (this.#cleanStarts[low] ?? 0)
  }

  /** The offset in `raw` right after the character that ends before `to` in `clean`. */
  rawEnd(to: number): number {
    const last = this.rawOffset(to - 1)
    const next = this.raw[last + 1]
    return last + (next === '\u3099' || next === '\u309a' ? 2 : 1)
  }

  /** Where the words between two indices of the clean text stand in the document. */
  place(from: number, to: number): Place {
    return { start: this.#point(this.rawOffset(from)), end: this.#point(to > from ? this.rawEnd(to) : this.rawOffset(from)) }
  }

  /** Where a span of the text as it was given, end exclusive, stands in it. */
  rawPlace(from: number, to: number): Place {
    return { start: this.#point(from), end: this.#point(to) }
  }

  /** Where spans of the clean text, ends exclusive, stand in the file that the text was made of; undefined where it is the file. */
  placeInFile(spans: readonly Span[]): DrawnPlace | undefined {
    const raw = ({ from, to }: Span) => ({ from: this.rawOffset(from), to: to > from ? this.rawEnd(to) : this.rawOffset(from) + 1 })
    return this.drawn && drawnPlace(this.drawn, spans.map(raw))
  }

  #point(offset: number): Place['start'] {
    const line = lastAtMost(this.#rawLineStarts, offset)
    return { line: line + 1, column: offset - (this.#rawLineStarts[line] as number) + 1 }
  }
}

/**
 * What of a text is no words as they stand, in order: markup, and outside it line ends, kana in two characters and what has
 * no width.
 */
function* changedSpans(text: string, spans: readonly Span[]): Generator<Span> {
  let at = 0
  for (const { 0: found, index } of text.matchAll(special)) {
    for (let span = spans[at]; span && span.to <= index; span = spans[++at]) yield span
    if ((spans[at]?.from ?? text.length) > index) yield { from: index, to: index + found.length }
  }
  yield* spans.slice(at)
}

/** Where the lines of a text begin, whatever ends them. */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) starts.push(at + 1)
  }
  return starts
}

function composeKana(pair: string): string {
  const composed = pair.normalize('NFC')
  return composed.length === 1 ? composed : pair
}

function splitLines(clean: string): LineSpan[] {
  const lines: LineSpan[] = []
  let from = 0
  while (from <= clean.length) {
    const end = clean.indexOf('\n', from)
    const to = end < 0 ? clean.length : end
    if (to > from || end >= 0) lines.push(lineSpan(clean, lines.length + 1, from, to))
    from = to + 1
  }
  return lines
}

/** A line without the form feeds at its ends: a page's first line begins with one (as pdftotext prints it) or its last ends with one. */
function lineSpan(clean: string, no: number, from: number, to: number): LineSpan {
  let first = from
  let end = to
  while (first < end && clean[first] === '\f') first += 1
  while (end > first && clean[end - 1] === '\f') end -= 1
  return { no, from: first, to: end, startsPage: first > from, endsPage: end < to }
}
