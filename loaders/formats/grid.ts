import type { DrawnCell, DrawnText, Mark } from '../document/drawn.ts'
import { FormatRefusal } from './refusal.ts'

/** A cell of a table or sheet: where it begins (from 0), what it covers, and its lines; a tab in a line parts the cells of a table within it. */
export interface GridCell {
  readonly name: string
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly lines: readonly string[]
  /** for each line the mark of each of its UTF-16 units, where they are known; else the cell is their place */
  readonly marks?: readonly (readonly (Mark | undefined)[])[]
}

/** A table of so many rows and columns. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
}

/** A place of a row: a cell that begins there, or one that covers it from above. */
type Slot = { readonly cell: GridCell; readonly isAbove: boolean } | undefined

/** Places of a table: rows times columns, and those that its cells cover. */
const mostPlaces = 2_000_000
/** Signs that begin an entry of a list. */
const bullet = /^\s*[・○●◯◇◆■□▪①-⑳]/u

/**
 * Writes a table as house text: a line a row, a tab between the cells that begin in it; a cell that covers the row from above
 * counts as an empty one, since what follows stands in its own column; covered sideways none. Where one cell alone has words,
 * in the first column, its lines stay lines, but for those that go on with an entry of a list: in a table of lists, each
 * without a sign of its own. Beside others they stand in one line with blanks between; the rows of a table within a cell have
 * a line each, below the first the others count as covering. Gives the cells with what they hold.
 */
export function writeGrid(text: DrawnText, grid: Grid, page: number): DrawnCell[][] {
  const writer = new RowWriter(text, page, hasLists(grid))
  return slotsOf(grid).map((row, no) => writer.write(row, no))
}

function hasLists({ cells }: Grid): boolean {
  return cells.some(({ lines }) => lines.some((line) => bullet.test(line)))
}

function isRow(line: string): boolean {
  return line.includes('\t')
}

class RowWriter {
  constructor(
    private readonly text: DrawnText,
    private readonly page: number,
    private readonly ofLists: boolean,
  ) {}

  /** Writes a row; gives the cells that begin in it. */
  write(row: readonly Slot[], no: number): DrawnCell[] {
    const kept = withoutEmptyEnd(row)
    const isAlone = kept.length === 1 && kept[0]?.isAbove === false
    const drawn = kept.flatMap((slot, index) => {
      if (index > 0) this.text.add('\t')
      return slot && !slot.isAbove ? [isAlone ? this.#alone(slot.cell) : this.#beside(slot.cell, index)] : []
    })
    const rest = row.slice(kept.length).flatMap((slot) => (slot && slot.cell.row === no ? [drawnCell(slot.cell, this.text.length, this.text.length)] : []))
    this.text.add('\n')
    return [...drawn, ...rest]
  }

  #alone(cell: GridCell): DrawnCell {
    return this.#cell(cell, (line, before) => (!this.ofLists || bullet.test(line) || isRow(line) || isRow(before) ? '\n' : ' '))
  }

  /** A cell with others before it; each row of a table within it has as many cells before. */
  #beside(cell: GridCell, cellsBefore: number): DrawnCell {
    return this.#cell(cell, (line, before) => (isRow(line) && isRow(before) ? `\n${'\t'.repeat(cellsBefore)}` : ' '))
  }

  #cell(cell: GridCell, between: (line: string, before: string) => string): DrawnCell {
    const mark: Mark = { page: this.page, box: null, cell: cell.name }
    const from = this.text.length
    cell.lines.forEach((line, index) => {
      if (index > 0) this.text.add(between(line, cell.lines[index - 1] as string))
      const marks = cell.marks?.[index]
      if (marks) addMarked(this.text, line, marks)
      else this.text.add(line, mark)
    })
    return drawnCell(cell, from, this.text.length)
  }
}

/** Adds a line, each UTF-16 unit with its mark. */
export function addMarked(text: DrawnText, line: string, marks: readonly (Mark | undefined)[]): void {
  for (let from = 0; from < line.length; ) {
    let to = from + 1
    while (to < line.length && marks[to] === marks[from]) to++
    text.add(line.slice(from, to), marks[from])
    from = to
  }
}

function drawnCell({ name, columns, rows }: GridCell, from: number, to: number): DrawnCell {
  return { name, columns, rows, from, to }
}

/** For each row what stands in it from left to right: each cell once, nothing where it has none. */
function slotsOf({ rows, columns, cells }: Grid): Slot[][] {
  const places = cells.reduce((sum, cell) => sum + cell.rows * cell.columns, rows * columns)
  if (places > mostPlaces) throw new FormatRefusal('zip-too-large', '表が大きすぎる。取組実績一覧の文書ではない')
  const covering = new Map<number, GridCell>()
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++) covering.set(row * columns + column, cell)
  return Array.from({ length: rows }, (_, row) => {
    const slots: Slot[] = []
    for (let column = 0; column < columns; column++) {
      const cell = covering.get(row * columns + column)
      if (!cell) slots.push(undefined)
      else if (cell.column === column) slots.push({ cell, isAbove: cell.row < row })
    }
    return slots
  })
}

function withoutEmptyEnd(row: readonly Slot[]): readonly Slot[] {
  const last = row.findLastIndex((slot) => slot && !slot.isAbove && slot.cell.lines.some((line) => line !== ''))
  return row.slice(0, last + 1)
}
