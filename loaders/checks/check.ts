import type { Words } from '../document/words.ts'
import type { Context } from '../records/reading.ts'
import type { Table } from '../records/table.ts'
import { holds, type Relation, relationWords } from '../vocabulary/comparisons.ts'
import { evaluate, type FormulaKind } from '../vocabulary/formulas.ts'
import { sumOf } from '../vocabulary/numerals.ts'

/** A rule: compares statements of a document, or asks whether something that is due stands in it. */
export interface Rule {
  readonly id: string
  /** in the words of the office */
  readonly title: string
  /** the tables whose numbers it compares */
  readonly tables: readonly Table[]
  /** whether it compares numbers; else it asks whether something is there */
  readonly compares: boolean
  /** a finding for each comparison, agreeing ones included */
  find(context: Context): Iterable<Finding>
}

/** A number that a side of a check is made of; `figure` is null where no number of the document states it. */
export interface Operand {
  name: string
  value: number
  figure: Words | null
}

/** How the computed value of a check is made of its operands. */
export type Formula = Extract<FormulaKind, 'sum' | 'difference' | 'percent'>

/** A statement of a document compared with others, or its presence: a row of `checks` before it is numbered, with the words it is about. */
export interface Finding {
  item_no: number | null
  fiscal_year: number | null
  outcome: 'agrees' | 'differs' | 'missing'
  message: string
  words: Words | undefined
  /** the sum of the published operands */
  published: number | null
  /** what the formula makes of the computed operands */
  computed: number | null
  formula: Formula | null
  /** how the computed value is to stand to the published one; null where no numbers are compared */
  relation: Relation | null
  operands: { published: readonly Operand[]; computed: readonly Operand[] }
  /** the part of an item whose presence it asks for */
  part?: string
}

/** The sides of a finding that compares no numbers. */
export const noNumbers = {
  published: null,
  computed: null,
  formula: null,
  relation: null,
  operands: { published: [], computed: [] },
} as const satisfies Partial<Finding>

/** Two sides of a comparison: the printed numbers, and those that the formula makes the same value of. */
export interface Comparison {
  at: { item_no: number | null; fiscal_year: number | null; words: Words }
  /** what is compared, in the words of a message */
  statement: string
  published: readonly Operand[]
  formula: Formula
  computed: readonly Operand[]
  /** decimals of the printed value, for a percentage */
  places?: number
  /** how far the sides may lie apart because the printed numbers are rounded; 0 if left out */
  rounding?: number
  /** how the computed value is to stand to the published one; the same if left out */
  relation?: Relation
}

/** A finding that compares two values; they agree where they stand to each other as said, or no further off than the rounding explains. */
export function compare({ at, statement, formula, places, rounding = 0, relation = 'same', ...operands }: Comparison): Finding {
  const published = sumOf(valuesOf(operands.published))
  const computed = evaluate(formula, valuesOf(operands.computed), places)
  const outcome = holds(relation, computed, published, rounding) ? 'agrees' : 'differs'
  const message = messageOf(statement, { outcome, relation, published, computed })
  const { item_no, fiscal_year, words } = at
  return { item_no, fiscal_year, outcome, message, words, published, computed, formula, relation, operands }
}

function messageOf(
  statement: string,
  { outcome, relation, published, computed }: { [C in 'outcome' | 'relation' | 'published' | 'computed']: NonNullable<Finding[C]> },
): string {
  if (relation === 'same' && published === computed) return `${statement}は一致 (${format(published)})`
  const both = `公表 ${format(published)}${relationWords[relation]}、計算 ${format(computed)}`
  if (outcome === 'differs') return `${statement}が合わない: ${both}`
  return `${statement}は${relation === 'same' ? '端数の範囲で' : ''}一致: ${both}`
}

function valuesOf(operands: readonly Operand[]): number[] {
  return operands.map(({ value }) => value)
}

/** The operand of a value and the words of its figure; none where there is no value. */
export function operand(name: string, value: number | null, figure: Words | null): Operand[] {
  return value === null ? [] : [{ name, value, figure }]
}

/** A number as a message shows it, thousands separated. */
export function format(value: number): string {
  return String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}

/** The item and year of a row, as a key to group by. */
export function yearOf({ item_no, fiscal_year }: { item_no: number; fiscal_year: number }): string {
  return `${item_no} ${fiscal_year}`
}
