import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '../records/table.ts'
import { factsQuery } from './facts-sql.ts'
import { views } from './published.ts'
import { createView } from './schema.ts'

type ViewKey = keyof typeof views

const queries = { facts: () => factsQuery() } satisfies { [K in ViewKey]: () => string }
const keys = Object.keys(queries) as ViewKey[]

/** The statements that create every published view over the published tables. */
export function createViews(): string[] {
  return keys.map((key) => createView(views[key], queries[key]()))
}

const allViews: readonly Table[] = Object.values(views)

/** The statements that answer every published view, once for all of its files, for as long as the connection is open. */
export function createAnswers(): string {
  return allViews.map((view) => `CREATE TEMP TABLE ${rowsOf(view)} AS FROM ${view.name}`).join(';\n')
}

/** How many rows a published view has. */
export interface ViewRows {
  name: string
  rows: number
}

/** Answers every published view; says how many rows each has. */
export async function answerViews(connection: DuckDBConnection): Promise<ViewRows[]> {
  await connection.run(createAnswers())
  const counts = allViews.map((view) => `SELECT '${view.name}' AS name, count(*)::INTEGER AS rows FROM ${rowsOf(view)}`)
  const reader = await connection.runAndReadAll(counts.join(' UNION ALL '))
  return reader.getRowObjects().map(({ name, rows }) => ({ name: String(name), rows: Number(rows) }))
}

/** The relation that holds the rows of a published table, or of a view that was answered. */
export function rowsOf(table: Table): string {
  return allViews.includes(table) ? `answer_of_${table.name}` : table.name
}
