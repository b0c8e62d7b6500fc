import type { Words, WordsMatch } from '../document/words.ts'
import { numeralValue } from '../vocabulary/numerals.ts'

/** A number that the document states: its value, and the words in which it is the first number. */
export interface Stated {
  value: number
  words: Words
}

/** The number of the first of some groups that took part in a match; null where none did. */
export function statedIn(match: WordsMatch | undefined, ...groups: readonly string[]): Stated | null {
  const words = groups.map((group) => match?.words(group)).find((found) => found !== undefined)
  return words ? { value: numeralValue(words.form), words } : null
}

type PlaceColumns<N extends string> = { [P in 'line' | 'column' | 'end_line' | 'end_column' as `${N}_source_${P}`]: number | null }

/** The columns of the place of words that a row has beside its own; NULL where it has none. */
export function placeColumns<const N extends string>(name: N, words: Words | undefined): PlaceColumns<N> {
  const { start, end } = words?.place ?? {}
  return {
    [`${name}_source_line`]: start?.line ?? null,
    [`${name}_source_column`]: start?.column ?? null,
    [`${name}_source_end_line`]: end?.line ?? null,
    [`${name}_source_end_column`]: end?.column ?? null,
  } as PlaceColumns<N>
}

type StatedColumns<N extends string> = { [C in N]: number | null } & { [C in `${N}_figure_no`]: Words | null }

/** The columns of a value that is read: the value under its name, and the words that its figure begins in. */
export function statedColumns<const N extends string>(name: N, stated: Stated | null): StatedColumns<N> {
  return { [name]: stated?.value ?? null, [`${name}_figure_no`]: stated?.words ?? null } as StatedColumns<N>
}
