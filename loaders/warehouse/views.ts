import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '../records/table.ts'
import { factsQuery } from './facts-sql.ts'
import { views } from './published.ts'
import { createView } from './schema.ts'

type ViewKey = keyof typeof views

const queries = { facts: factsQuery } satisfies { [K in ViewKey]: () => string }
const keys = Object.keys(queries) as ViewKey[]

/** Creates every published view over the published tables. */
export async function createViews(connection: DuckDBConnection): Promise<void> {
  await connection.run(keys.map((key) => createView(views[key], queries[key]())).join(';\n'))
}

/**
 * Answers every published view, once for all of its files, for as long as the connection is open; says how many rows each
 * has.
 */
export async function answerViews(connection: DuckDBConnection): Promise<{ name: string; rows: number }[]> {
  const all = Object.values<Table>(views)
  await connection.run(all.map((view) => `CREATE TEMP TABLE ${rowsOf(view)} AS FROM ${view.name}`).join(';\n'))
  const counts = all.map((view) => `SELECT '${view.name}' AS name, count(*)::INTEGER AS rows FROM ${rowsOf(view)}`)
  const reader = await connection.runAndReadAll(counts.join(' UNION ALL '))
  return reader.getRowObjects().map(({ name, rows }) => ({ name: String(name), rows: Number(rows) }))
}

/** The relation that holds the rows of a published table, or of a view that was answered. */
export function rowsOf(table: Table): string {
  return Object.values<Table>(views).includes(table) ? `answer_of_${table.name}` : table.name
}
