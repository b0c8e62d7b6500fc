import type { TableRows } from '../../loaders/tables.ts'
import { isWholeNumber } from '../../loaders/vocabulary/item-codes.ts'
import type { FuzzReading } from './reading.ts'
import type { Placed, Text } from './text.ts'

/** A law that a reading broke, and how; `sign` is the same for like breaches. */
export interface Problem {
  law: string
  sign: string
  detail: string
}

/** What a law sees: the mutated text and all that was read of it. */
export interface Case {
  text: Text
  rows: TableRows
  coverage: { letters: number; readLetters: number }
  messages: FuzzReading['report']['file']['messages']
}

/** The reading of the document before it was mutated, and the line there that each line of the mutated one was. */
export interface Before {
  rows: TableRows
  origins: readonly number[]
}

/** Every row that has a place, with its table. */
export function placedRows(rows: TableRows): { table: string; row: Placed & { item_no: number | null } }[] {
  return Object.entries(rows).flatMap(([table, found]) =>
    (found as object[]).flatMap((row) => ('source_end_line' in row ? [{ table, row: row as Placed & { item_no: number | null } }] : [])),
  )
}

/** Whether items go by the whole numbers that are printed, and not by their order, as where one of them has a code (1-3). */
export function hasWholeNumbers({ items }: TableRows): boolean {
  return items.every(({ item_code }) => item_code === null || isWholeNumber(item_code))
}
