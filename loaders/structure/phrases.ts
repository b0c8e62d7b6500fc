import type { Form, Phrase } from '../forms/form.ts'
import { fiscalYearName } from '../vocabulary/year-heads.ts'
import { yearsMark } from '../vocabulary/year-spans.ts'

/** A phrase as a pattern: the source of a regular expression, and a word without which no text can match it ('' where there is none). */
export interface Compiled {
  source: string
  word: string
}

/** A phrase that cannot be understood; `phrase` is the phrase, the message what is wrong with it, in Japanese. */
export class PhraseError extends Error {
  constructor(
    readonly phrase: Phrase,
    reason: string,
  ) {
    super(reason)
  }
}

/** A pattern that matches nothing. */
const never = '(?!)'

/** Pieces of the vocabulary that any form may name; those that a reader takes out of a label are groups of that name. */
const pieces: ReadonlyMap<string, Compiled> = named({
  /** 3カ年, 5年間, 3年 */
  years: { source: String.raw`(?<!\d)\d{1,2}\s*(?:${yearsMark}|年)`, word: '年' },
  /** 令和2年度, 平成31年度（令和元年度） */
  year: { source: String.raw`(?<year>${fiscalYearName}(?:\s*\(\s*${fiscalYearName}\s*\))?)`, word: '年度' },
  /** 令和2年度～令和4年度 */
  yearSpan: { source: String.raw`${fiscalYearName}\s*[~-]\s*${fiscalYearName}`, word: '年度' },
  /** the unit of money that a table's head states */
  unit: { source: '(?<unit>円|千円|万円|百万円|億円)', word: '円' },
  /** names up to the end of a bracket */
  names: { source: '(?<names>[^】]{0,400})', word: '' },
  /** names up to the end of a table's cell */
  namesInCell: { source: String.raw`(?<names>[^\s][^\t]{0,80})`, word: '' },
  /** a word in brackets that says what the part is: （成果） */
  note: { source: String.raw`\([^)]{1,8}\)`, word: '(' },
  /** ※ and a sentence, or words up to the next entry */
  remark: { source: String.raw`※[^。○●・\t]{0,80}(?:。|(?=[○●・\t]|$))`, word: '※' },
})

function named<T>(values: { readonly [name: string]: T }): ReadonlyMap<string, T> {
  return new Map(Object.entries(values))
}

/** Pieces made of what a form says elsewhere. */
function piecesOf({ titles, years }: Form): ReadonlyMap<string, (compile: (phrase: Phrase) => Compiled) => Compiled> {
  return named({
    /** 6次プラン, 次期計画 */
    plan: () => ({ source: String.raw`(?<plan>(?:第?\s*\d+\s*[次期]|次期)[^】]{0,40}?(?:${escapedWords(titles)}))`, word: '' }),
    /** what a year's head says besides the year, in words that the form knows */
    said: (compile) => ({ source: String.raw`(?:\s|${years.said.map((phrase) => compile(phrase).source).join('|')})*`, word: '' }),
    /** other words of a year's head */
    titled: () => ({ source: String.raw`の(?![^】]*(?:${escapedWords(years.notSaid)})[^】]{0,3}】)[^】\d。、:]{1,12}`, word: 'の' }),
  })
}

/** Words as alternatives of a pattern; without any it matches nothing. */
export function escapedWords(words: readonly string[]): string {
  return words.length === 0 ? never : words.map(escaped).join('|')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (mark) => `\\${mark}`)
}

/** Makes patterns of a form's phrases; throws a {@link PhraseError} for one that cannot be understood. */
export class PhraseCompiler {
  readonly #lists = new Map<string, Compiled>()
  readonly #open = new Set<string>()
  readonly #ofForm: ReturnType<typeof piecesOf>
  readonly #words: ReadonlyMap<string, readonly Phrase[]>

  constructor(form: Form) {
    this.#words = named(form.words)
    this.#ofForm = piecesOf(form)
  }

