import { firstAtLeast } from '../../../document/rising.ts'
import type { Grid, GridCell } from '../../grid.ts'
import { FormatRefusal } from '../../refusal.ts'
import { withoutEmptyEnds } from '../words.ts'
import { columnName, type Range, type Rectangle } from './ranges.ts'

/** A cell with words, its row and column from 1. */
export interface FoundCell {
  row: number
  column: number
  text: string
}

/** What of a sheet is hidden. */
export interface Hiding {
  row(no: number): boolean
  column(no: number): boolean
}

/** The table of a sheet, and words that it does not show: in hidden rows and columns, and under merged cells. */
export interface SheetGrid {
  grid: Grid
  hiddenText: string
  covered: { cell: string; text: string }[]
}

/** Merged ranges of a sheet, and of one row. */
const mostMerged = 100_000

/** The visible cells with words as a table of the rows and columns that have some. A merged range shows what its first cell holds, in those of its rows and columns that are not hidden. */
export function gridOf(name: string, found: readonly FoundCell[], merged: readonly Rectangle[], isHidden: Hiding): SheetGrid {
  if (merged.length > mostMerged) throw new FormatRefusal('zip-too-large', `シート「${name}」の結合したセルが多すぎる。取組実績一覧の文書ではない`)
  const nameOf = ({ row, column }: Pick<FoundCell, 'row' | 'column'>) => `${name}!${columnName(column)}${row}`
  const ranges = new MergedRanges(merged)
  const shown: (FoundCell & { range: Rectangle | undefined })[] = []
  const covered: SheetGrid['covered'] = []
  let hiddenText = ''
  for (const cell of found) {
    const range = ranges.at(cell)
    const isFirst = !range || (range.rows.first === cell.row && range.columns.first === cell.column)
    const visible = range && isFirst ? firstVisible(range, isHidden) : isHidden.row(cell.row) || isHidden.column(cell.column) ? undefined : cell
    if (!isFirst) covered.push({ cell: nameOf(cell), text: cell.text })
    else if (!visible) hiddenText += cell.text
    else shown.push({ ...cell, row: visible.row, column: visible.column, range })
  }
  const rows = withGaps(sorted(shown.map(({ row }) => row)))
  const columns = sorted(shown.map(({ column }) => column))
  const placed = (cell: { row: number; column: number; range: Rectangle | undefined }, lines: readonly string[], ofName: string): GridCell => ({
    name: ofName,
    row: firstAtLeast(rows, cell.row),
    column: firstAtLeast(columns, cell.column),
    rows: cell.range ? Math.max(1, countIn(rows, { first: cell.row, last: cell.range.rows.last })) : 1,
    columns: cell.range ? Math.max(1, countIn(columns, { first: cell.column, last: cell.range.columns.last })) : 1,
    lines,
  })
  const filled = new Set(shown.flatMap(({ range }) => (range ? [range] : [])))
  const empty = merged
    .filter((range) => !filled.has(range) && countIn(rows, range.rows) > 0 && countIn(columns, range.columns) > 1)
    .map((range) => placed({ row: range.rows.first, column: range.columns.first, range }, [], nameOf({ row: range.rows.first, column: range.columns.first })))
  const cells = [...empty, ...shown.map((cell) => placed(cell, linesOf(cell.text), nameOf(cell)))]
  return { grid: { rows: rows.length, columns: columns.length, cells }, hiddenText, covered }
}

/** Merged ranges, to be found by a cell in them. */
class MergedRanges {
  readonly #byRow = new Map<number, Rectangle[]>()
  /** ranges of more rows than are worth listing */
  readonly #tall: Rectangle[] = []

  constructor(merged: readonly Rectangle[]) {
    for (const range of merged) {
      if (range.rows.last - range.rows.first > 50) this.#tall.push(range)
      else for (let row = range.rows.first; row <= range.rows.last; row++) this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), range])
    }
  }

  at({ row, column }: FoundCell): Rectangle | undefined {
    const holds = ({ rows, columns }: Rectangle) => row >= rows.first && row <= rows.last && column >= columns.first && column <= columns.last
    return this.#byRow.get(row)?.find(holds) ?? this.#tall.find(holds)
  }
}

/** The first cell of a range that is not hidden; undefined where all of it is. */
function firstVisible({ rows, columns }: Rectangle, isHidden: Hiding): { row: number; column: number } | undefined {
  const row = firstNot(rows, isHidden.row)
  const column = firstNot(columns, isHidden.column)
  return row === undefined || column === undefined ? undefined : { row, column }
}

function firstNot({ first, last }: Range, isHidden: (no: number) => boolean): number | undefined {
  for (let no = first; no <= last; no++) if (!isHidden(no)) return no
  return undefined
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Rows with one empty row, the next of the one above, between those that do not adjoin. */
function withGaps(rows: readonly number[]): number[] {
  return rows.flatMap((row, index) => (index > 0 && row > (rows[index - 1] as number) + 1 ? [(rows[index - 1] as number) + 1, row] : [row]))
}

function countIn(numbers: readonly number[], { first, last }: Range): number {
  return firstAtLeast(numbers, last + 1) - firstAtLeast(numbers, first)
}

/** The lines of a cell, without empty ones at its ends. */
function linesOf(text: string): string[] {
  return withoutEmptyEnds(text.replaceAll('\t', ' ').split(/\r\n|\n|\r/))
}
