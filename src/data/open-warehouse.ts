import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api'
import type { RowKey } from '../../loaders/warehouse/marts/mart.ts'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import { refuseOtherVersion } from '../../loaders/warehouse/version.ts'
import { openReadOnly, runNative } from '../questions/native.ts'
import { readAnalyses, readQuestions } from '../questions/question-files.ts'
import type { Database } from './database.ts'
import { readWarehouse } from './read-warehouse.ts'
import type { DataRow, DataValue, Warehouse } from './warehouse.ts'

/**
 * Opens a warehouse folder and reads all of a plan, by the id of its current edition, or else of the first plan; rejects with an
 * `OutputError`. BIGINT comes as number, DATE as ISO 8601 text.
 */
export async function openWarehouse(directory: string, planId?: string): Promise<Warehouse> {
  const path = `${directory}/reform.duckdb`
  const stored = await openReadOnly(path, { threads: '1' })
  const work = await DuckDBInstance.create(':memory:', { threads: '1' })
  try {
    const connection = await stored.connect()
    await refuseOtherVersion(connection, directory, 'npm run ingest でもう一度書き出す')
    const attached = await work.connect()
    await attached.run(`ATTACH ${literal(path)} AS stored (READ_ONLY)`)
    const source = {
      stored: databaseOf(connection),
      work: databaseOf(attached),
      readDrawing: (drawing: string) => readFile(join(directory, drawing), 'utf8'),
      questions: readQuestions(),
      analyses: readAnalyses(),
    }
    return await readWarehouse(source, planId)
  } finally {
    work.closeSync()
    stored.closeSync()
  }
}

/** DuckDB of this process. */
function databaseOf(connection: DuckDBConnection): Database {
  return {
    run: (sql) => connection.run(sql),
    rows: (source) => readRows(connection, source),
    answer: (sql) => runNative(connection, sql),
  }
}

async function readRows(connection: DuckDBConnection, source: string): Promise<DataRow[]> {
  const reader = await connection.runAndReadAll(`FROM ${source}`)
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

function plain(value: DuckDBValue): DataValue {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBListValue) return value.items.map(plain)
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, plain(part)])) as RowKey
  return value as DataValue
}
