import { visible } from '../../loaders/document/visible.ts'
import { displayWidth } from '../../loaders/vocabulary/display-width.ts'
import { type Result, resultCsv, type Value, valueText } from '../../src/questions/values.ts'

export type Format = 'table' | 'csv' | 'json'

/** A result as text for the terminal or for another program. */
export function formatResult(result: Result, format: Format): string {
  if (format === 'csv') return resultCsv(result)
  return format === 'json' ? formatJson(result) : formatTable(result)
}

/** A list of objects, a row each; whole numbers keep all their digits. */
function formatJson({ columns, rows }: Result): string {
  const object = (row: readonly Value[]) =>
    columns.map(({ name, isNumeric }, index) => `${JSON.stringify(name)}: ${isNumeric ? jsonNumber(row[index] ?? null) : json(row[index] ?? null)}`)
  return `[${rows.map((row) => `\n  {${object(row).join(', ')}}`).join(',')}${rows.length > 0 ? '\n' : ''}]\n`
}

/** A number as its digits; one that is no number (NaN, infinity) as text. */
function jsonNumber(value: Value): string {
  const text = valueText(value)
  if (text === null) return 'null'
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) ? text : JSON.stringify(text)
}

function json(value: Value): string {
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}: ${json(part)}`)
    .join(', ')}}`
}

/** Columns aligned by display width; full-width characters take two, and no control character is left. */
function formatTable({ columns, rows }: Result): string {
  const body = rows.map((row) => row.map((value) => visible((valueText(value) ?? 'NULL').replace(/\s+/g, ' '))))
  const head = columns.map(({ name }) => visible(name))
  const widths = head.map((name, column) => body.reduce((width, line) => Math.max(width, terminalWidth(line[column] ?? '')), terminalWidth(name)))
  const format = (line: readonly string[]) => line.map((cell, column) => aligned(cell, widths[column] ?? 0, columns[column]?.isNumeric ?? false))
  const lines = [format(head), widths.map((width) => '─'.repeat(width)), ...body.map(format)]
  return `${lines.map((line) => line.join('  ').trimEnd()).join('\n')}\n(${rows.length}行)\n`
}

function aligned(cell: string, width: number, isRight: boolean): string {
  const blanks = ' '.repeat(width - terminalWidth(cell))
  return isRight ? blanks + cell : cell + blanks
}

function terminalWidth(text: string): number {
  return displayWidth(text, { ambiguousAsWide: false })
}
