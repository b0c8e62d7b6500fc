import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Column, isList, type Table } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { csvGuarded, mayBeGuarded } from './csv-words.ts'
import { parquetMetadata } from './parquet-metadata.ts'
import { type CsvFile, csvFiles, published } from './published.ts'
import { literal } from './sql-words.ts'
import { rowsOf } from './views.ts'

/** What parts the values of a list column in CSV. */
export const csvListDelimiter = ';'

const byteOrderMark = '\ufeff'

/**
 * Writes each table and answered view as `parquet/<table>.parquet` (zstd, with what it says of itself) and as its CSV
 * files (UTF-8 with a byte order mark, for Excel).
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
    ...csvFiles.map((file) => `COPY (${csvQuery(file)}) TO ${literal(csvPath(file))} (FORMAT csv, HEADER true)`),
  ]
  await connection.run(statements.join(';\n'))
}

function parquetOptions(table: Table, plans: TableRows['plans']): string {
  const metadata = Object.entries(parquetMetadata(table, plans)).map(([key, value]) => `${key}: ${literal(value)}`)
  return `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}}`
}

/** The rows as text; the name of the first column begins with the byte order mark, so that the file does. */
function csvQuery({ table, head }: CsvFile): string {
  const columns = table.columns.map((column, index) => `${csvCell(column)} AS "${index === 0 ? byteOrderMark : ''}${head(column)}"`)
  return `SELECT ${columns.join(', ')} FROM ${rowsOf(table)}`
}

/** A cell of CSV: a list as its values, a text guarded, a whole number of a column with decimals without `.0`. */
function csvCell(column: Column): string {
  const { name, type } = column
  if (type === 'DOUBLE') return `regexp_replace(${name}::VARCHAR, '\\.0$', '')`
  const text = isList(type) ? `array_to_string(${name}, ${literal(csvListDelimiter)})` : name
  return mayBeGuarded(column) ? `regexp_replace(${text}, ${literal(csvGuarded)}, ${literal("'\\0")})` : text
}
