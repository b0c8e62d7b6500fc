import type { SchemaElement } from 'hyparquet'
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import { isList, type SqlValues, type Table } from '../../loaders/records/table.ts'
import type { Value } from '../questions/values.ts'

/** How a value of a column is kept; lists hold such values. */
const elementTypes = {
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  INTEGER: { type: 'INT32', converted_type: 'INT_32' },
  BIGINT: { type: 'INT64', converted_type: 'INT_64' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies { readonly [T in Exclude<keyof SqlValues, `${string}[]`>]: Partial<SchemaElement> }

/** The rows of a table as a Parquet file, with what it says of itself; the values as a result of DuckDB has them, in the order of the columns. */
export function parquetFile(table: Table, rows: readonly (readonly Value[])[], metadata: Readonly<Record<string, string>>): Uint8Array {
  const writer = new ByteWriter()
  parquetWrite({
    writer,
    columnData: table.columns.map(({ name, type }, index) => ({ name, data: rows.map((row) => stored(type, row[index] ?? null)) })),
    schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.flatMap(({ name, type }) => elementsOf(name, type))],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  })
  return new Uint8Array(writer.getBuffer())
}

function elementsOf(name: string, type: keyof SqlValues): SchemaElement[] {
  const element = elementTypes[type.replace('[]', '') as keyof typeof elementTypes]
  if (!isList(type)) return [{ name, repetition_type: 'OPTIONAL', ...element }]
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...element },
  ]
}

function stored(type: keyof SqlValues, value: Value): unknown {
  return type === 'DATE' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value
}
