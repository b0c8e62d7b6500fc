import type { Row } from '../../loaders/tables.ts'
import type { Formula, Unlisted } from '../../loaders/warehouse/formula.ts'
import type { LinePlace } from '../format/place-words.ts'

/** A number of the document as `figures` holds it. */
export type Figure = Row<'figures'>

/** A value that one number of the document states; `value` is in the unit of its column (yen, persons, …). */
export interface ReadFact {
  kind: 'read'
  value: number
  unit: string
  figure: Figure
}

/** A value computed of others; `places` are the decimals that it is rounded to, where its formula rounds. */
export interface ComputedFact {
  kind: 'computed'
  /** what the fact is, the same on every page: `relation/key/column` */
  id: string
  value: number
  unit: string
  formula: Formula
  places: number | undefined
  readonly operands: readonly Operand[]
}

/** Words that are counted as they stand in the document, such as the letter of a rating, with their line. */
export interface WordsFact {
  kind: 'words'
  words: string
  line: number
}

/** A value that another document of the warehouse states: an earlier edition, or another plan. */
export interface ElsewhereFact {
  kind: 'elsewhere'
  value: number
  unit: string
  planId: string
  /** where it stands there */
  place: LinePlace
}

/** What a page shows of the document, answering for itself: read, computed of other facts, words, or what another document states. */
export type Fact = ReadFact | ComputedFact | WordsFact | ElsewhereFact

/** A fact of the plan's document that is a number. */
export type NumberFact = ReadFact | ComputedFact

/** A fact that is a number, of whatever document. */
export type AnyNumberFact = NumberFact | ElsewhereFact

/** Stands for an operand that the document does not list and that counts as nothing: what the receipt says instead, and what it means. */
export interface UnlistedFact extends Unlisted {
  kind: 'unlisted'
}

/** One of the facts that a value was computed of, with its name in the receipt. */
export interface Operand {
  name: string
  fact: Fact | UnlistedFact
}

/** The numbers of the document that a fact rests on, in the order of its operands; a number twice where it counts twice. */
export function figuresOf(fact: Fact | UnlistedFact): Figure[] {
  if (fact.kind === 'read') return [fact.figure]
  return fact.kind === 'computed' ? fact.operands.flatMap((operand) => figuresOf(operand.fact)) : []
}

/** The value that an operand has in a formula: 0 where the document does not list it; words have none, they are only counted. */
export function operandValue(fact: Operand['fact']): number {
  if (fact.kind === 'unlisted') return 0
  return fact.kind === 'words' ? Number.NaN : fact.value
}
