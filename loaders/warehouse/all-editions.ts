import { libraryTables } from '../editions/library-tables.ts'
import type { Table } from '../records/table.ts'
import type { TableKey } from '../tables.ts'
import { tables } from '../tables.ts'
import { factsQuery } from './facts-sql.ts'
import { published, views } from './published.ts'
import { createTable, createView, inOrderOfReferences } from './schema.ts'

/** The schema of the views of all editions, and the one that keeps the rows of those that are not current. */
export const allEditions = 'all_editions'
export const earlierEditions = 'earlier_editions'

/** The tables of which each edition has rows of its own. `plans` is none: all of its rows stand in one table. */
export const editionTables: readonly TableKey[] = inOrderOfReferences().filter((key) => key !== 'plans')

/** The statements that create a view in `all_editions` of every published table and view, where all editions are current. */
export function createAllEditions(): string[] {
  return [`CREATE SCHEMA ${allEditions}`, ...Object.values<Table>(published).map((table) => createView(table, `FROM main.${table.name}`, allEditions))]
}

/** The statements that make room for editions that are not current and let the views of `all_editions` show them too. */
export function createEarlierEditions(): string[] {
  const whole = [tables.plans, ...Object.values(libraryTables)] satisfies Table[]
  return [
    `DROP SCHEMA ${allEditions} CASCADE`,
    `CREATE SCHEMA ${allEditions}`,
    `CREATE SCHEMA ${earlierEditions}`,
    ...editionTables.map((key) => createTable(tables[key], earlierEditions)),
    ...whole.map((table) => createView(table, `FROM main.${table.name}`, allEditions)),
    ...editionTables.map((key) => createView(tables[key], bothOf(tables[key]), allEditions)),
    createView(views.facts, factsQuery(allEditions), allEditions),
  ]
}

function bothOf({ name }: Table): string {
  return `FROM ${earlierEditions}.${name} UNION ALL FROM main.${name}`
}
