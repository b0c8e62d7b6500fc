import type { DrawnCell, DrawnText, Mark } from '../../document/drawn.ts'

/** A cell of a table or sheet: where it begins (from 0), what it covers, and its lines. */
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

/**
 * Writes a table as house text: a line a row, a tab between the cells that begin in it; a cell that covers the row from above
 * counts as an empty one, since what follows stands in its own column; covered sideways none. Where one cell alone has words, in the first
 * column, its lines stay lines, but for those that go on with an entry of a list: in a table of lists, each without a sign of its own. Beside
 * others they stand in one line with blanks between. Gives the cells with what they hold.
 */
export function writeGrid(text: DrawnText, grid: Grid, page: number): DrawnCell[][] {
  const slots = slotsOf(grid)
  const hasLists = grid.cells.some(({ lines }) => lines.some((line) => bullet.test(line)))
  const keepsLine = (line: string) => !hasLists || bullet.test(line)
  return slots.map((row, no) => {
    const kept = withoutEmptyEnd(row)
    const isAlone = kept.length === 1 && kept[0]?.isAbove === false
    const drawn = kept.flatMap((slot, index) => {
      if (index > 0) text.add('\t')
      return slot && !slot.isAbove ? [writeCell(text, slot.cell, page, isAlone ? keepsLine : undefined)] : []
    })
    const rest = row.slice(kept.length).flatMap((slot) => (slot && !slot.isAbove && slot.cell.row === no ? [emptyCell(slot.cell, text.length)] : []))
    text.add('\n')
    return [...drawn, ...rest]
  })
}

function writeCell(text: DrawnText, cell: GridCell, page: number, keepsLine: ((line: string) => boolean) | undefined): DrawnCell {
  const mark: Mark = { page, box: null, cell: cell.name }
  const from = text.length
  cell.lines.forEach((line, index) => {
    if (index > 0) text.add(keepsLine?.(line) ? '\n' : ' ')
    const marks = cell.marks?.[index]
    if (marks) addMarked(text, line, marks)
    else text.add(line, mark)
  })
  return { name: cell.name, columns: cell.columns, rows: cell.rows, from, to: text.length }
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

/** Signs that begin an entry of a list. */
const bullet = /^\s*[・○●◯◇◆■□▪①-⑳]/u

function emptyCell({ name, columns, rows }: GridCell, at: number): DrawnCell {
  return { name, columns, rows, from: at, to: at }
}

/** For each row what stands in it from left to right: each cell once, nothing where it has none. */
function slotsOf({ rows, columns, cells }: Grid): Slot[][] {
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
