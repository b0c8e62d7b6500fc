import { own } from '../format/own.ts'
import { scriptLiteral } from '../format/script-literal.ts'

/** A value of a row. */
export type Value = string | number | boolean | null | readonly string[]

/** A row of a table: its values by column. */
export type DataRow = Readonly<Record<string, Value>>

/** The rows of a table, each with its values in the order of the columns. */
interface TableRows {
  columns: readonly string[]
  rows: readonly (readonly Value[])[]
}

declare global {
  /** What the loaded scripts of rows hold, by the name of their table. */
  var exploreRows: Record<string, TableRows> | undefined
}

/** The path of the script of a table's rows, from the root of the site. */
export function rowsPath(planId: string, table: string): string {
  return `explore-rows/${planId}/${table}.js`
}

/** A classic script that adds a table's rows to `exploreRows`: a page opened as a file may load nothing else. */
export function rowsScript(table: string, rows: readonly DataRow[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const listed: TableRows = { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) }
  return `(globalThis.exploreRows ??= {})[${scriptLiteral(table)}] = ${scriptLiteral(listed)}\n`
}

/** The rows of a table whose script was run; undefined where it was not. */
export function loadedRows(table: string): DataRow[] | undefined {
  const found = own(globalThis.exploreRows ?? {}, table)
  return found?.rows.map((row) => Object.fromEntries(found.columns.map((column, index) => [column, row[index] ?? null])))
}
