import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import type { Engine, PlainValue, ReadTable } from './engine.ts'

/** DuckDB, as it comes with the project. */
export const duckdb: Engine = {
  name: 'DuckDB',
  packages: [],
  async open() {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    return (path) => readTable(connection, `read_parquet(${literal(path)})`)
  },
}

/** All of a table, or of a table function. */
export async function readTable(connection: DuckDBConnection, source: string): Promise<ReadTable> {
  const reader = await connection.runAndReadAll(`FROM ${source}`)
  const types = reader.columnTypes().map(String)
  return { columns: reader.columnNames().map((name, index) => ({ name, type: types[index] as string })), rows: reader.getRows().map((row) => row.map(plain)) }
}

function plain(value: DuckDBValue): PlainValue {
  if (typeof value === 'bigint' || value instanceof DuckDBDateValue) return String(value)
  return value instanceof DuckDBListValue ? value.items.map(plain) : (value as PlainValue)
}
