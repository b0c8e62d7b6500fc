import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, INTEGER, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { type LibraryRows, libraryTables } from '../editions/library-tables.ts'
import type { Column, SqlValues, Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { inOrderOfReferences } from './schema.ts'

type Writers = { readonly [T in keyof SqlValues]: (appender: DuckDBAppender, value: SqlValues[T]) => void }

const writers: Writers = {
  VARCHAR: (appender, value) => appender.appendVarchar(value),
  INTEGER: (appender, value) => appender.appendInteger(value),
  BIGINT: (appender, value) => appender.appendBigInt(BigInt(value)),
  DOUBLE: (appender, value) => appender.appendDouble(value),
  BOOLEAN: (appender, value) => appender.appendBoolean(value),
  DATE: (appender, value) => appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000)),
  'VARCHAR[]': (appender, value) => appender.appendList(listValue(value), LIST(VARCHAR)),
  'INTEGER[]': (appender, value) => appender.appendList(listValue(value), LIST(INTEGER)),
}

/** Fills the tables of plans with their rows, in their order. */
export async function fillTables(connection: DuckDBConnection, rows: TableRows): Promise<void> {
  for (const key of inOrderOfReferences()) await fillTable(connection, tables[key], rows[key])
}

/** Fills the tables of the library, after those of plans. */
export async function fillLibrary(connection: DuckDBConnection, rows: LibraryRows): Promise<void> {
  for (const key of Object.keys(libraryTables) as (keyof LibraryRows)[]) await fillTable(connection, libraryTables[key], rows[key])
}

/** Fills a table with its rows; what `before` appends stands before them. */
export async function fillTable(
  connection: DuckDBConnection,
  table: Table,
  rows: readonly object[],
  schema?: string,
  before?: (appender: DuckDBAppender) => Promise<void>,
): Promise<void> {
  const appender = await connection.createAppender(table.name, schema)
  await before?.(appender)
  for (const row of rows) appendRow(appender, table, row as Readonly<Record<string, unknown>>)
  appender.closeSync()
}

function appendRow(appender: DuckDBAppender, table: Table, row: Readonly<Record<string, unknown>>): void {
  for (const column of table.columns) appendCell(appender, column, row[column.name])
  appender.endRow()
}

function appendCell(appender: DuckDBAppender, { name, type, required }: Column, value: unknown): void {
  if (value === undefined || (value === null && required)) throw new TypeError(`no value for column ${name}`)
  if (value === null) appender.appendNull()
  else (writers[type] as (appender: DuckDBAppender, value: unknown) => void)(appender, value)
}
