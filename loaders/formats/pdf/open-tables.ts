import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import { type Line, linesOf } from './lines.ts'
import { amountAlone, type Column, textOf } from './paragraphs.ts'
import type { Ruling } from './rulings.ts'
import type { RuledTable } from './tables.ts'

/** Tables with rulings across alone, and whether there are some whose rows cannot be told. */
export interface OpenTables {
  readonly tables: readonly RuledTable[]
  readonly hasUnclear: boolean
}

/** Points by which the ends of rulings of one table may differ. */
const sameEnd = 3
/** Rulings of a table at least: above, under and between. */
const fewestRulings = 3
/** Of the size of a font: columns are this far apart on all lines, further than letters of a word that is spread. */
const columnGap = 1.3
/** Of the size of a font: how far under its baseline a line ends. */
const underLine = 0.15

/** What stands between two rulings. */
interface Band {
  readonly top: number
  readonly bottom: number
  readonly lines: readonly Line[]
}

/** The tables of a page that rulings across part into rows, `across` from end to end, and columns of text into cells. */
export function openTables(across: readonly Ruling[], letters: readonly Glyph[]): OpenTables {
  const found = stacksOf(across).flatMap((stack) => tableParts(stack, letters).map((bands) => tableOf(bands, stack[0] as Ruling)))
  return { tables: found.filter((table) => table !== undefined && table !== 'unclear'), hasUnclear: found.includes('unclear') }
}

/** Rulings above each other that begin and end at the same places, from top to bottom. */
function stacksOf(across: readonly Ruling[]): Ruling[][] {
  const stacks: Ruling[][] = []
  for (const ruling of [...across].sort((a, b) => a.y0 - b.y0)) {
    const stack = stacks.find(([first]) => first && Math.abs(first.x0 - ruling.x0) <= sameEnd && Math.abs(first.x1 - ruling.x1) <= sameEnd)
    if (stack) stack.push(ruling)
    else stacks.push([ruling])
  }
  return stacks.filter((stack) => stack.length >= fewestRulings)
}

/** The bands between rulings, without those that hold nothing or no columns: running text, the space between two tables. */
function tableParts(stack: readonly Ruling[], letters: readonly Glyph[]): Band[][] {
  const parts: Band[][] = [[]]
  stack.slice(1).forEach((lower, index) => {
    const band = bandBetween(stack[index] as Ruling, lower, letters)
    if (band.lines.some((line) => piecesOf(line).length > 1)) parts.at(-1)?.push(band)
    else parts.push([])
  })
  return parts.filter((part) => part.length >= fewestRulings - 1)
}

function bandBetween(upper: Ruling, lower: Ruling, letters: readonly Glyph[]): Band {
  const inside = letters.filter(({ cell, y, size }) => {
    const [x, middle] = [(cell.left + cell.right) / 2, y - 0.35 * size]
    return x >= upper.x0 && x <= upper.x1 && middle >= upper.y0 && middle <= lower.y0
  })
  return { top: upper.y0, bottom: lower.y0, lines: linesOf(inside, 0) }
}

/** From where to where words go on a line that stand apart. */
function piecesOf({ letters, size }: Line): Column[] {
  const pieces: { left: number; right: number }[] = []
  for (const { cell } of letters.filter((letter) => !isBlank(letter))) {
    const last = pieces.at(-1)
    if (last && cell.left - last.right < columnGap * size) last.right = Math.max(last.right, cell.right)
    else pieces.push({ left: cell.left, right: cell.right })
  }
  return pieces
}

/** The table of some bands; none where most lines go over all columns, unclear where rows or columns cannot be told. */
function tableOf(bands: readonly Band[], { x0: left, x1: right }: Ruling): RuledTable | 'unclear' | undefined {
  const lines = bands.flatMap((band) => band.lines)
  const columns = columnsOf(lines)
  const apart = lines.filter((line) => piecesOf(line).length > 1)
  if (columns.length === 1 && apart.length < lines.length / 2) return undefined
  if (apart.some((line) => piecesOf(line).length > columns.length)) return 'unclear'
  const rows: Height[] = []
  for (const band of bands) {
    const found = rowsOf(band, columns, bands.length)
    if (!found) return 'unclear'
    rows.push(...found)
  }
  const xs = [left, ...columns.slice(1).map((column, index) => ((columns[index] as Column).right + column.left) / 2), right]
  const cells = rows.flatMap(({ top, bottom }, row) =>
    columns.map((_, column) => ({
      ...{ row, column, rows: 1, columns: 1, top, bottom, left: xs[column] as number, right: xs[column + 1] as number },
      ...{ isClosedAbove: true, isClosedBelow: true },
    })),
  )
  const [top, bottom] = [(bands[0] as Band).top, (bands.at(-1) as Band).bottom]
  return { left, right, top, bottom, rows: rows.length, columns: columns.length, cells, isUneven: false }
}

/** The columns that words stand in: those above each other, though partly, are in one. */
function columnsOf(lines: readonly Line[]): Column[] {
  const columns: { left: number; right: number }[] = []
  const size = Math.min(...lines.map((line) => line.size))
  for (const { left, right } of lines.flatMap(piecesOf).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left - last.right < size / 2) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

type Height = Pick<Band, 'top' | 'bottom'>

/**
 * The rows of a band: its lines where it is one of two, head and body, or each fills all columns; itself where words are wrapped in
 * it; undefined where several columns have several lines, and one of them amounts.
 */
function rowsOf(band: Band, columns: readonly Column[], bands: number): Height[] | undefined {
  const filled = band.lines.map((line) => columns.filter((column) => piecesOf(line).some((piece) => isIn(piece, column))))
  if (bands < fewestRulings || filled.every((one) => one.length === columns.length)) return lineHeights(band)
  const long = columns.filter((column) => filled.filter((one) => one.includes(column)).length > 1)
  const hasAmounts = long.some((column) => band.lines.every((line) => wordsIn(line, column).every((words) => amountAlone.test(words))))
  return long.length > 1 && hasAmounts ? undefined : [band]
}

function isIn(piece: Column, column: Column): boolean {
  return piece.left >= column.left - 0.1 && piece.right <= column.right + 0.1
}

/** What stands of a line in a column, if anything. */
function wordsIn(line: Line, column: Column): string[] {
  const letters = line.letters.filter(({ cell }) => cell.left >= column.left - 0.1 && cell.right <= column.right + 0.1)
  return letters.length > 0 ? [textOf({ ...line, letters })] : []
}

function lineHeights({ top, bottom, lines }: Band): Height[] {
  const ends = lines.slice(0, -1).map((line) => line.y + underLine * line.size)
  return lines.map((_, index) => ({ top: index === 0 ? top : (ends[index - 1] as number), bottom: ends[index] ?? bottom }))
}
