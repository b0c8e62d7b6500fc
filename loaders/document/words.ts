import type { DrawnPlace } from './drawn.ts'
import { type ShortText, shortenBlanks } from './short-blanks.ts'
import type { Place, Source } from './source.ts'

interface Span {
  from: number
  to: number
}

/**
 * Words of a document that know where they stand: one span of its clean text, or several where a page end cut a text.
 * `text` is what the document says, `form` the same folded for matching, index for index.
 */
export class Words {
  #form: string | undefined
  #short: ShortText | undefined | null = null

  private constructor(
    readonly source: Source,
    private readonly from: number,
    private readonly to: number,
    private readonly parts?: readonly Span[],
  ) {}

  get text(): string {
    return this.#cut(this.source.clean)
  }

  get form(): string {
    this.#form ??= this.#cut(this.source.form)
    return this.#form
  }

  /** The form as patterns see it, where that differs. */
  get #shortForm(): ShortText | undefined {
    if (this.#short === null) this.#short = shortenBlanks(this.form)
    return this.#short
  }

  #cut(text: string): string {
    return this.parts ? this.parts.map(({ from, to }) => text.slice(from, to)).join('') : text.slice(this.from, this.to)
  }

  /** The words between two indices of the source's clean text. */
  static of(source: Source, from: number, to: number): Words {
    return new Words(source, from, to)
  }

  static #ofParts(source: Source, parts: readonly Span[]): Words {
    return new Words(source, (parts[0] as Span).from, (parts.at(-1) as Span).to, parts.length > 1 ? parts : undefined)
  }

  /**
   * These words and, after a page end, those that continue them; a blank that the page end left behind is kept, and its line
   * end where a number with all its digits (`8,526`) stands before digits.
   */
  join(next: Words): Words {
    const parts = [...this.ranges]
    const last = parts.at(-1) as Span
    const { form } = this.source
    const isWhole = /,\d{3}$/.test(form.slice(Math.max(last.from, last.to - 4), last.to)) && /\d/.test(form[next.from] ?? '')
    if (form[last.to] === ' ' || (isWhole && /[\n\f]/.test(form[last.to] ?? ''))) parts[parts.length - 1] = { from: last.from, to: last.to + 1 }
    return Words.#ofParts(this.source, [...parts, ...next.ranges])
  }

  /** All words from these up to the end of others further on. */
  through(last: Words): Words {
    return Words.of(this.source, this.from, last.to)
  }

  get length(): number {
    return this.parts ? this.parts.reduce((length, { from, to }) => length + to - from, 0) : this.to - this.from
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  /** Index in the source's clean text of index `at` of these words. */
  cleanIndex(at: number): number {
    if (!this.parts) return this.from + at
    let rest = at
    for (const { from, to } of this.parts) {
      if (rest < to - from) return from + rest
      rest -= to - from
    }
    return this.to + rest
  }

  /** Index in these words of the first of others that are part of them. */
  indexOf(part: Words): number {
    const at = part.from
    let length = 0
    for (const { from, to } of this.ranges) {
      if (at < to) return length + Math.max(0, at - from)
      length += to - from
    }
    return length
  }

  /** The words from one index to another, end exclusive. */
  slice(from: number, to: number = this.length): Words {
    if (!this.parts) {
      const start = Math.min(this.from + Math.max(from, 0), this.to)
      return Words.of(this.source, start, Math.max(start, Math.min(this.from + to, this.to)))
    }
    const parts: Span[] = []
    let start = 0
    for (const part of this.parts) {
      const length = part.to - part.from
      const first = Math.max(from - start, 0)
      const last = Math.min(to - start, length)
      if (last > first) parts.push({ from: part.from + first, to: part.from + last })
      start += length
    }
    const at = this.cleanIndex(Math.min(from, this.length))
    return Words.#ofParts(this.source, parts.length > 0 ? parts : [{ from: at, to: at }])
  }

  /** The words without blanks at either end. */
  trim(): Words {
    const { form } = this
    const to = form.trimEnd().length
    if (to === 0) return this.slice(0, 0)
    const from = form.length - form.trimStart().length
    return from === 0 && to === form.length ? this : this.slice(from, to)
  }

  /** Whether a new statement may begin at `at`: the start, after a blank, or where block markup stood. */
  isBoundary(at: number): boolean {
    return at === 0 || isBlank(this.form[at - 1]) || this.source.hasBlockBreak(this.cleanIndex(at))
  }

  /** Whether a statement may end at `at`: the end, before a blank, or where block markup stands. */
  isEnd(at: number): boolean {
    return at >= this.length || isBlank(this.form[at]) || this.source.hasBlockBreak(this.cleanIndex(at))
  }

  /** Whether a page end stood right before `at`. */
  isCut(at: number): boolean {
    let length = 0
    return this.ranges.slice(0, -1).some(({ from, to }) => {
      length += to - from
      return length === at
    })
  }

  /** All matches of a global pattern on the folded form, long runs of blanks cut short. */
  matches(pattern: RegExp): WordsMatch[] {
    const short = this.#shortForm
    const found: WordsMatch[] = []
    for (const match of execAll(pattern, short?.text ?? this.form)) found.push(new WordsMatch(this, match, short))
    return found
  }

  /** The first match of a pattern on the folded form, long runs of blanks cut short. */
  match(pattern: RegExp): WordsMatch | undefined {
    const short = this.#shortForm
    const match = pattern.exec(short?.text ?? this.form)
    return match ? new WordsMatch(this, match, short) : undefined
  }

  /** The parts between the matches of a global pattern. */
  split(pattern: RegExp): Words[] {
    const parts: Words[] = []
    let from = 0
    for (const match of execAll(pattern, this.form)) {
      parts.push(this.slice(from, match.index))
      from = match.index + match[0].length
    }
    parts.push(from === 0 ? this : this.slice(from))
    return parts
  }

  /** The stretches of the clean text that these words are, in order. */
  get ranges(): readonly Readonly<Span>[] {
    return this.parts ?? [{ from: this.from, to: this.to }]
  }

  /** Where the words stand in the file that the document's text was made of; undefined where it is the file. */
  get placeInFile(): DrawnPlace | undefined {
    return this.source.placeInFile(this.ranges)
  }

  /** Where the words stand in the document as it was given. */
  get place(): Place {
    return this.source.place(this.from, this.to)
  }
}

