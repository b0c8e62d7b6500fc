import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '../records/table.ts'
import { marts } from './marts/definitions.ts'
import type { Mart } from './marts/mart.ts'
import { published } from './published.ts'
import { OutputError } from './refusal.ts'

/** Rejects with an `OutputError` where a warehouse lacks a column of today's: another version of the tool wrote it. `remedy` says what to do. */
export async function refuseOtherVersion(connection: DuckDBConnection, directory: string, remedy: string): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT concat_ws('.', schema_name, table_name, column_name) AS name FROM duckdb_columns() WHERE NOT internal")
  const found = new Set(reader.getRowObjects().map(({ name }) => name))
  const ofTables = Object.values<Table>(published).flatMap(({ name, columns }) =>
    columns.flatMap((column) => [`main.${name}.${column.name}`, `all_editions.${name}.${column.name}`]),
  )
  const ofMarts = Object.entries<Mart>(marts).flatMap(([name, { columns }]) => Object.keys(columns).map((column) => `marts.${name}.${column}`))
  if ([...ofTables, ...ofMarts].every((name) => found.has(name))) return
  throw new OutputError(`${directory} はこのツールの別の版が書いたものである。${remedy}`)
}
