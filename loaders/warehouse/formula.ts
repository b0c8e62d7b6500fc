/** The ways in which a value is computed of others; each page's receipt and its test know every one of them. */
export const formulaKinds = ['sum', 'difference', 'change_percent', 'percent', 'quotient', 'count'] as const

export type FormulaKind = (typeof formulaKinds)[number]

/** What an operand is called: the same words for all, or what a column of its own row says, with that of another in brackets. */
export type OperandName = string | { readonly column: string; readonly inBrackets?: string }

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

/** How a column is computed: the kind, the same in Japanese words, its operands in order, and to how many decimals it is rounded. */
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

/** The first operand without the second. */
export function difference(words: string, from: OperandSource, less: OperandSource): Formula {
  return { kind: 'difference', words, operands: [from, less] }
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
