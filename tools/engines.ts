import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { main as ingest } from '../loaders/main.ts'
import type { Table } from '../loaders/records/table.ts'
import { published } from '../loaders/warehouse/published.ts'
import { installAside } from './aside.ts'
import { clickhouse } from './engines/clickhouse.ts'
import { duckdb, readTable } from './engines/duckdb.ts'
import type { Engine, ReadTable } from './engines/engine.ts'
import { hyparquet } from './engines/hyparquet.ts'
import { parquetWasm } from './engines/parquet-wasm.ts'
import { polars } from './engines/polars.ts'

const engines: readonly Engine[] = [duckdb, hyparquet, parquetWasm, polars, clickhouse]
const aside = resolve('build', 'engines')
const usage = `使い方: npm run test:engines [-- --warehouse DIR]
  --warehouse DIR  ingest の出力先。初めは data/osaki-plan5 を読んで作る
`

/**
 * Reads every Parquet file with each engine and holds its columns, types, rows and NULLs to those of the database.
 * Prints a line an engine; resolves to 1 where one differs. An engine that cannot be installed is skipped, and said so.
 */
export async function main(words: string[]): Promise<number> {
  const given = readArguments(words)
  if (given === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const temporary = mkdtempSync(join(tmpdir(), 'engines-'))
  try {
    const warehouse = given.warehouse ?? join(temporary, 'warehouse')
    if (given.warehouse === undefined && (await ingest([join('data', 'osaki-plan5'), '--out', warehouse])) !== 0) return 1
    return await compareEngines(warehouse)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function readArguments(words: string[]): { warehouse: string | undefined } | undefined {
  try {
    return { warehouse: parseArgs({ args: words, options: { warehouse: { type: 'string' } } }).values.warehouse }
  } catch {
    return undefined
  }
}

async function compareEngines(warehouse: string): Promise<number> {
  const expected = await readDatabase(warehouse)
  let differing = 0
  for (const engine of engines) {
    const refusal = installAside(aside, engine.packages)
    if (refusal !== undefined) {
      process.stdout.write(`${engine.name}: 飛ばした (${refusal})\n`)
      continue
    }
    const differences = await compare(engine, warehouse, expected)
    if (differences.length > 0) differing += 1
    process.stdout.write(
      `${engine.name}: ${differences.length === 0 ? inWords(expected) + (engine.readsNullListsAsEmpty ? ' (リストのNULLだけは空のリストになる)' : '') : differences.join('\n  ')}\n`,
    )
  }
  return differing > 0 ? 1 : 0
}

async function readDatabase(warehouse: string): Promise<Map<string, ReadTable>> {
  const instance = await DuckDBInstance.create(join(warehouse, 'reform.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const read = new Map<string, ReadTable>()
  for (const { name, columns } of Object.values<Table>(published)) {
    const { rows } = await readTable(connection, name)
    read.set(name, { columns: columns.map(({ name, type }) => ({ name, type })), rows })
  }
  connection.closeSync()
  instance.closeSync()
  return read
}

async function compare(engine: Engine, warehouse: string, expected: ReadonlyMap<string, ReadTable>): Promise<string[]> {
  try {
    const read = await engine.open(createRequire(join(aside, 'package.json')))
    const found: string[] = []
    for (const [name, table] of engine.readsNullListsAsEmpty ? withEmptyLists(expected) : expected)
      found.push(...differences(name, table, await read(resolve(warehouse, 'parquet', `${name}.parquet`))))
    return found
  } catch (error) {
    return [`読めない: ${error instanceof Error ? error.message : error}`]
  }
}

function withEmptyLists(expected: ReadonlyMap<string, ReadTable>): Map<string, ReadTable> {
  const withEmpty = ({ columns, rows }: ReadTable) => ({
    columns,
    rows: rows.map((row) => row.map((value, index) => (value === null && columns[index]?.type.endsWith('[]') ? [] : value))),
  })
  return new Map([...expected].map(([name, table]) => [name, withEmpty(table)]))
}

function differences(name: string, expected: ReadTable, read: ReadTable): string[] {
  const columns = ({ columns }: ReadTable) => columns.map(({ name, type }) => `${name} ${type}`).join(', ')
  if (columns(read) !== columns(expected)) return [`${name}: 列が違う: ${columns(read)}`]
  if (read.rows.length !== expected.rows.length) return [`${name}: ${read.rows.length}行 (データベースは${expected.rows.length}行)`]
  const different = expected.rows.findIndex((row, index) => !isDeepStrictEqual(row, read.rows[index]))
  if (different < 0) return []
  return [`${name}: ${different + 1}行目が違う: ${JSON.stringify(read.rows[different])} (データベースは${JSON.stringify(expected.rows[different])})`]
}

function inWords(expected: ReadonlyMap<string, ReadTable>): string {
  const rows = [...expected.values()].flatMap((table) => table.rows)
  const empty = rows.flat().filter((value) => value === null).length
  return `${expected.size}表、${rows.length}行、NULL ${empty}個、型も一致`
}
