import type { Words } from '../document/words.ts'
import type { Row } from '../structure/rows.ts'
import type { EffectLine } from './effect-lines.ts'

/** What cannot be told of an effects table, so that nothing of its item may be added up: where, and why. */
export interface Open {
  words: Words
  reason: string
}

/** A row of an effects table: its year or 総計 (undefined where it names none) and the lines that its cells state. */
export interface EffectRow {
  row: Row
  year: number | 'total' | undefined
  /** whether the row names the columns or the unit of the table */
  isForm: boolean
  /** whether the row sums up the lines of its year */
  isSubtotal: boolean
  /** the cell that names the year or the sum */
  head: Words | undefined
  /** the cells after it */
  cells: Words[]
  /** marks that lead to notes */
  marks: Words[]
  lines: EffectLine[]
  open: Open[]
}
