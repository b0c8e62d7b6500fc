import type { DuckDBBindings } from 'duckdb-blocking'
import { partEditions } from '../../loaders/editions/editions.ts'
import { libraryTables } from '../../loaders/editions/library-tables.ts'
import { type TableRows, tables } from '../../loaders/tables.ts'
import { createEarlierEditions, earlierEditions, editionTables } from '../../loaders/warehouse/all-editions.ts'
import { define } from '../../loaders/warehouse/define.ts'
import { readWarehouse } from '../data/read-warehouse.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { statementsOf } from '../questions/statements.ts'
import type { ReadRows } from '../reader/dashboard-messages.ts'
import { Connection } from './engine.ts'

/** Plans in a database `stored` of DuckDB with the tables and views of `reform.duckdb`. */
export interface StoredPlans {
  connection: Connection
  /** each plan as its pages see it */
  warehouses: readonly Warehouse[]
}

/** Stores what was read, and reads each plan from there. */
export async function storePlans(duckDb: DuckDBBindings, read: ReadRows): Promise<StoredPlans> {
  const connection = new Connection(duckDb)
  await connection.run("ATTACH ':memory:' AS stored; USE stored")
  await fill(connection, read)
  const drawings = new Map(read.drawings.map(({ path, content }) => [path, content]))
  const source = {
    stored: connection,
    work: new Connection(duckDb),
    readDrawing: async (path: string) => drawings.get(path) ?? '',
    questions: [],
    analyses: [],
  }
  const warehouses: Warehouse[] = []
  for (const { plan_id, is_current } of read.rows.plans) if (is_current) warehouses.push(await readWarehouse(source, plan_id))
  return { connection, warehouses }
}

/** Defines tables and views without their comments, which take DuckDB most of the time and which no page shows. */
function defined(): string {
  const statements = statementsOf(define(bundled.martQueries)).map(({ sql }) => sql)
  return statements.filter((sql) => !sql.startsWith('COMMENT ON ')).join(';\n')
}

async function fill(connection: Connection, { rows, restatements }: ReadRows): Promise<void> {
  await connection.run(defined())
  const { current, earlier } = partEditions(rows)
  connection.fill(tables.plans, rows.plans)
  fillEditions(connection, current)
  connection.fill(libraryTables.restatements, restatements)
  connection.fill(libraryTables.municipalities, bundled.municipalities)
  if (rows.plans.every(({ is_current }) => is_current)) return
  await connection.run(createEarlierEditions().join(';\n'))
  fillEditions(connection, earlier, earlierEditions)
}

function fillEditions(connection: Connection, rows: TableRows, schema?: string): void {
  for (const key of editionTables) connection.fill(tables[key], rows[key], schema)
}
