import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { partEditions } from '../editions/editions.ts'
import { type LibraryRows, libraryTables } from '../editions/library-tables.ts'
import type { DrawingFile } from '../ledger/source-pages.ts'
import type { Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { createEarlierEditions, earlierEditions, editionTables } from './all-editions.ts'
import { openDefined } from './defined-database.ts'
import { descriptions } from './descriptions.ts'
import { exportTables } from './export.ts'
import { json } from './file-entry.ts'
import { copyDrawings, type Kept, KeptRows } from './kept.ts'
import { fillLibrary, fillTable } from './load.ts'
import { describeFiles } from './manifest.ts'
import { pathsOf, published } from './published.ts'
import { literal } from './sql-words.ts'
import { answerViews, type ViewRows } from './views.ts'

const database = 'reform.duckdb'

/**
 * What is stored: every plan, rows of every edition of those that were read, those about several plans or none, and drawings of pages; of
 * plans that are `kept` the rows and drawings of the older warehouse.
 */
export interface Storable {
  rows: TableRows
  kept?: Kept
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
  if (written.kept) await copyDrawings(written.kept.directory, directory, written.counts.keptDrawings)
  await writeDrawings(directory, written.drawings)
  await describe(directory, written, site)
  return 'written'
}

/** Writes into an empty directory what pages are drawn from alone: the DuckDB file, and the drawings of the document's pages. */
export async function storeDatabase(directory: string, stored: Storable): Promise<void> {
  const instance = await openDefined(join(directory, database))
  try {
    await connected(instance, (connection) => fillTables(connection, stored))
  } finally {
    instance.closeSync()
  }
  await writeDrawings(directory, stored.drawings)
}

async function writeDrawings(directory: string, drawings: readonly DrawingFile[]): Promise<void> {
  for (const { path, content } of drawings) {
    await mkdir(join(directory, dirname(path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
}

/** What is stored, how many rows each table and view has, and the drawings of plans that are kept. */
interface Written extends Storable {
  counts: RowCounts & { keptDrawings: readonly string[] }
}

async function writeDatabase(directory: string, read: () => Promise<Storable | undefined>): Promise<Written | undefined> {
  const [opened, reading] = await Promise.allSettled([openDefined(join(directory, database)), read()])
  try {
    if (reading.status === 'rejected') throw reading.reason
    if (opened.status === 'rejected') throw opened.reason
    const stored = reading.value
    return stored && { ...stored, counts: await connected(opened.value, (connection) => writeTables(connection, directory, stored)) }
  } finally {
    if (opened.status === 'fulfilled') opened.value.closeSync()
  }
}

async function connected<T>(instance: DuckDBInstance, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const connection = await instance.connect()
  try {
    return await work(connection)
  } finally {
    connection.closeSync()
  }
}

/** Writes what describes the tables and views, with the manifest of all files. */
async function describe(directory: string, { rows, counts, drawings }: Written, site: string | undefined): Promise<void> {
  const paths = [...counts.keptDrawings, ...drawings.map(({ path }) => path)]
  const files = await describeFiles(directory, [
    { path: database, rows: counts.total },
    ...Object.values<Table>(published).flatMap((table) => filesOf(table, counts.byName.get(table.name) as number)),
    ...paths.map((path) => ({ path, rows: null })),
  ])
  const texts = descriptions(rows, files, site)
  await Promise.all(Object.entries(texts).map(([path, text]) => writeFile(join(directory, path), text)))
  const described = await describeFiles(
    directory,
    Object.keys(texts).map((path) => ({ path, rows: null })),
  )
  await writeFile(join(directory, 'manifest.json'), json({ files: [...files, ...described] }))
}

function filesOf(table: Table, rows: number): { path: string; rows: number }[] {
  return pathsOf(table).map((path) => ({ path, rows }))
}

/** Writes the rows and the files of the tables and views; says how many rows each has. */
async function writeTables(connection: DuckDBConnection, directory: string, stored: Storable): Promise<Written['counts']> {
  const { plans } = stored.rows
  const keptDrawings = await fillTables(connection, stored)
  const views = await answerViews(connection)
  await exportTables(
    connection,
    directory,
    plans.filter(({ is_current }) => is_current),
  )
  return { ...(await countRows(connection, hasEarlierEditions(plans), views)), keptDrawings }
}

function hasEarlierEditions(plans: TableRows['plans']): boolean {
  return plans.some(({ is_current }) => !is_current)
}

/** Writes the rows of the tables; the drawings of plans that are kept. */
async function fillTables(connection: DuckDBConnection, { rows, kept, library }: Storable): Promise<string[]> {
  const { current, earlier } = partEditions(rows)
  const keptRows = kept && (await KeptRows.open(kept, rows.plans))
  const keptDrawings = (await keptRows?.drawings()) ?? []
  await connection.run("PRAGMA force_compression='uncompressed'; BEGIN")
  await fillTable(connection, tables.plans, rows.plans)
  await fillEditions(connection, current, keptRows)
  await fillLibrary(connection, library)
  if (hasEarlierEditions(rows.plans)) {
    await connection.run(createEarlierEditions().join(';\n'))
    await fillEditions(connection, earlier, keptRows, earlierEditions)
  }
  await connection.run('COMMIT')
  keptRows?.close()
  return keptDrawings
}

/** Fills every table but that of plans: first with the rows of plans that are kept, then with those that were read. */
async function fillEditions(connection: DuckDBConnection, rows: TableRows, kept: KeptRows | undefined, schema?: string): Promise<void> {
  for (const key of editionTables) {
    const table = tables[key]
    await fillTable(connection, table, rows[key], schema, kept && ((appender) => kept.appendTo(appender, table, schema !== earlierEditions)))
  }
}

/** How many rows tables and views have by their names, and how many all tables have together, those of earlier editions among them. */
interface RowCounts {
  byName: ReadonlyMap<string, number>
  total: number
}

async function countRows(connection: DuckDBConnection, hasEarlier: boolean, views: readonly ViewRows[]): Promise<RowCounts> {
  const counts = await rowsIn(connection, 'main', [...Object.values<Table>(tables), ...Object.values<Table>(libraryTables)])
  const earlier = hasEarlier
    ? await rowsIn(
        connection,
        earlierEditions,
        editionTables.map((key) => tables[key]),
      )
    : []
  const total = [...counts, ...earlier].reduce((sum, [, rows]) => sum + rows, 0)
  return { byName: new Map([...counts, ...views.map(({ name, rows }): [string, number] => [name, rows])]), total }
}

async function rowsIn(connection: DuckDBConnection, schema: string, counted: readonly Table[]): Promise<[string, number][]> {
  const counts = counted.map(({ name }) => `SELECT ${literal(name)} AS name, count(*)::INTEGER AS rows FROM ${schema}.${name}`)
  const reader = await connection.runAndReadAll(counts.join(' UNION ALL '))
  return reader.getRowObjects().map(({ name, rows }) => [String(name), Number(rows)])
}
