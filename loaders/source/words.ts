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

  private constructor(
    readonly source: Source,
    private readonly spans: readonly Span[],
  ) {}

  get text(): string {
    return this.#cut(this.source.clean)
  }

  get form(): string {
    this.#form ??= this.#cut(this.source.form)
    return this.#form
  }

  #cut(text: string): string {
    const [first, second] = this.spans
    if (first && !second) return text.slice(first.from, first.to)
    return this.spans.map(({ from, to }) => text.slice(from, to)).join('')
  }

  /** The words between two indices of the source's clean text. */
  static of(source: Source, from: number, to: number): Words {
    return new Words(source, [{ from, to }])
  }

  /** These words and, after a page end, those that continue them; a blank that the page end left behind is kept. */
  join(next: Words): Words {
    const spans = [...this.spans]
    const last = spans.at(-1) as Span
    if (/ /.test(this.source.form[last.to] ?? '')) spans[spans.length - 1] = { from: last.from, to: last.to + 1 }
    return new Words(this.source, [...spans, ...next.spans])
  }

  /** All words from these up to the end of others further on. */
  through(last: Words): Words {
    return Words.of(this.source, (this.spans[0] as Span).from, (last.spans.at(-1) as Span).to)
  }

  get length(): number {
    let length = 0
    for (const { from, to } of this.spans) length += to - from
    return length
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  /** Index in the source's clean text of index `at` of these words. */
  cleanIndex(at: number): number {
    let rest = at
    for (const { from, to } of this.spans) {
      if (rest < to - from) return from + rest
      rest -= to - from
    }
    return (this.spans.at(-1) as Span).to + rest
  }

  /** Index in these words of the first of others that are part of them. */
  indexOf(part: Words): number {
    const at = part.cleanIndex(0)
    let length = 0
    for (const { from, to } of this.spans) {
      if (at < to) return length + Math.max(0, at - from)
      length += to - from
    }
    return length
  }

  /** The words from one index to another, end exclusive. */
  slice(from: number, to: number = this.length): Words {
    const [only, second] = this.spans
    if (only && !second) {
      const start = Math.min(only.from + Math.max(from, 0), only.to)
      return Words.of(this.source, start, Math.max(start, Math.min(only.from + to, only.to)))
    }
    const spans: Span[] = []
    let start = 0
    for (const span of this.spans) {
      const length = span.to - span.from
      const first = Math.max(from - start, 0)
      const last = Math.min(to - start, length)
      if (last > first) spans.push({ from: span.from + first, to: span.from + last })
      start += length
    }
    const at = this.cleanIndex(Math.min(from, this.length))
    return new Words(this.source, spans.length > 0 ? spans : [{ from: at, to: at }])
  }

  /** The words without blanks at either end. */
  trim(): Words {
    const from = this.form.search(/\S/)
    return from < 0 ? this.slice(0, 0) : this.slice(from, this.form.trimEnd().length)
  }

  /** Whether a new statement may begin at `at`: the start, after a blank, or where block markup stood. */
  isBoundary(at: number): boolean {
    return at === 0 || /\s/.test(this.form[at - 1] as string) || this.source.hasBlockBreak(this.cleanIndex(at))
  }

  /** Whether a statement may end at `at`: the end, before a blank, or where block markup stands. */
  isEnd(at: number): boolean {
    return at >= this.length || /\s/.test(this.form[at] as string) || this.source.hasBlockBreak(this.cleanIndex(at))
  }

  /** Whether a page end stood right before `at`. */
  isCut(at: number): boolean {
    let length = 0
    return this.spans.slice(0, -1).some(({ from, to }) => {
      length += to - from
      return length === at
    })
  }

  /** All matches of a global pattern on the folded form. */
  matches(pattern: RegExp): WordsMatch[] {
    const found: WordsMatch[] = []
    for (const match of this.form.matchAll(pattern)) found.push(new WordsMatch(this, match))
    return found
  }

  /** The first match of a pattern on the folded form. */
  match(pattern: RegExp): WordsMatch | undefined {
    const match = pattern.exec(this.form)
    return match ? new WordsMatch(this, match) : undefined
  }

  /** The parts between the matches of a global pattern. */
  split(pattern: RegExp): Words[] {
    const parts: Words[] = []
    let from = 0
    for (const match of this.form.matchAll(pattern)) {
      parts.push(this.slice(from, match.index))
      from = match.index + match[0].length
    }
    return [...parts, this.slice(from)]
  }

  /** The stretches of the clean text that these words are, in order. */
  get ranges(): readonly Readonly<Span>[] {
    return this.spans
  }

  /** Where the words stand in the document as it was given. */
  get place(): Place {
    return this.source.place((this.spans[0] as Span).from, (this.spans.at(-1) as Span).to)
  }
}

/** A match on the folded form; `words(n)` gives the n-th group as words (the pattern needs the `d` flag for groups). */
export class WordsMatch {
  readonly index: number
  readonly end: number

  constructor(
    private readonly whole: Words,
    private readonly match: RegExpExecArray,
  ) {
    this.index = match.index
    this.end = match.index + match[0].length
  }

  /** Group `n` as folded text, undefined where it took no part. */
  form(n: number | string): string | undefined {
    return typeof n === 'number' ? this.match[n] : this.match.groups?.[n]
  }

  /** Group `n` as words, undefined where it took no part. */
  words(n: number | string = 0): Words | undefined {
    const indices = n === 0 ? ([this.index, this.end] as const) : typeof n === 'number' ? this.match.indices?.[n] : this.match.indices?.groups?.[n]
    return indices ? this.whole.slice(indices[0], indices[1]) : undefined
  }
}
