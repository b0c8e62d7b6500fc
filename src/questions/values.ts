import { type CsvCell, csvText } from '../format/csv.ts'
import { type Municipality, withMunicipality } from '../format/municipality.ts'

/** A value of a result as both engines give it: dates and times as ISO 8601 text, decimals as their digits, whole numbers of 64 bits and more as BigInt. */
export type Value = string | number | bigint | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** A column of a result: its name, and whether it holds numbers. */
export interface ResultColumn {
  name: string
  isNumeric: boolean
}

/** The rows of a result in their order; `isCut` where there are more than were asked for. */
export interface Result {
  columns: readonly ResultColumn[]
  rows: readonly (readonly Value[])[]
  isCut: boolean
}

/** A value as text, as DuckDB writes it; null for NULL. */
export function valueText(value: Value): string | null {
  if (value === null || typeof value !== 'object') return value === null ? null : String(value)
  const inner = (part: Value) => valueText(part) ?? 'NULL'
  if (isList(value)) return `[${value.map(inner).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, part]) => `'${name}': ${inner(part)}`)
    .join(', ')}}`
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}

/** A result as CSV: NULL is nothing, an empty text is `""`; options as in {@link csvText}, and the municipality that all rows are of. */
export function resultCsv(
  { columns, rows }: Pick<Result, 'columns' | 'rows'>,
  options?: { forExcel: boolean; municipality?: Municipality | undefined },
): string {
  const cell = (value: Value, column: number) => csvCell(value, columns[column]?.isNumeric ?? false)
  return csvText(withMunicipality([columns.map(({ name }) => name), ...rows.map((row) => row.map(cell))], options?.municipality), options)
}

/** Decimals come as text; in a column of numbers they are digits all the same. */
function csvCell(value: Value, isNumeric: boolean): CsvCell {
  if (value === null || typeof value !== 'object') return isNumeric && typeof value === 'string' ? { digits: value } : value
  return valueText(value)
}
