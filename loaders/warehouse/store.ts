import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import tool from '../../package.json' with { type: 'json' }
import type { TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { csvw } from './csvw.ts'
import { dataPackage } from './datapackage.ts'
import { dcat, dcatName } from './dcat.ts'
import { exportTables } from './export.ts'
import { loadTables } from './load.ts'
import { describeFiles, json } from './manifest.ts'
import { createMarts } from './marts.ts'

const database = 'reform.duckdb'

/**
 * Writes the whole warehouse into an empty directory: DuckDB file, Parquet, CSV, what describes them, manifest. `site` is
 * the address where the site will be, if known.
 */
export async function storeWarehouse(directory: string, rows: TableRows, site?: string): Promise<void> {
  await writeTables(directory, rows)
  const counts = (Object.keys(tables) as (keyof TableRows)[]).map((key) => ({ name: tables[key].name, rows: rows[key].length }))
  const total = counts.reduce((sum, { rows }) => sum + rows, 0)
  const files = await describeFiles(directory, [
    { path: database, rows: total },
    ...counts.flatMap(({ name, rows }) => [
      { path: `parquet/${name}.parquet`, rows },
      { path: `csv/${name}.csv`, rows },
    ]),
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

async function writeTables(directory: string, rows: TableRows): Promise<void> {
  const instance = await DuckDBInstance.create(join(directory, database), { threads: '1', default_block_size: '16384' })
  try {
    const connection = await instance.connect()
    await connection.run("PRAGMA force_compression='uncompressed'")
    await connection.run('BEGIN')
    await loadTables(connection, rows)
    await createMarts(connection)
    await connection.run('COMMIT')
    await exportTables(connection, directory, rows.plans)
    connection.closeSync()
  } finally {
    instance.closeSync()
  }
}
