import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import tool from '../../package.json' with { type: 'json' }
import { partEditions } from '../editions/editions.ts'
import { type LibraryRows, libraryTables } from '../editions/library-tables.ts'
import type { DrawingFile } from '../ledger/source-pages.ts'
import type { Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { createEarlierEditions, earlierEditions, keptTables } from './all-editions.ts'
import { csvw } from './csvw.ts'
import { dataPackage } from './datapackage.ts'
import { dcat, dcatName } from './dcat.ts'
import { openDefined } from './defined-database.ts'
import { exportTables } from './export.ts'
import { fillLibrary, fillTables } from './load.ts'
import { describeFiles, json } from './manifest.ts'
import { pathsOf, published } from './published.ts'
import { answerViews, type ViewRows } from './views.ts'

const database = 'reform.duckdb'

/** What is stored: rows of every edition of every plan, those about several plans or none, and drawings of pages. */
export interface Storable {
  rows: TableRows
  library: LibraryRows
  drawings: readonly DrawingFile[]
}

/**
 * Writes the whole warehouse into an empty directory: DuckDB file, Parquet, CSV, what describes them, manifest. The rows are
 * asked for while DuckDB defines its tables and views; 'nothing' where there are none to be stored. `site` is the address
 * where the site will be, if known.
 */
export async function storeWarehouse(directory: string, read: () => Promise<Storable | undefined>, site?: string): Promise<'written' | 'nothing'> {
  const written = await writeDatabase(directory, read)
  if (!written) return 'nothing'
  for (const { path, content } of written.drawings) {
    await mkdir(join(directory, dirname(path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
  await describe(directory, written, site)
  return 'written'
}

/** What is stored, and how many rows each view has. */
interface Written extends Storable {
  views: readonly ViewRows[]
}

async function writeDatabase(directory: string, read: () => Promise<Storable | undefined>): Promise<Written | undefined> {
  const [opened, reading] = await Promise.allSettled([openDefined(join(directory, database)), read()])
  try {
    if (reading.status === 'rejected') throw reading.reason
    if (opened.status === 'rejected') throw opened.reason
    return reading.value && { ...reading.value, views: await writeRows(opened.value, directory, reading.value) }
  } finally {
    if (opened.status === 'fulfilled') opened.value.closeSync()
  }
}

async function writeRows(instance: DuckDBInstance, directory: string, stored: Storable): Promise<ViewRows[]> {
  const connection = await instance.connect()
  try {
    return await writeTables(connection, directory, stored)
  } finally {
    connection.closeSync()
  }
}

/** Writes what describes the tables and views, with the manifest of all files. */
async function describe(directory: string, { rows: all, library, views, drawings }: Written, site: string | undefined): Promise<void> {
  const { current, earlier } = partEditions(all)
  const rows = { ...current, plans: all.plans.filter(({ is_current }) => is_current) }
  const counts = new Map([...countRows(tables, current), ...countRows(libraryTables, library)])
  const total = [...counts, ...countRows(tables, earlier)].reduce((sum, [, count]) => sum + count, 0)
  for (const view of views) counts.set(view.name, view.rows)
  const files = await describeFiles(directory, [
    { path: database, rows: total },
    ...Object.values<Table>(published).flatMap((table) => filesOf(table, counts.get(table.name) as number)),
    ...drawings.map(({ path }) => ({ path, rows: null })),
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

/** How many rows there are of each table, by its name. */
function countRows<K extends string>(named: Readonly<Record<K, Table>>, rows: Readonly<Record<K, readonly object[]>>): [string, number][] {
  return (Object.keys(named) as K[]).map((key) => [named[key].name, rows[key].length])
}

function filesOf(table: Table, rows: number): { path: string; rows: number }[] {
  return pathsOf(table).map((path) => ({ path, rows }))
}

/** Writes the rows and the files of the tables and views; says how many rows each view has. */
async function writeTables(connection: DuckDBConnection, directory: string, { rows, library }: Storable): Promise<ViewRows[]> {
  const { current, earlier } = partEditions(rows)
  await connection.run("PRAGMA force_compression='uncompressed'; BEGIN")
  await fillTables(connection, current)
  await fillLibrary(connection, library)
  if (earlier.items.length > 0) {
    await connection.run(createEarlierEditions().join(';\n'))
    await fillTables(connection, earlier, keptTables, earlierEditions)
  }
  await connection.run('COMMIT')
  const views = await answerViews(connection)
  await exportTables(
    connection,
    directory,
    rows.plans.filter(({ is_current }) => is_current),
  )
  return views
}
