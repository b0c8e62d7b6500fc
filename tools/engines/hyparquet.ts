import { readFile } from 'node:fs/promises'
import { parquetMetadata, parquetReadObjects, parquetSchema, type SchemaTree } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { type Engine, isoDay, knownType, type PlainValue } from './engine.ts'

/** hyparquet, a reader in JavaScript. */
export const hyparquet: Engine = {
  name: 'hyparquet',
  packages: [],
  async open() {
    return async (path) => {
      const bytes = await readFile(path)
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
      const columns = parquetSchema(parquetMetadata(file)).children.map((column) => ({ name: column.element.name, type: typeOf(column) }))
      const rows = await parquetReadObjects({ file, compressors })
      return { columns, rows: rows.map((row) => columns.map(({ name, type }) => plain(row[name], type))) }
    }
  },
}

function typeOf({ element, children }: SchemaTree): string {
  if (element.converted_type === 'LIST') return `${typeOf(children[0]?.children[0] as SchemaTree)}[]`
  const names = { INT_32: 'INTEGER', INT_64: 'BIGINT', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN', DATE: 'DATE', UTF8: 'VARCHAR' } as const
  return knownType(names, element.converted_type ?? element.type ?? '')
}

function plain(value: unknown, type: string): PlainValue {
  if (value === null || value === undefined) return null
  if (type === 'DATE') return isoDay(value as Date)
  return typeof value === 'bigint' ? String(value) : (value as PlainValue)
}
