import type { Words } from '../document/words.ts'
import { displayWidth } from '../vocabulary/display-width.ts'
import { filledCells } from './rows.ts'

/** A cell of a table parted by runs of blanks, with the columns of the screen that it takes (full-width takes two). */
interface PlacedCell {
  words: Words
  start: number
  end: number
}

/** The head of a table's columns: its cells, and the same with their places for rows that blanks part. */
export interface TableHead {
  cells: readonly Words[]
  placed: readonly PlacedCell[]
  /** blanks that stand for one parting, where all partings of the head are alike */
  gap: number | undefined
}

/** A table's head from its row of cells. */
export function tableHead(row: Words, cells: readonly Words[]): TableHead {
  const placed = placedCells(row)
  const gaps = placed.slice(1).map((cell, index) => cell.start - (placed[index] as PlacedCell).end)
  const [gap] = gaps
  return { cells, placed, gap: gap !== undefined && gaps.every((other) => other === gap) ? gap : undefined }
}

/**
 * The cells of a row that runs of blanks part, by the head's columns; key −1 is what stands before the first column, and
 * `count` what stands after the last. Columns are told by where a cell begins, else by how many partings' worth of
 * blanks lie between, else by a full count of cells. Undefined where none of these tells.
 */
export function cellsByColumn(row: Words, head: TableHead, isLead: boolean): Map<number, Words> | undefined {
  const cells = placedCells(row)
  return byStart(cells, head) ?? byGaps(cells, head) ?? byCount(cells, head, isLead)
}

function byStart(cells: readonly PlacedCell[], { placed }: TableHead): Map<number, Words> | undefined {
  const found = new Map<number, Words>()
  const last = placed.at(-1)
  for (const [index, cell] of cells.entries()) {
    const column = placed.findIndex(({ start }) => start === cell.start)
    const isAfter = last !== undefined && cell.start > last.end
    if (column < 0 && index > 0 && !isAfter) return undefined
    const key = column >= 0 ? column : isAfter ? placed.length : -1
    if (found.has(key)) return undefined
    found.set(key, cell.words)
  }
  const isAfterAlone = found.size === 1 && found.has(placed.length)
  return isAfterAlone || (found.size > 1 && [...found.keys()].some((key) => key >= 0 && key < placed.length)) ? found : undefined
}

function byGaps(cells: readonly PlacedCell[], { placed, gap }: TableHead): Map<number, Words> | undefined {
  if (gap === undefined || gap < 2) return undefined
  const found = new Map<number, Words>()
  let column = -1
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1]
    const blanks = before ? cell.start - before.end : cell.start
    if (blanks % gap !== 0) return undefined
    column += blanks / gap
    if (column > placed.length) return undefined
    found.set(column, cell.words)
  }
  return found
}

function byCount(cells: readonly PlacedCell[], { placed }: TableHead, isLead: boolean): Map<number, Words> | undefined {
  if (cells.length !== placed.length + (isLead ? 2 : 1)) return undefined
  return new Map(cells.map(({ words }, index) => [index - 1, words]))
}

function placedCells(row: Words): PlacedCell[] {
  const { source } = row
  const before = Math.max(0, row.cleanIndex(0) - 1)
  let from = Math.max(source.clean.lastIndexOf('\n', before), source.clean.lastIndexOf('\f', before)) + 1
  let end = 0
  return filledCells(row).map((words) => {
    const start = end + screenColumns(source.clean.slice(from, words.cleanIndex(0)))
    end = start + screenColumns(words.text)
    from = words.cleanIndex(words.length)
    return { words, start, end }
  })
}

/** The columns of the screen that a text takes, a tab counted as a wide blank. */
function screenColumns(text: string): number {
  return displayWidth(text.replaceAll('\t', '\u3000'))
}
