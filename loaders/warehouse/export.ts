import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Column, isList, type Table } from '../records/table.ts'
import { type TableRows, tables } from '../tables.ts'
import { csvGuarded, mayBeGuarded } from './csv-words.ts'
import { parquetMetadata } from './parquet-metadata.ts'
import { literal } from './schema.ts'

/** What parts the values of a list column in CSV. */
export const csvListDelimiter = ';'

const byteOrderMark = '\ufeff'

/**
 * Writes each table as `parquet/<table>.parquet` (zstd, with what it says of itself) and `csv/<table>.csv` (UTF-8 with a
 * byte order mark, for Excel).
 */
export async function exportTables(connection: DuckDBConnection, directory: string, plans: TableRows['plans']): Promise<void> {
  await Promise.all(['parquet', 'csv'].map((name) => mkdir(join(directory, name), { recursive: true })))
  const files = Object.values<Table>(tables).map((table) => ({
    table,
    parquet: join(directory, 'parquet', `${table.name}.parquet`),
    csv: join(directory, 'csv', `${table.name}.csv`),
  }))
  const statements = files.flatMap(({ table, parquet, csv }) => [
    `COPY ${table.name} TO ${literal(parquet)} (${parquetOptions(table, plans)})`,
    `COPY (SELECT ${table.columns.map(csvColumn).join(', ')} FROM ${table.name}) TO ${literal(csv)} (FORMAT csv, HEADER true)`,
  ])
  await connection.run(statements.join(';\n'))
  await Promise.all(files.map(async ({ csv }) => writeFile(csv, byteOrderMark + (await readFile(csv, 'utf8')))))
}

function parquetOptions(table: Table, plans: TableRows['plans']): string {
  const metadata = Object.entries(parquetMetadata(table, plans)).map(([key, value]) => `${key}: ${literal(value)}`)
  return `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}}`
}

function csvColumn(column: Column): string {
  const { name, type } = column
  const text = isList(type) ? `array_to_string(${name}, ${literal(csvListDelimiter)})` : name
  if (mayBeGuarded(column)) return `regexp_replace(${text}, ${literal(csvGuarded)}, ${literal("'\\0")}) AS ${name}`
  return text === name ? name : `${text} AS ${name}`
}
