/**
 * The pairs of neighbouring letters and digits of a text on folded text, in small letters; marks and blanks count for
 * nothing.
 */
export function letterPairs(form: string): Set<string> {
  const letters = [...form.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** Pairs that the text found must have, so that 継続 or 見直し alone is no text of its own. */
const leastPairs = 6

/**
 * The share of a text's letter pairs that another has too, 0 to 1: of the shorter one's, so that a text said in short
 * is found in a long one. 0 where the text has no pairs.
 */
export function sharedPairs(sought: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const of = Math.min(sought.size, Math.max(other.size, leastPairs))
  const shared = [...sought].filter((pair) => other.has(pair)).length
  return of === 0 ? 0 : Math.min(1, shared / of)
}
