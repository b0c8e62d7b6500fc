import type { FormulaKind } from '../vocabulary/formulas.ts'

/**
 * What an operand is called; `{column}` stands for what its own row says in that column: years, items, days and numbers of the
 * document by their names.
 */
export type OperandName = string

/** What a receipt says of an operand that the document does not list, and that such an operand counts as nothing: 0. */
export interface Unlisted {
  readonly words: string
  readonly meaning: string
}

/**
 * Where operands stand: in a column of the row itself or, where `rows` names a column of the row that holds a key (or a
 * list of keys) of another relation, in that column of those rows.
 */
export interface OperandSource {
  readonly column: string
  readonly name: OperandName
  readonly relation?: string
  readonly rows?: string
  /** where it is NULL it counts as nothing; an operand without this is left out */
  readonly unlisted?: Unlisted
}

/**
 * How a column is computed: the kind, the same in Japanese words (`{column}` stands for what the row says in that column),
 * its operands in order, and to how many decimals it is rounded.
 */
export interface Formula {
  readonly kind: FormulaKind
  readonly words: string
  readonly operands: readonly OperandSource[]
  readonly places?: number
  /** a column of the row whose printed number has the decimals that the value is rounded to */
  readonly placesOf?: string
}

/** Another column of the same row. */
export function own(column: string, name: OperandName): OperandSource {
  return { column, name }
}

/** Another column of the same row, which counts as nothing where it is NULL. */
export function ownIfListed(column: string, name: OperandName, unlisted: Unlisted): OperandSource {
  return { column, name, unlisted }
}

/** A column of the rows of a table or mart (`relation.column`) whose keys a column of this row holds. */
export function ofRows(source: `${string}.${string}`, rows: string, name: OperandName): OperandSource {
  const [relation, column] = source.split('.') as [string, string]
  return { column, relation, rows, name }
}

/** All operands added up. */
export function sum(words: string, ...operands: readonly OperandSource[]): Formula {
  return { kind: 'sum', words, operands }
}

/** By how much the first operand is more than the second: a change, shown with its sign. */
export function difference(words: string, from: OperandSource, less: OperandSource): Formula {
  return { kind: 'difference', words, operands: [from, less] }
}

/** What is left of the first operand without the second: an amount of its own, shown without a sign. */
export function remainder(words: string, from: OperandSource, less: OperandSource): Formula {
  return { kind: 'remainder', words, operands: [from, less] }
}

/** How much the second operand is more than the first, in percent of the first, rounded to one decimal. */
export function changePercent(before: OperandSource, now: OperandSource): Formula {
  return { kind: 'change_percent', words: '(当年度 − 前年度) ÷ 前年度 × 100、小数第1位に丸める', operands: [before, now], places: 1 }
}

/** The first operand in percent of the second, rounded to one decimal. */
export function percent(words: string, part: OperandSource, whole: OperandSource): Formula {
  return { kind: 'percent', words: `${words}、小数第1位に丸める`, operands: [part, whole], places: 1 }
}

/** The first operand divided by the second, rounded to whole units. */
export function quotient(words: string, dividend: OperandSource, divisor: OperandSource): Formula {
  return { kind: 'quotient', words, operands: [dividend, divisor], places: 0 }
}

/** How many operands there are. */
export function count(words: string, ...operands: readonly OperandSource[]): Formula {
  return { kind: 'count', words, operands }
}
