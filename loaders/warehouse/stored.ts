import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api'
import { grouped } from '../document/grouped.ts'
import type { StoredPlans } from '../editions/add.ts'
import type { Restatement } from '../editions/restatements.ts'
import type { Edition } from '../editions/series.ts'
import { eachTable } from '../editions/table-rows.ts'
import { type TableKey, type TableRows, tables } from '../tables.ts'
import { allEditions } from './all-editions.ts'
import { literal } from './sql-words.ts'
import { refuseOtherVersion } from './version.ts'

/** The plans of a warehouse, as they are when others are added to them. */
export interface StoredWarehouse extends StoredPlans {
  /** Lets go of the database. */
  close(): void
}

/**
 * Opens the plans of a warehouse; undefined where there is no warehouse. Rejects with an `OutputError` where another version of the tool
 * wrote it.
 */
export async function openStored(directory: string): Promise<StoredWarehouse | undefined> {
  const path = join(directory, 'reform.duckdb')
  if (!existsSync(path)) return undefined
  const instance = await DuckDBInstance.create(path, { threads: '1', access_mode: 'READ_ONLY' })
  try {
    const connection = await instance.connect()
    await refuseOtherVersion(connection, directory, '--add を付けずに、すべての文書をもう一度読み込む')
    const plans = (await readRows(connection, 'FROM plans')) as Edition[]
    const restatements = (await readRows(connection, 'FROM restatements')) as Restatement[]
    return {
      plans,
      restatements,
      linkedTo: (planIds, named) => readNames(connection, linkedQuery(planIds, named)),
      namedBy: (planIds) => readNames(connection, `SELECT DISTINCT ${named} AS name FROM ${items} WHERE plan_id IN ${listOf(planIds)} AND same_as IS NOT NULL`),
      rowsOf: (planIds) => readTables(connection, plans, planIds),
      close: () => instance.closeSync(),
    }
  } catch (error) {
    instance.closeSync()
    throw error
  }
}

const items = `${allEditions}.items`
const named = "split_part(same_as, '/', 1)"

function linkedQuery(planIds: readonly string[], names: readonly string[]): string {
  const lineages = `SELECT lineage FROM ${items} WHERE plan_id IN ${listOf(planIds)}`
  return `SELECT DISTINCT plan_id AS name FROM ${items} WHERE lineage IN (${lineages}) OR ${named} IN ${listOf(names)}`
}

function listOf(names: readonly string[]): string {
  return `(${names.length === 0 ? 'NULL' : names.map(literal).join(', ')})`
}

async function readNames(connection: DuckDBConnection, query: string): Promise<string[]> {
  return (await readRows(connection, query)).map(({ name }) => String(name))
}

async function readTables(connection: DuckDBConnection, plans: readonly Edition[], planIds: readonly string[]): Promise<TableRows> {
  const isWanted = new Set(planIds)
  const read = new Map<TableKey, object[]>([['plans', plans.filter(({ plan_id }) => isWanted.has(plan_id))]])
  for (const key of (Object.keys(tables) as TableKey[]).filter((key) => key !== 'plans')) {
    const rows = await readRows(connection, `FROM ${allEditions}.${tables[key].name} WHERE plan_id IN ${listOf(planIds)}`)
    const ofPlan = grouped(rows, ({ plan_id }) => plan_id)
    read.set(
      key,
      planIds.flatMap((planId) => ofPlan.get(planId) ?? []),
    )
  }
  return eachTable((key) => read.get(key) ?? [])
}

async function readRows(connection: DuckDBConnection, query: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(query)
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

/** A value as rows have it before they are stored. */
function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  return value instanceof DuckDBListValue ? value.items.map(plain) : value
}
