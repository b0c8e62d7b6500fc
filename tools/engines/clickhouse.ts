import { literal } from '../../loaders/warehouse/sql-words.ts'
import { type Engine, knownType, type PlainValue } from './engine.ts'

interface Chdb {
  query(sql: string, format: string): string
}

const names = {
  Int32: 'INTEGER',
  Int64: 'BIGINT',
  Float64: 'DOUBLE',
  Bool: 'BOOLEAN',
  Date: 'DATE',
  Date32: 'DATE',
  String: 'VARCHAR',
  'Array(String)': 'VARCHAR[]',
  'Array(Int32)': 'INTEGER[]',
} as const

/** ClickHouse in one process. */
export const clickhouse: Engine = {
  name: 'ClickHouse (chdb)',
  packages: ['chdb@3.4.0'],
  readsNullListsAsEmpty: true,
  async open(require) {
    const { query } = require('chdb') as Chdb
    const lines = (sql: string) =>
      query(`${sql} SETTINGS output_format_json_quote_64bit_integers = 1`, 'JSONCompactEachRow')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as PlainValue[])
    return async (path) => {
      const source = `file(${literal(path)}, Parquet)`
      const columns = lines(`DESCRIBE ${source}`).map(([name, type]) => ({ name: String(name), type: knownType(names, withoutNull(String(type))) }))
      return { columns, rows: lines(`SELECT * FROM ${source}`) }
    }
  },
}

function withoutNull(type: string): string {
  return type.replace(/Nullable\(([^()]*)\)/g, '$1')
}
