import type { Block, TextCell, TextTable } from './block.ts'
import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import type { Line } from './lines.ts'
import type { Column } from './paragraphs.ts'
import { columnGap, usualGap } from './written.ts'

/** Lines that make a table at least. */
const fewestLines = 3
/** Of the size of a font: lines of one table are no further apart. */
const farthestLine = 4

/** Lines in blocks: those that stand in aligned columns, though no rulings part them, as tables. */
export function withAlignedTables(lines: readonly Line[], column: Column): Block[] {
  const blocks: Block[] = []
  let free: Line[] = []
  const closeFree = () => {
    if (free.length > 0) blocks.push({ lines: free, column })
    free = []
  }
  for (const group of groupsOf(lines)) {
    const kind = kindOf(group)
    if (kind === 'text') {
      free.push(...group)
      continue
    }
    closeFree()
    blocks.push(typeof kind === 'string' ? { lines: group, column, isUnaligned: true } : { table: tableOf(group, kind) })
  }
  closeFree()
  return blocks
}

/** Lines that follow each other closely, either each in several pieces or each in one. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    const isNext = last && piecesOf(last).length > 1 === piecesOf(line).length > 1 && line.y - last.y <= farthestLine * line.size
    if (isNext) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

/**
 * What a group of lines is: a table, by its columns, where lines have other numbers of pieces and each stands in one column; lines
 * with the same number of pieces need no columns to be told apart.
 */
function kindOf(group: readonly Line[]): 'text' | 'unaligned' | readonly Column[] {
  const counts = group.map((line) => piecesOf(line).length)
  const most = Math.max(...counts)
  if (group.length < fewestLines || counts.every((count) => count === most)) return 'text'
  const columns = columnsOf(group)
  return columns.length === most ? columns : 'unaligned'
}

/** The columns that pieces of lines stand in: pieces above each other are in one. */
function columnsOf(group: readonly Line[]): Column[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of group.flatMap(piecesOf).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

interface Piece extends Column {
  readonly letters: readonly Glyph[]
}

/** The pieces of a line, parted where words stand far apart. */
function piecesOf(line: Line): Piece[] {
  const usual = Math.max(0, usualGap(line))
  const pieces: Glyph[][] = []
  let before: Glyph | undefined
  for (const letter of line.letters) {
    if (isBlank(letter)) continue
    if (!before || letter.cell.left - before.cell.right - usual >= columnGap * line.size) pieces.push([])
    pieces.at(-1)?.push(letter)
    before = letter
  }
  return pieces.map((letters) => ({ letters, left: (letters[0] as Glyph).cell.left, right: (letters.at(-1) as Glyph).cell.right }))
}

function tableOf(group: readonly Line[], columns: readonly Column[]): TextTable {
  const [first, last] = [group[0], group.at(-1)] as [Line, Line]
  const [left, right] = [(columns[0] as Column).left, (columns.at(-1) as Column).right]
  const cells = group.flatMap((line, row) => columns.map((column, index): TextCell => cellOf(line, row, column, index)))
  return { page: first.page, left, right, top: first.y - first.size, bottom: last.y, rows: group.length, columns: columns.length, cells, isUneven: false }
}

function cellOf(line: Line, row: number, column: Column, index: number): TextCell {
  const letters = line.letters.filter(({ cell }) => cell.left >= column.left - 0.1 && cell.right <= column.right + 0.1)
  const first = letters.findIndex((letter) => !isBlank(letter))
  const shown = first < 0 ? [] : letters.slice(first, letters.findLastIndex((letter) => !isBlank(letter)) + 1)
  const lines = shown.length > 0 ? [{ ...line, letters: shown, left: column.left, right: column.right, endsInBlank: false }] : []
  const place = { left: column.left, right: column.right, top: line.y - line.size, bottom: line.y }
  return { ...place, row, column: index, rows: 1, columns: 1, isClosedAbove: true, isClosedBelow: true, lines }
}
