import { readFile } from 'node:fs/promises'
import { type DataType, Type, tableFromIPC } from '@uwdata/flechette'
import { type Engine, isoDay, knownType, type PlainValue } from './engine.ts'

interface ParquetWasm {
  readParquet(bytes: Uint8Array): { intoIPCStream(): Uint8Array }
}

/** parquet-wasm (the Rust readers of Arrow in WebAssembly), its Arrow read by flechette. */
export const parquetWasm: Engine = {
  name: 'parquet-wasm',
  packages: ['parquet-wasm@0.8.0'],
  async open(require) {
    const { readParquet } = require('parquet-wasm/node') as ParquetWasm
    return async (path) => {
      const table = tableFromIPC(readParquet(await readFile(path)).intoIPCStream(), { useBigInt: true })
      const columns = table.schema.fields.map(({ name, type }) => ({ name, type: typeOf(type) }))
      const rows = table.toArray() as Record<string, unknown>[]
      return { columns, rows: rows.map((row) => columns.map(({ name, type }) => plain(row[name], type))) }
    }
  },
}

function typeOf(type: DataType): string {
  if (type.typeId === Type.List) return `${typeOf(type.children[0]?.type as DataType)}[]`
  if (type.typeId === Type.Int) return knownType({ 32: 'INTEGER', 64: 'BIGINT' }, String(type.bitWidth))
  if (type.typeId === Type.Float && type.precision === 2) return 'DOUBLE'
  const names = { [Type.Bool]: 'BOOLEAN', [Type.Date]: 'DATE', [Type.Utf8]: 'VARCHAR', [Type.Utf8View]: 'VARCHAR', [Type.LargeUtf8]: 'VARCHAR' } as const
  return knownType(names, String(type.typeId))
}

function plain(value: unknown, type: string): PlainValue {
  if (value === null || value === undefined) return null
  if (type === 'DATE') return isoDay(new Date(value as number))
  if (type.endsWith('[]')) return [...(value as Iterable<string>)]
  return typeof value === 'bigint' ? String(value) : (value as PlainValue)
}
