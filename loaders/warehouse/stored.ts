import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api'
import { grouped } from '../document/grouped.ts'
import { eachTable } from '../editions/table-rows.ts'
import type { DrawingFile } from '../ledger/source-pages.ts'
import { type TableKey, type TableRows, tables } from '../tables.ts'
import { allEditions } from './all-editions.ts'
import { refuseOtherVersion } from './version.ts'

/** What a warehouse holds of every plan, as it is when plans are read. */
export interface Stored {
  rows: TableRows
  drawings: DrawingFile[]
}

/**
 * The plans of a warehouse with all their rows, in the order in which they were stored; none where there is no warehouse. Rejects with an
 * `OutputError` where another version of the tool wrote it.
 */
export async function readStored(directory: string): Promise<Stored> {
  const path = join(directory, 'reform.duckdb')
  if (!existsSync(path)) return { rows: eachTable(() => []), drawings: [] }
  const instance = await DuckDBInstance.create(path, { threads: '1', access_mode: 'READ_ONLY' })
  try {
    const connection = await instance.connect()
    await refuseOtherVersion(connection, directory, '--add を付けずに、すべての文書をもう一度読み込む')
    const rows = await readRows(connection)
    const drawn = rows.sourcePages.flatMap(({ drawing }) => (drawing === null ? [] : [drawing]))
    return { rows, drawings: await Promise.all(drawn.map(async (path) => ({ path, content: await readFile(join(directory, path), 'utf8') }))) }
  } finally {
    instance.closeSync()
  }
}

async function readRows(connection: DuckDBConnection): Promise<TableRows> {
  const plans = (await rowsOf(connection, 'plans')) as { plan_id: string }[]
  const read = new Map<TableKey, object[]>([['plans', plans]])
  for (const key of (Object.keys(tables) as TableKey[]).filter((key) => key !== 'plans')) {
    const ofPlan = grouped((await rowsOf(connection, key)) as { plan_id: string }[], ({ plan_id }) => plan_id)
    read.set(
      key,
      plans.flatMap(({ plan_id }) => ofPlan.get(plan_id) ?? []),
    )
  }
  return eachTable((key) => read.get(key) ?? [])
}

async function rowsOf(connection: DuckDBConnection, key: TableKey): Promise<object[]> {
  const reader = await connection.runAndReadAll(`FROM ${allEditions}.${tables[key].name}`)
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

/** A value as rows have it before they are stored. */
function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  return value instanceof DuckDBListValue ? value.items.map(plain) : value
}
