import type { Row } from '../dictionary/tables.ts'
import type { ContentsRow } from '../parse/document.ts'
import type { Item } from '../records/item.ts'
import { sumOf } from '../records/numerals.ts'
import type { Readings } from '../records/read.ts'
import type { Words } from '../source/words.ts'

/** A statement of a document compared with another: a row of `checks` before it is numbered, with the words it is about. */
export type Finding = Omit<Row<'checks'>, 'plan_id' | 'check_no' | 'source_line' | 'difference'> & { words: Words | undefined }

/** What a rule sees: the items of a document and the rows read from them. */
export interface CheckInput {
  contents: readonly ContentsRow[]
  items: readonly Item[]
  readings: Readings
}

/** A rule: compares statements, returns a finding for each comparison, agreeing ones included. */
export type Rule = (input: CheckInput) => Finding[]

/** A finding that compares two values; tolerance 0. */
export function compare(
  rule: string,
  at: { item_no: number; fiscal_year: number | null; words: Words },
  published: number,
  computed: number,
  statement: string,
): Finding {
  const agrees = published === computed
  const outcome = agrees ? 'agrees' : 'differs'
  const message = agrees ? `${statement}は一致 (${format(published)})` : `${statement}が合わない: 公表 ${format(published)}、計算 ${format(computed)}`
  return { rule, item_no: at.item_no, fiscal_year: at.fiscal_year, outcome, published, computed, message, words: at.words }
}

/** A number as a message shows it, thousands separated. */
export function format(value: number): string {
  return String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}

/** Sum of the values that are stated. */
export function total(values: readonly (number | null)[]): number {
  return sumOf(values.filter((value) => value !== null))
}

/** Rows by what a key says of them, in their order. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string | number): Map<string | number, T[]> {
  const groups = new Map<string | number, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** The item and year of a row, as a key to group by. */
export function yearOf({ item_no, fiscal_year }: { item_no: number; fiscal_year: number }): string {
  return `${item_no} ${fiscal_year}`
}
