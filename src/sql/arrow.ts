import { type DataType, type Table, Type, tableFromIPC } from '@uwdata/flechette'
import type { Result, ResultColumn, Value } from '../questions/values.ts'

/** The columns of an Arrow schema and how their values are read. */
export interface ArrowReader {
  columns: readonly ResultColumn[]
  /** the rows of a record batch */
  rows(batch: Uint8Array): Value[][]
}

const exact = { useBigInt: true, useDecimalInt: true, useBigIntTimestamp: true, useDate: false } as const
const numericTypes: ReadonlySet<number> = new Set([Type.Int, Type.Float, Type.Decimal])

/** Reads the stream that DuckDB answers with: `header` is its schema, each batch follows on its own. */
export function arrowReader(header: Uint8Array): ArrowReader {
  const { columns, read } = schemaOf(tableFromIPC(header, exact))
  return { columns, rows: (batch) => readRows(tableFromIPC([header, batch], exact), read) }
}

/** Reads a result that DuckDB answers with at once. */
export function arrowResult(bytes: Uint8Array): Result {
  const table = tableFromIPC(bytes, exact)
  const { columns, read } = schemaOf(table)
  return { columns, rows: readRows(table, read), isCut: false }
}

/** The columns of a table and how a value of each is read. */
function schemaOf({ schema: { fields } }: Table): { columns: readonly ResultColumn[]; read: readonly ((value: unknown) => Value)[] } {
  return { columns: fields.map(({ name, type }) => ({ name, isNumeric: numericTypes.has(type.typeId) })), read: fields.map(({ type }) => reader(type)) }
}

function readRows(table: Table, read: readonly ((value: unknown) => Value)[]): Value[][] {
  const columns = read.map((_, index) => table.getChildAt(index))
  return Array.from({ length: table.numRows }, (_, row) => columns.map((column, index) => (read[index] as (value: unknown) => Value)(column.at(row))))
}

/** How a value of an Arrow type becomes one that both engines give alike. */
function reader(type: DataType): (value: unknown) => Value {
  const read = notNullReader(type)
  return (value) => (value === null || value === undefined ? null : read(value))
}

function notNullReader(type: DataType): (value: unknown) => Value {
  switch (type.typeId) {
    case Type.Int:
    case Type.Float:
    case Type.Bool:
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Dictionary:
      return (value) => value as Value
    case Type.Decimal:
      return (value) => decimal(BigInt(value as bigint | number), type.scale)
    case Type.Date:
      return (value) => new Date(value as number).toISOString().slice(0, 10)
    case Type.Timestamp:
      return (value) => timestamp(value as bigint, type.unit)
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList: {
      const inner = reader((type.children[0] as { type: DataType }).type)
      return (value) => [...(value as Iterable<unknown>)].map(inner)
    }
    case Type.Struct: {
      const inner = type.children.map((child) => [child.name, reader(child.type)] as const)
      return (value) => Object.fromEntries(inner.map(([name, read]) => [name, read((value as Record<string, unknown>)[name])]))
    }
    default:
      return (value) => String(value)
  }
}

/** A scaled integer as its digits; without decimals it stays a whole number. */
function decimal(scaled: bigint, scale: number): Value {
  if (scale === 0) return scaled
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(scale + 1, '0')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** A moment in ticks of 10^(3·unit) a second as DuckDB writes it. */
function timestamp(ticks: bigint, unit: number): string {
  const perSecond = 1000n ** BigInt(unit)
  const fraction = ((ticks % perSecond) + perSecond) % perSecond
  const seconds = (ticks - fraction) / perSecond
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')
  const decimals = String(fraction)
    .padStart(3 * unit, '0')
    .replace(/0+$/, '')
  return decimals === '' || fraction === 0n ? text : `${text}.${decimals}`
}
