import type { Block, TextTable } from './block.ts'
import { isBlank, type Letters, readLetters } from './characters.ts'
import { withAlignedTables } from './columns.ts'
import type { Glyph } from './engine.ts'
import { type Line, linesOf } from './lines.ts'
import { openTables } from './open-tables.ts'
import { gutterOf, sideOfGutter, sides } from './page-columns.ts'
import type { Column } from './paragraphs.ts'
import { type RuledCell, type RuledTable, rulingsAcross, tablesOf } from './tables.ts'
import type { UprightPage } from './turn.ts'
import { withoutUnsureNumbers } from './unsure-numbers.ts'

/** A page in blocks, with its letters. */
export interface PageBlocks {
  readonly page: UprightPage
  readonly letters: Letters
  readonly blocks: readonly Block[]
  readonly isInColumns: boolean
  /** whether rulings across are those of a table whose rows or columns cannot be told */
  readonly hasUnclearRows: boolean
}

/** Finds the tables of a page and what stands between them; of one in two columns, the left one before the right one. */
export function blocksOf(page: UprightPage): PageBlocks {
  const letters = withoutUnsureNumbers(readLetters(page))
  const open = openTables(rulingsAcross(page.rulings), letters.read)
  const tables = [...withoutFrames(tablesOf(page.rulings)), ...open.tables].sort((a, b) => a.top - b.top)
  const gutter = gutterOf(page, letters.read, tables)
  const sideOf = ({ cell, y, size }: Glyph) => gutter && sideOfGutter(gutter, (cell.left + cell.right) / 2, y - size, y)
  const sideOfTable = ({ left, right, top, bottom }: RuledTable) => gutter && sideOfGutter(gutter, (left + right) / 2, top, bottom)
  const blocks = (gutter ? sides : [undefined]).flatMap((side) =>
    blocksIn(
      page,
      letters.read.filter((letter) => sideOf(letter) === side),
      tables.filter((table) => sideOfTable(table) === side),
    ),
  )
  return { page, letters, blocks, isInColumns: gutter !== undefined, hasUnclearRows: open.hasUnclear }
}

function blocksIn(page: UprightPage, letters: readonly Glyph[], tables: readonly RuledTable[]): Block[] {
  const inTable = new Map<RuledTable, Glyph[]>()
  const free: Glyph[] = []
  for (const letter of letters) {
    const table = smallest(tables.filter((one) => holds(one, letter)))
    if (table) listOf(inTable, table).push(letter)
    else free.push(letter)
  }
  const filled = tables.filter((table) => inTable.has(table))
  const textTables = filled.map((table) => fillTable(table, inTable.get(table) as Glyph[], page.no))
  return inOrder(textTables, linesOf(free, page.no), textColumn(filled, free, page.width))
}

/** Tables without those of one cell that stand around others: frames of a page or a part of it. */
function withoutFrames(tables: readonly RuledTable[]): RuledTable[] {
  return tables.filter((table) => table.cells.length > 1 || !tables.some((other) => other !== table && isWithin(other, table)))
}

function isWithin(inner: RuledTable, outer: RuledTable): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
}

