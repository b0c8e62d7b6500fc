import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { copyToCsv } from './csv-query.ts'
import { parquetMetadata } from './parquet-metadata.ts'
import { type CsvFile, csvFiles, published } from './published.ts'
import { literal } from './sql-words.ts'
import { rowsOf } from './views.ts'

/**
 * Writes each table and answered view as `parquet/<table>.parquet` (zstd, with what it says of itself) and as its CSV
 * files.
 */
export async function exportTables(connection: DuckDBConnection, directory: string, plans: TableRows['plans']): Promise<void> {
  await Promise.all(['parquet', 'csv'].map((name) => mkdir(join(directory, name), { recursive: true })))
  const parquetPath = ({ name }: Table) => join(directory, 'parquet', `${name}.parquet`)
  const csvPath = ({ name }: CsvFile) => join(directory, 'csv', `${name}.csv`)
  const statements = [
    ...Object.values<Table>(published).map((table) => {
      const options = parquetOptions(table, plans)
      return `COPY ${rowsOf(table)} TO ${literal(parquetPath(table))} (${options})`
    }),
    ...csvFiles.map((file) => copyToCsv(file, csvPath(file))),
  ]
  await connection.run(statements.join(';\n'))
}

function parquetOptions(table: Table, plans: TableRows['plans']): string {
  const metadata = Object.entries(parquetMetadata(table, plans)).map(([key, value]) => `${key}: ${literal(value)}`)
  return `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}}`
}
