import type { Fact } from '../facts/fact.ts'

/** Markup that is ready to be put into a page, with the facts that it shows; everything else is escaped when it is put into markup. */
export class Html {
  constructor(
    readonly text: string,
    readonly facts: readonly Fact[] = [],
  ) {}

  toString(): string {
    return this.text
  }
}

/**
 * Words of a page, some of them links or numbers: as markup, and in `plain` as they read without it. `unbacked` are the numbers
 * in them that were written as words and not taken from a fact.
 */
export class Phrase extends Html {
  constructor(
    text: string,
    readonly plain: string,
    facts: readonly Fact[] = [],
    readonly unbacked: readonly string[] = [],
  ) {
    super(text, facts)
  }
}

type Nothing = false | null | undefined
type Insert = Html | string | number | Nothing | readonly Insert[]
/** What may be put into words. */
export type Words = Phrase | string | number | Nothing | readonly Words[]

const writtenNumber = /\p{Nd}+(?:[.,．，]\p{Nd}+)*/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe to stand in markup or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}

/** Markup from a template: inserted text is escaped, inserted markup is not, null and false give nothing. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const facts: Fact[] = []
  const text = strings.reduce((text, string, index) => text + insert(inserts[index - 1], facts) + string)
  return new Html(text, facts)
}

/** Words from a template that holds no markup of its own: inserted words keep their links and numbers. */
export function phrase(strings: TemplateStringsArray, ...inserts: readonly Words[]): Phrase {
  return joinWords(strings.flatMap((string, index) => (index === 0 ? [string] : [inserts[index - 1], string])))
}

/** Words one after another. */
export function joinWords(words: readonly Words[], separator = ''): Phrase {
  const parts = words.map(toPhrase)
  return new Phrase(
    parts.map(({ text }) => text).join(escapeHtml(separator)),
    parts.map(({ plain }) => plain).join(separator),
    parts.flatMap(({ facts }) => facts),
    parts.flatMap(({ unbacked }) => unbacked),
  )
}

/** Any words as a phrase. */
export function toPhrase(words: Words): Phrase {
  if (words instanceof Phrase) return words
  if (Array.isArray(words)) return joinWords(words)
  const text = words === null || words === undefined || words === false ? '' : String(words)
  return new Phrase(escapeHtml(text), text, [], text.match(writtenNumber) ?? [])
}

/** Words that lead somewhere. */
export function Link(href: string, words: Words): Phrase {
  const { text, plain, facts, unbacked } = toPhrase(words)
  return new Phrase(`<a href="${escapeHtml(href)}">${text}</a>`, plain, facts, unbacked)
}

/** Words that stay on one line. */
export function Together(words: Phrase): Phrase {
  return new Phrase(`<span class="together">${words.text}</span>`, words.plain, words.facts, words.unbacked)
}

function insert(value: Insert, facts: Fact[]): string {
  if (value instanceof Html) {
    for (const fact of value.facts) facts.push(fact)
    return value.text
  }
  if (Array.isArray(value)) return value.map((part) => insert(part, facts)).join('')
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value))
}