function listOf<Key>(lists: Map<Key, Glyph[]>, key: Key): Glyph[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function holds({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }, letter: Glyph): boolean {
  const [x, y] = middleOf(letter)
  return x >= left && x <= right && y >= top && y <= bottom
}

/** A point within a letter, above its baseline, that its box cannot push over a ruling. */
function middleOf({ cell, y, size }: Glyph): [number, number] {
  return [(cell.left + cell.right) / 2, y - 0.35 * size]
}

function smallest(tables: readonly RuledTable[]): RuledTable | undefined {
  const area = ({ left, right, top, bottom }: RuledTable) => (right - left) * (bottom - top)
  return [...tables].sort((a, b) => area(a) - area(b))[0]
}

/** Puts letters into the cells in which they stand; words that go on over an upright ruling into the cell that has most of them. */
function fillTable(table: RuledTable, letters: readonly Glyph[], page: number): TextTable {
  const cellOf = new Map(letters.map((letter) => [letter, table.cells.find((one) => holds(one, letter))]))
  const overflows = piecesOf(letters, cellOf).filter((piece) => new Set(piece.map((letter) => cellOf.get(letter))).size > 1)
  for (const piece of overflows) {
    const most = mostOften(piece.map((letter) => cellOf.get(letter)))
    for (const letter of piece) cellOf.set(letter, most)
  }
  const inCell = new Map<RuledCell, Glyph[]>()
  for (const [letter, cell] of cellOf) if (cell) listOf(inCell, cell).push(letter)
  return { ...table, page, overflows, cells: table.cells.map((cell) => ({ ...cell, lines: linesOf(inCell.get(cell) ?? [], page) })) }
}

/** Of the size of a font: letters of one word are no further apart and overlap no more, and their gaps differ by no more. */
const withinWord = { gap: 0.12, change: 0.03 }

/** Letters side by side as the file draws them, with one gap between all, in cells side by side. */
function piecesOf(letters: readonly Glyph[], cellOf: ReadonlyMap<Glyph, RuledCell | undefined>): Glyph[][] {
  const pieces: Glyph[][] = []
  let usual: number | undefined
  for (const letter of letters) {
    const before = pieces.at(-1)?.at(-1)
    const gap = before && gapOf(before, letter)
    const isNext = gap !== undefined && Math.abs(gap - (usual ?? gap)) <= withinWord.change && sharesRow(cellOf.get(before as Glyph), cellOf.get(letter))
    if (isNext) pieces.at(-1)?.push(letter)
    else pieces.push([letter])
    usual = isNext ? gap : undefined
  }
  return pieces
}

/** The gap between letters of one word, of the size of their font; undefined where they are of none. */
function gapOf(before: Glyph, letter: Glyph): number | undefined {
  const gap = (letter.cell.left - before.cell.right) / letter.size
  const isWord = before.y === letter.y && before.size === letter.size && !isBlank(before) && !isBlank(letter)
  return isWord && Math.abs(gap) <= withinWord.gap ? gap : undefined
}

function sharesRow(one: RuledCell | undefined, other: RuledCell | undefined): boolean {
  return one !== undefined && other !== undefined && one.row < other.row + other.rows && other.row < one.row + one.rows
}

/** Of several what is there most often, the first of those. */
function mostOften<T>(those: readonly T[]): T {
  const counts = new Map<T, number>()
  for (const one of those) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Of the breadth of a page: text that is narrower does not show where its lines could end. */
const leastBreadth = 0.6

/** From where to where the text of a page goes: between margins of one breadth where it is too narrow to tell. */
function textColumn(tables: readonly RuledTable[], free: readonly Glyph[], width: number): Column {
  const lefts = [...tables.map(({ left }) => left), ...free.map(({ cell }) => cell.left)]
  const rights = [...tables.map(({ right }) => right), ...free.map(({ cell }) => cell.right)]
  const [left, right] = [least(lefts), -least(rights.map((one) => -one))]
  return { left, right: right - left < leastBreadth * width ? Math.max(right, width - left) : right }
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((found, number) => Math.min(found, number), Infinity)
}

function inOrder(tables: readonly TextTable[], lines: readonly Line[], column: Column): Block[] {
  const blocks: Block[] = []
  let from = 0
  const takeLines = (above: number) => {
    const to = lines.findIndex((line, index) => index >= from && line.y >= above)
    const taken = lines.slice(from, to < 0 ? lines.length : to)
    blocks.push(...withAlignedTables(taken, column))
    from += taken.length
  }
  for (const table of tables) {
    takeLines(table.top + 1)
    blocks.push({ table })
  }
  takeLines(Infinity)
  return blocks
}
