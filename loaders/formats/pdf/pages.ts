import type { Block, TextCell, TextTable } from './block.ts'
import type { PageBlocks } from './blocks.ts'
import type { Line } from './lines.ts'
import { Margins } from './margins.ts'
import { goesOn, innerColumn, type ParagraphStyle, textOf } from './paragraphs.ts'
import { isSpread } from './written.ts'

/** The blocks of a document in order; `pageEnd` stands where a page ends, with its page numbers. */
export type DocumentBlock = Block | { readonly pageEnd: number; readonly marks: readonly Line[] }

/** How pages are joined; told of lines that are printed again and read once or not at all. */
export interface JoinStyle extends ParagraphStyle {
  readonly onRepeated: (lines: readonly Line[]) => void
}

/** Points by which the edges of a table may differ from one page to the next. */
const sameEdge = 3
/**
 * Puts pages one after the other: tables that a page end cuts are one again, page numbers come after them, and running heads are read
 * once, at the top of the first page.
 */
export function joinPages(pages: readonly PageBlocks[], style: JoinStyle): DocumentBlock[] {
  const margins = new Margins(pages, style)
  const joined: DocumentBlock[] = []
  let held: DocumentBlock[] = []
  for (const { page, blocks } of pages) {
    const { body, marks, repeated } = margins.part(blocks)
    style.onRepeated(repeated)
    const last = joined.at(-1)
    const [first, ...rest] = body
    const table = last && first && 'table' in last && 'table' in first && held.length > 0 ? joinTables(last.table, first.table, style) : undefined
    if (table) joined[joined.length - 1] = { table }
    else {
      joined.push(...held)
      held = []
    }
    joined.push(...(table ? (rest.length > 0 ? [...held.splice(0), ...rest] : []) : body))
    held.push({ pageEnd: page.no, marks })
  }
  return [...joined, ...held]
}

/** Two parts of one table, by their edges; undefined where they are two tables. */
function joinTables(above: TextTable, whole: TextTable, style: JoinStyle): TextTable | undefined {
  if (!isNear(above.left, whole.left) || !isNear(above.right, whole.right)) return undefined
  const below = withoutRepeatedHead(above, whole, style)
  const cuts = cutCells(above, below, style)
  const upperEnd = above.cells.filter((cell) => cell.row + cell.rows === above.rows)
  const isRowCut = cuts.size > 0 && [...below.cells].filter(({ row }) => row === 0).every((cell) => cuts.has(cell)) && upperEnd.length === cuts.size
  const rowOfBelow = above.rows - (isRowCut ? 1 : 0)
  const xs = edgesOf([above, below])
  const cutAbove = new Map([...cuts].map(([lower, upper]) => [upper, lower]))
  const upper = above.cells.map((cell) => {
    const lower = cutAbove.get(cell)
    return lower
      ? { ...cell, rows: cell.rows + lower.rows - (isRowCut ? 1 : 0), lines: partsOfCut(cell, lower, isRowCut, style), isClosedBelow: lower.isClosedBelow }
      : cell
  })
  const lower = below.cells.filter((cell) => !cuts.has(cell)).map((cell) => ({ ...cell, row: cell.row + rowOfBelow }))
  return {
    ...above,
    rows: rowOfBelow + below.rows,
    columns: xs.length - 1,
    cells: [...upper, ...lower].map((cell) => inColumns(cell, xs)),
    isUneven: above.isUneven || below.isUneven,
    bottom: below.bottom,
  }
}

/** A table without the rows that repeat the head of the page before. */
function withoutRepeatedHead(above: TextTable, below: TextTable, { onRepeated }: JoinStyle): TextTable {
  let rows = 0
  while (rows + 1 < below.rows && rows < above.rows && rowKey(below, rows) !== '' && rowKey(below, rows) === rowKey(above, rows)) rows += 1
  if (rows === 0 || below.cells.some((cell) => cell.row < rows && cell.row + cell.rows > rows)) return below
  const [head, rest] = [below.cells.filter((cell) => cell.row < rows), below.cells.filter((cell) => cell.row >= rows)]
  onRepeated(head.flatMap(({ lines }) => lines))
  return { ...below, rows: below.rows - rows, cells: rest.map((cell) => ({ ...cell, row: cell.row - rows })) }
}

