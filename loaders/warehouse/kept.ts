import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Table } from '../records/table.ts'
import { type Row, tables } from '../tables.ts'
import { earlierEditions } from './all-editions.ts'
import { literal } from './sql-words.ts'

/** Plans of an older warehouse that stay when others are added to them. */
export interface Kept {
  /** the folder of the older warehouse */
  directory: string
  /** the plans, in the order in which their rows are to stand */
  planIds: readonly string[]
  /** items of them with the lineage that they have by now; all others keep theirs */
  items: readonly Pick<Row<'items'>, 'plan_id' | 'item_no' | 'lineage'>[]
}

/** The rows of plans that stay, which go from database to database without being held in memory. */
export class KeptRows {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance
    this.#connection = connection
  }

  /** Opens the older database; `plans` says which of those that stay are current by now. */
  static async open({ directory, planIds, items }: Kept, plans: readonly Row<'plans'>[]): Promise<KeptRows> {
    const instance = await DuckDBInstance.create(join(directory, 'reform.duckdb'), { threads: '1', access_mode: 'READ_ONLY' })
    const connection = await instance.connect()
    const current = new Set(plans.flatMap(({ plan_id, is_current }) => (is_current ? [plan_id] : [])))
    const keptPlans = {
      plan_id: listOf('VARCHAR', planIds.map(literal)),
      is_current: listOf(
        'BOOLEAN',
        planIds.map((planId) => `${current.has(planId)}`),
      ),
      plan_place: `range(${planIds.length})`,
    }
    const keptLineages = {
      plan_id: listOf(
        'VARCHAR',
        items.map(({ plan_id }) => literal(plan_id)),
      ),
      item_no: listOf(
        'INTEGER',
        items.map(({ item_no }) => `${item_no}`),
      ),
      lineage: listOf(
        'VARCHAR',
        items.map(({ lineage }) => (lineage === null ? 'NULL' : literal(lineage))),
      ),
    }
    await connection.run(`${createList('kept_plans', keptPlans)}; ${createList('kept_lineages', keptLineages)}`)
    return new KeptRows(instance, connection)
  }

  /** Appends the rows of a table of current plans, or of those that are not. */
  async appendTo(appender: DuckDBAppender, table: Table, ofCurrent: boolean): Promise<void> {
    const isOfItems = table.name === tables.items.name
    const columns = table.columns.map(({ name }) => (isOfItems && name === 'lineage' ? 'coalesce(kept_lineages.lineage, stored.lineage)' : `stored.${name}`))
    const result = await this.#connection.stream(`SELECT ${columns.join(', ')}
      FROM ${await this.#rowsOf(table)}
      JOIN temp.kept_plans USING (plan_id)
      ${isOfItems ? 'LEFT JOIN temp.kept_lineages ON kept_lineages.plan_id = stored.plan_id AND kept_lineages.item_no = stored.item_no' : ''}
      WHERE kept_plans.is_current = ${ofCurrent}
      ORDER BY kept_plans.plan_place, stored.stored_at`)
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) appender.appendDataChunk(chunk)
  }

  /** The paths of the drawings of pages, in the order of plans and pages. */
  async drawings(): Promise<string[]> {
    const reader = await this.#connection.runAndReadAll(
      `SELECT drawing FROM ${await this.#rowsOf(tables.sourcePages)} JOIN temp.kept_plans USING (plan_id) WHERE drawing IS NOT NULL ORDER BY plan_place, page_no`,
    )
    return reader.getRows().map(([path]) => String(path))
  }

  /** Lets go of the older database. */
  close(): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  /** The rows of a table, those of earlier editions too where there are any, each with its place in its table. */
  async #rowsOf({ name }: Table): Promise<string> {
    const reader = await this.#connection.runAndReadAll(
      `SELECT schema_name FROM duckdb_tables() WHERE schema_name IN ('main', ${literal(earlierEditions)}) AND table_name = ${literal(name)} ORDER BY ALL`,
    )
    const rows = reader.getRows().map(([schema]) => `SELECT *, rowid AS stored_at FROM ${String(schema)}.${name}`)
    return `(${rows.join(' UNION ALL ')}) AS stored`
  }
}

function createList(name: string, columns: Readonly<Record<string, string>>): string {
  const values = Object.entries(columns).map(([column, list]) => `unnest(${list}) AS ${column}`)
  return `CREATE TEMP TABLE ${name} AS SELECT ${values.join(', ')}`
}

function listOf(type: string, values: readonly string[]): string {
  return `[${values.join(', ')}]::${type}[]`
}

/** Copies drawings of pages from an older warehouse to a new one. */
export async function copyDrawings(from: string, to: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(to, dirname(path)), { recursive: true })
    await copyFile(join(from, path), join(to, path))
  }
}
