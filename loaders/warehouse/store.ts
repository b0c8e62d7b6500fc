import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import tool from '../../package.json' with { type: 'json' }
import type { Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { csvw } from './csvw.ts'
import { dataPackage } from './datapackage.ts'
import { dcat, dcatName } from './dcat.ts'
import { exportTables } from './export.ts'
import { loadTables } from './load.ts'
import { describeFiles, json } from './manifest.ts'
import { createMarts } from './marts.ts'
import { pathsOf, published } from './published.ts'
import { createTextViews } from './text-views.ts'
import { answerViews, createViews } from './views.ts'

const database = 'reform.duckdb'

/**
 * Writes the whole warehouse into an empty directory: DuckDB file, Parquet, CSV, what describes them, manifest. `site` is
 * the address where the site will be, if known.
 */
export async function storeWarehouse(directory: string, rows: TableRows, site?: string): Promise<void> {
  const keys = Object.keys(tables) as (keyof TableRows)[]
  const counts = new Map(keys.map((key) => [tables[key].name as string, rows[key].length]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const view of await writeTables(directory, rows)) counts.set(view.name, view.rows)
  const files = await describeFiles(directory, [
    { path: database, rows: total },
    ...Object.values<Table>(published).flatMap((table) => filesOf(table, counts.get(table.name) as number)),
  ])
  const descriptions = {
    'datapackage.json': dataPackage(rows, files),
    'csvw.json': csvw(rows),
    [dcatName]: dcat({ plans: rows.plans, files, tool, site }),
  }
  await Promise.all(Object.entries(descriptions).map(([path, description]) => writeFile(join(directory, path), json(description))))
  const described = await describeFiles(
    directory,
    Object.keys(descriptions).map((path) => ({ path, rows: null })),
  )
  await writeFile(join(directory, 'manifest.json'), json({ files: [...files, ...described] }))
}

function filesOf(table: Table, rows: number): { path: string; rows: number }[] {
  return pathsOf(table).map((path) => ({ path, rows }))
}

/**
 * Writes the database and the files of its tables and views; says how many rows each view has. The views for pages are made on
 * one connection while another writes the files. What only defines runs without DuckDB's optimizer, which finds nothing there
 * and takes a third of the time of a comment.
 */
async function writeTables(directory: string, rows: TableRows): Promise<{ name: string; rows: number }[]> {
  const instance = await DuckDBInstance.create(join(directory, database), { threads: '1', default_block_size: '16384' })
  try {
    const connection = await instance.connect()
    await connection.run("PRAGMA force_compression='uncompressed'")
    await connection.run('PRAGMA disable_optimizer')
    await inTransaction(connection, async () => {
      await loadTables(connection, rows)
      await createViews(connection)
    })
    const other = await instance.connect()
    const counts = await bothDone(
      writeFiles(other, directory, rows.plans),
      inTransaction(connection, async () => {
        await createTextViews(connection)
        await createMarts(connection)
      }),
    )
    other.closeSync()
    connection.closeSync()
    return counts
  } finally {
    instance.closeSync()
  }
}

async function writeFiles(connection: DuckDBConnection, directory: string, plans: TableRows['plans']): Promise<{ name: string; rows: number }[]> {
  const counts = await answerViews(connection)
  await exportTables(connection, directory, plans)
  return counts
}

/** What the first of two works gives, once both are done, also where one fails, so that nothing is written any more when the failure is seen. */
async function bothDone<T>(first: Promise<T>, second: Promise<void>): Promise<T> {
  await Promise.allSettled([first, second])
  await second
  return first
}

async function inTransaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('BEGIN')
  await work()
  await connection.run('COMMIT')
}
