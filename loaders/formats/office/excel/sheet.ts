import { FormatRefusal } from '../../refusal.ts'
import type { Grid, GridCell } from '../grid.ts'
import { eachElement, elements } from '../xml.ts'
import { type CellContext, readCell } from './cells.ts'

/** A sheet as it is printed: its table, and what is not: hidden rows and columns, and cells whose text is not known. */
export interface Sheet {
  grid: Grid
  hidden: { rows: number; columns: number; text: string }
  problems: { cell: string; reason: string }[]
}

interface FoundCell {
  row: number
  column: number
  text: string
}

/** A stretch of columns or rows, from 1, both ends included. */
interface Range {
  first: number
  last: number
}

/** Places of a table: rows with words times columns with words. */
const mostPlaces = 2_000_000

/** Reads a sheet. Rows and columns without words are left out, but for one empty row where there are some between others. */
export function readSheet(bytes: Uint8Array, name: string, context: CellContext): Sheet {
  const found: FoundCell[] = []
  const merged: { rows: Range; columns: Range }[] = []
  const hiddenColumns: Range[] = []
  const hidden = { rows: 0, columns: 0, text: '' }
  const problems: Sheet['problems'] = []
  let rowNo = 0
  eachElement(bytes, ['col', 'row', 'mergeCell'], (element) => {
    const { attributes } = element
    if (element.name === 'mergeCell') merged.push(rangeOf(attributes.ref ?? ''))
    if (element.name === 'col' && isOn(attributes.hidden)) hiddenColumns.push({ first: Number(attributes.min), last: Number(attributes.max) })
    if (element.name !== 'row') return
    rowNo = Number(attributes.r ?? rowNo + 1)
    const isRowHidden = isOn(attributes.hidden)
    if (isRowHidden) hidden.rows += 1
    let columnNo = 0
    for (const cell of elements(element, 'c')) {
      columnNo = cell.attributes.r === undefined ? columnNo + 1 : columnOf(cell.attributes.r)
      const read = readCell(cell, context)
      if ('problem' in read) problems.push({ cell: `${name}!${columnName(columnNo)}${rowNo}`, reason: read.problem })
      else if (isRowHidden || hiddenColumns.some(({ first, last }) => columnNo >= first && columnNo <= last)) hidden.text += read.text
      else if (read.text !== '') found.push({ row: rowNo, column: columnNo, text: read.text })
    }
  })
  hidden.columns = hiddenColumns.reduce((sum, { first, last }) => sum + Math.min(last, 16_384) - first + 1, 0)
  return { grid: gridOf(name, found, merged), hidden, problems }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The cells with words as a table of the rows and columns that have some. */
function gridOf(name: string, found: readonly FoundCell[], merged: readonly { rows: Range; columns: Range }[]): Grid {
  const rows = withGaps([...new Set(found.map(({ row }) => row))].sort((a, b) => a - b))
  const columns = [...new Set(found.map(({ column }) => column))].sort((a, b) => a - b)
  if (rows.length * columns.length > mostPlaces) throw new FormatRefusal('zip-too-large', `シート「${name}」の表が大きすぎる。取組実績一覧の文書ではない`)
  const rowIndex = new Map(rows.map((row, index) => [row, index]))
  const columnIndex = new Map(columns.map((column, index) => [column, index]))
  const spanOf = new Map(merged.map((range) => [`${range.rows.first} ${range.columns.first}`, range]))
  const cells = found.map(({ row, column, text }): GridCell => {
    const span = spanOf.get(`${row} ${column}`)
    return {
      name: `${name}!${columnName(column)}${row}`,
      row: rowIndex.get(row) as number,
      column: columnIndex.get(column) as number,
      rows: span ? countIn(rows, { first: row, last: span.rows.last }) : 1,
      columns: span ? countIn(columns, { first: column, last: span.columns.last }) : 1,
      lines: linesOf(text),
    }
  })
  return { rows: rows.length, columns: columns.length, cells }
}

/** Rows with one empty row, the next of the one above, between those that do not adjoin. */
function withGaps(rows: readonly number[]): number[] {
  return rows.flatMap((row, index) => (index > 0 && row > (rows[index - 1] as number) + 1 ? [(rows[index - 1] as number) + 1, row] : [row]))
}

function countIn(sorted: readonly number[], { first, last }: Range): number {
  return Math.max(1, sorted.filter((no) => no >= first && no <= last).length)
}

/** The lines of a cell, without empty ones at its ends. */
function linesOf(text: string): string[] {
  return text
    .replaceAll('\t', ' ')
    .split(/\r\n|\n|\r/)
    .filter(
      (line, index, lines) =>
        line.trim() !== '' || (lines.slice(0, index).some((other) => other.trim() !== '') && lines.slice(index).some((other) => other.trim() !== '')),
    )
}

/** `B3:D7` or `B3`. */
function rangeOf(ref: string): { rows: Range; columns: Range } {
  const [first = '', last = first] = ref.split(':')
  return { rows: { first: rowOf(first), last: rowOf(last) }, columns: { first: columnOf(first), last: columnOf(last) } }
}

function rowOf(ref: string): number {
  return Number(/\d+/.exec(ref)?.[0] ?? 0)
}

/** The number of a column from its letters: A is 1, AA 27. */
function columnOf(ref: string): number {
  return [...(/^\$?([A-Z]+)/.exec(ref)?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnName(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
}