function isBlank(character: string | undefined): boolean {
  return character?.trim() === ''
}

const none: readonly RegExpExecArray[] = []

/** All matches of a global pattern: as `matchAll`, which makes a new RegExp at every call. */
function execAll(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return none
  const found: RegExpExecArray[] = []
  for (; match; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

/**
 * A match on the folded form: its places and groups are those of the words themselves. `words(n)` gives the n-th group as
 * words (the pattern needs the `d` flag for groups).
 */
export class WordsMatch {
  readonly index: number
  readonly end: number

  constructor(
    private readonly whole: Words,
    private readonly match: RegExpExecArray,
    private readonly short: ShortText | undefined,
  ) {
    this.index = this.#wholeIndex(match.index)
    this.end = this.#wholeIndex(match.index + match[0].length)
  }

  #wholeIndex(at: number): number {
    return this.short?.wholeIndex(at) ?? at
  }

  /** Group `n` as folded text, undefined where it took no part. */
  form(n: number | string): string | undefined {
    const found = typeof n === 'number' ? this.match[n] : this.match.groups?.[n]
    return this.short && found !== undefined ? (this.words(n)?.form ?? found) : found
  }

  /** Group `n` as words, undefined where it took no part. */
  words(n: number | string = 0): Words | undefined {
    if (n === 0) return this.whole.slice(this.index, this.end)
    const indices = typeof n === 'number' ? this.match.indices?.[n] : this.match.indices?.groups?.[n]
    return indices && this.whole.slice(this.#wholeIndex(indices[0]), this.#wholeIndex(indices[1]))
  }
}