  /** The pattern of a phrase, without anchors or flags. */
  compile = (phrase: Phrase): Compiled => {
    const tokens = tokensOf(phrase)
    const { compiled, next } = this.#sequence(phrase, tokens, 0)
    if (next < tokens.length) throw new PhraseError(phrase, `${tokens[next]?.text} の前に [ がない`)
    const names = [...compiled.source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name)
    const twice = names.find((name, index) => names.indexOf(name) < index)
    if (twice) throw new PhraseError(phrase, `{${twice}} が2度ある`)
    return compiled
  }

  /** Alternatives of several phrases, longest first. */
  any(phrases: readonly Phrase[]): Compiled {
    const compiled = [...phrases].sort((a, b) => b.length - a.length).map(this.compile)
    return { source: `(?:${compiled.map(({ source }) => source).join('|') || never})`, word: commonStart(phrases) }
  }

  #sequence(phrase: Phrase, tokens: readonly Token[], from: number): { compiled: Compiled; next: number } {
    const parts: Compiled[] = []
    let at = from
    while (at < tokens.length) {
      const token = tokens[at] as Token
      if (token.kind === 'or' || token.kind === 'close') break
      if (token.kind === 'open') {
        const { source, next } = this.#option(phrase, tokens, at + 1)
        parts.push({ source, word: '' })
        at = next
      } else {
        parts.push(token.kind === 'piece' ? this.#piece(phrase, token.text) : literal(token.text))
        at += 1
      }
    }
    const word = parts.reduce((longest, part) => (part.word.length > longest.length ? part.word : longest), '')
    return { compiled: { source: parts.map(({ source }) => source).join(''), word }, next: at }
  }

  /** `[a|b]` from behind its `[`. */
  #option(phrase: Phrase, tokens: readonly Token[], from: number): { source: string; next: number } {
    const sources: string[] = []
    for (let at = from; at <= tokens.length; ) {
      const { compiled, next } = this.#sequence(phrase, tokens, at)
      sources.push(compiled.source)
      const end = tokens[next]
      if (!end) break
      if (end.kind === 'close') return { source: `(?:${sources.join('|')})?`, next: next + 1 }
      at = next + 1
    }
    throw new PhraseError(phrase, '[ に対する ] がない')
  }

  #piece(phrase: Phrase, name: string): Compiled {
    const known = pieces.get(name) ?? this.#ofForm.get(name)?.(this.compile) ?? this.#lists.get(name)
    if (known) return known
    const words = this.#words.get(name)
    if (!words) throw new PhraseError(phrase, `{${name}} という語の一覧がない`)
    if (this.#open.has(name)) throw new PhraseError(phrase, `{${name}} が自分自身を含む`)
    this.#open.add(name)
    const compiled = this.any(words)
    this.#open.delete(name)
    this.#lists.set(name, compiled)
    return compiled
  }
}

interface Token {
  kind: 'text' | 'piece' | 'open' | 'or' | 'close'
  text: string
}

const token = /\\(?<escaped>[[\]|{}\\])|\{(?<piece>[^{}]*)\}|(?<mark>[[\]|{}])|(?<text>[^\\[\]|{}]+|\\)/g
const marks: { readonly [mark: string]: Token['kind'] } = { '[': 'open', ']': 'close', '|': 'or' }

function tokensOf(phrase: Phrase): Token[] {
  return [...phrase.matchAll(token)].map(({ groups }) => {
    if (groups?.piece !== undefined) return { kind: 'piece', text: groups.piece }
    const mark = groups?.mark
    if (mark === '{' || mark === '}') throw new PhraseError(phrase, `${mark} の相手がない`)
    if (mark !== undefined) return { kind: marks[mark] as Token['kind'], text: mark }
    return { kind: 'text', text: groups?.escaped ?? groups?.text ?? '' }
  })
}

/** Text as it is, with blanks or none where it has a blank; its word is its longest stretch without one. */
function literal(text: string): Compiled {
  const words = text.split(' ')
  return { source: words.map(escaped).join(String.raw`\s*`), word: words.reduce((a, b) => (b.length > a.length ? b : a), '') }
}

/** The letters with which all of some phrases begin. */
function commonStart(phrases: readonly Phrase[]): string {
  const [first = '', ...others] = phrases.map((phrase) => /^[^[\]{}|\\ ]*/.exec(phrase)?.[0] ?? '')
  let length = first.length
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length -= 1
  return first.slice(0, length)
}
