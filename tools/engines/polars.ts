import { type Engine, isoDay, knownType, type PlainValue } from './engine.ts'

interface Polars {
  readParquet(path: string): {
    columns: string[]
    schema: Record<string, { toString(): string }>
    rows(): unknown[][]
  }
}

const names = {
  Int32: 'INTEGER',
  Int64: 'BIGINT',
  Float64: 'DOUBLE',
  Bool: 'BOOLEAN',
  Date: 'DATE',
  String: 'VARCHAR',
  Utf8: 'VARCHAR',
  'List(String)': 'VARCHAR[]',
  'List(Utf8)': 'VARCHAR[]',
  'List(Int32)': 'INTEGER[]',
} as const

/** Polars for Node. */
export const polars: Engine = {
  name: 'nodejs-polars',
  packages: ['nodejs-polars@0.18.0'],
  async open(require) {
    const { readParquet } = require('nodejs-polars') as Polars
    return async (path) => {
      const table = readParquet(path)
      const columns = table.columns.map((name) => ({ name, type: knownType(names, withoutWrapper(String(table.schema[name]))) }))
      return { columns, rows: table.rows().map((row) => row.map((value, index) => plain(value, columns[index]?.type ?? ''))) }
    }
  },
}

function plain(value: unknown, type: string): PlainValue {
  if (value === null || value === undefined) return null
  if (type === 'DATE') return isoDay(value as Date)
  return type === 'BIGINT' ? String(value) : (value as PlainValue)
}

/** DataType(List(DataType(String))) → List(String). */
function withoutWrapper(type: string): string {
  return type.replace(/DataType\((\w+)\)/g, '$1').replace(/^DataType\((.*)\)$/, '$1')
}
