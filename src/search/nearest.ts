import { fold } from './fold.ts'
import { type Entry, findHits } from './hits.ts'
import { type Term, termsOf } from './terms.ts'

/** A query that finds something, and how many hits it has. */
export interface Suggestion {
  query: string
  count: number
}

const mostSuggestions = 4
/** how alike two words are at least, of 0 to 1 */
const leastAlike = 0.5
/** by how much of its size a number may be off */
const farthest = 0.1
const runs = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9-]+/gu

/** What can be asked instead of a query that finds nothing: each of its words alone, the words of the texts most like it, the next numbers. */
export function nearestQueries(entries: readonly Entry[], query: string): Suggestion[] {
  const words = query.normalize('NFKC').trim().split(/\s+/)
  const alone = words.length > 1 ? withCounts(entries, words) : []
  const missed = words.filter((word) => !alone.some(({ query }) => query === word))
  const others = missed.flatMap((word) => termsOf(word).flatMap((term) => likeTerm(entries, term)))
  return [...alone, ...withCounts(entries, others)].slice(0, mostSuggestions)
}

function withCounts(entries: readonly Entry[], queries: readonly string[]): Suggestion[] {
  const counted = [...new Set(queries)].slice(0, mostSuggestions).map((query) => ({ query, count: findHits(entries, query).length }))
  return counted.filter(({ count }) => count > 0)
}

function likeTerm(entries: readonly Entry[], term: Term): string[] {
  if (term.kind === 'year') return []
  return term.kind === 'words' ? likeWords(entries, term.form) : nextNumbers(entries, term.value, term.shown !== null)
}

function likeWords(entries: readonly Entry[], form: string): string[] {
  return [...vocabularyOf(entries)]
    .map(([known, word]) => ({ word, likeness: likenessOf(form, known), length: known.length }))
    .filter(({ likeness }) => likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness || b.length - a.length)
    .map(({ word }) => word)
}

function nextNumbers(entries: readonly Entry[], asked: number, isYen: boolean): string[] {
  const numbers = entries.flatMap(({ record: { text, figures } }) =>
    figures.flatMap(({ start, end, value, yen }) => {
      const off = Math.min(...[yen, isYen ? null : value].flatMap((known) => (known === null ? [] : [Math.abs(known - asked)])))
      return off <= Math.abs(asked) * farthest ? [{ words: text.slice(start, end), off }] : []
    }),
  )
  return numbers.sort((a, b) => a.off - b.off).map(({ words }) => words)
}

let made: { entries: readonly Entry[]; length: number; words: ReadonlyMap<string, string> } | undefined

/** The words of all texts by their folded forms, gathered once for as many records. */
function vocabularyOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  if (made?.entries !== entries || made.length !== entries.length) made = { entries, length: entries.length, words: gather(entries) }
  return made.words
}

function gather(entries: readonly Entry[]): Map<string, string> {
  const words = new Set(entries.flatMap(({ record: { text } }) => text.match(runs) ?? []))
  return new Map([...words].map((word) => [fold(word).form, word]))
}

/** How alike two folded words are: the share of letters that need no change, or that a part has of the whole. */
function likenessOf(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.length < longer.length * leastAlike) return 0
  if (longer.includes(shorter)) return shorter.length / longer.length
  return 1 - changesBetween(shorter, longer) / longer.length
}

/** The fewest letters to be put in, left out or changed that make one word of another (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
