import type { Column, Table } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'
import type { Case, Problem } from './case.ts'

/** Every value fits its column, and no two rows of a table have the same key: what the warehouse can hold. */
export function storeProblems({ rows }: Case): Problem[] {
  return Object.entries<Table>(tables).flatMap(([key, table]) => {
    const found = rows[key as keyof typeof rows] as unknown as Readonly<Record<string, unknown>>[]
    const misfits = found.flatMap((row) =>
      table.columns.filter((column) => !fits(column, row[column.name]) && !isEmptyLine(table, column, row)).map(({ name }) => ({ name, row })),
    )
    const keys = new Set<string>()
    const twice = found.filter((row) => {
      const id = JSON.stringify(table.key.map((name) => row[name]))
      return keys.size === keys.add(id).size
    })
    return [
      ...misfits.slice(0, 2).map(({ name, row }) => ({ law: 'column', sign: `${table.name}.${name}`, detail: JSON.stringify(row) })),
      ...twice.slice(0, 1).map((row) => ({ law: 'key', sign: table.name, detail: JSON.stringify(row) })),
    ]
  })
}

/** The one text that may be empty: that of an empty line. */
function isEmptyLine(table: Table, { name }: Column, row: Readonly<Record<string, unknown>>): boolean {
  return table.name === tables.sourceLines.name && name === 'text' && row.text === ''
}

function fits({ type, required, values, minimum }: Column, value: unknown): boolean {
  if (value === null) return !required
  if (typeof value === 'number') return isNumber(type, value) && value >= (minimum ?? value)
  if (typeof value === 'boolean') return type === 'BOOLEAN'
  if (typeof value === 'string') return value !== '' && (type === 'DATE' ? isDay(value) : type === 'VARCHAR') && (values?.includes(value) ?? true)
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry) => (type === 'VARCHAR[]' ? isText(entry) : type === 'INTEGER[]' && isNumber('INTEGER', entry)))
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isNumber(type: Column['type'], value: number): boolean {
  if (type === 'INTEGER') return Number.isInteger(value) && Math.abs(value) < 2 ** 31
  return type === 'BIGINT' ? Number.isSafeInteger(value) : type === 'DOUBLE' && Number.isFinite(value)
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