/** What the cells say that begin in a row, where there are several; else nothing. */
function rowKey({ cells }: TextTable, row: number): string {
  const texts = cells.filter((cell) => cell.row === row).map(({ lines }) => lines.map(textOf).join(''))
  return texts.filter((text) => text !== '').length > 1 ? texts.join('\t') : ''
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= sameEdge
}

/** The edges of the columns of two tables, rising. */
function edgesOf(tables: readonly TextTable[]): number[] {
  const all = tables.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).sort((a, b) => a - b)
  return all.filter((edge, index) => index === 0 || !isNear(edge, all[index - 1] as number))
}

function inColumns(cell: TextCell, xs: readonly number[]): TextCell {
  const columnOf = (edge: number) => xs.reduce((best, x, index) => (Math.abs(x - edge) < Math.abs((xs[best] as number) - edge) ? index : best), 0)
  const column = columnOf(cell.left)
  return { ...cell, column, columns: Math.max(1, columnOf(cell.right) - column) }
}

/** The cells at the beginning of a page that go on with one at the end of the page before, each with that one. */
function cutCells(above: TextTable, below: TextTable, style: ParagraphStyle): Map<TextCell, TextCell> {
  const pairs = below.cells.flatMap((lower): [TextCell, TextCell][] => {
    const upper =
      lower.row === 0 && above.cells.find((one) => one.row + one.rows === above.rows && isNear(one.left, lower.left) && isNear(one.right, lower.right))
    return upper ? [[lower, upper]] : []
  })
  const open = pairs.filter(([lower, upper]) => !upper.isClosedBelow && !lower.isClosedAbove)
  if (open.length > 0) return new Map(open)
  const isWhole = pairs.length === below.cells.filter(({ row }) => row === 0).length
  const filled = pairs.filter(([lower]) => lower.lines.length > 0)
  return new Map(isWhole && filled.length > 0 && filled.every(([lower, upper]) => saysOn(upper, lower, style)) ? pairs : [])
}

/** Whether what a cell says goes on in a cell of the next page, though a ruling closes one of them or both. */
function saysOn(above: TextCell, below: TextCell, style: ParagraphStyle): boolean {
  const [last, next] = [above.lines.at(-1), below.lines[0]]
  if (!last || !next || isSpread(last)) return false
  const hasEntries = above.lines.some((line) => entry.test(textOf(line)))
  if (hasEntries && /^【/.test(textOf(next))) return true
  const isEnded = /[。】]$/.test(textOf(last)) || (/[）)」』]$/.test(textOf(last)) && !/^[\p{Script=Hiragana}、，・）)」』]/u.test(textOf(next)))
  return !isEnded && !entry.test(textOf(next)) && goesOn([last], next, innerColumn(above.lines, above), style)
}

const entry = /^[・○●◯]/

/** The lines of a cell that a page end cuts; a label that is printed on both pages, and cut off on one, once. */
function partsOfCut(upper: TextCell, lower: TextCell, isRowCut: boolean, { onRepeated }: JoinStyle): readonly Line[] {
  const [one, other] = [upper, lower].map(({ lines }) => lines.map(textOf).join('')) as [string, string]
  if (isRowCut && one.length + other.length > longestLabel) return [...upper.lines, ...lower.lines]
  const whole = isPartOf(one, other) ? lower : isPartOf(other, one) ? upper : undefined
  if (whole) onRepeated((whole === lower ? upper : lower).lines)
  return whole?.lines ?? [...upper.lines, ...lower.lines]
}

/** Letters of a label that is printed on both pages at most, both together. */
const longestLabel = 60

/** Whether letters stand in a text in their order. */
function isPartOf(letters: string, text: string): boolean {
  let from = 0
  for (const letter of letters) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}
