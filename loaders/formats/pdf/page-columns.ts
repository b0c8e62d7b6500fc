import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import { type Line, linesOf } from './lines.ts'
import type { RuledTable } from './tables.ts'
import type { UprightPage } from './turn.ts'

/** Where a page is parted into a left and a right column: the middle of the gutter, and from where to where it goes, in points. */
export interface Gutter {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** The parts of a page in two columns, in the order in which they are read. */
export const sides = ['above', 'left', 'right', 'below'] as const

/** In which part something stands that goes from an upper to a lower edge. */
export function sideOfGutter({ x, top, bottom }: Gutter, middleX: number, upper: number, lower: number): (typeof sides)[number] {
  if (lower <= top) return 'above'
  if (upper >= bottom) return 'below'
  return middleX < x ? 'left' : 'right'
}

/** Of the height of what a page holds: at either end a title or note may stand over both columns. */
const acrossAtEnds = 0.1
/** Of the breadth of what a page holds: the gutter is between. */
const middle = { from: 0.4, to: 0.6 }
/** Points. */
const narrowestGutter = 10
/** Lines of a column of text at least, and how broad half of them are at least, of the breadth of the column. */
const fewestLines = 8
const leastBreadth = 0.7
/** Points by which tables side by side may begin at other heights. */
const sameTop = 3

/** What stands somewhere on a page. */
interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The gutter of a page in two columns; undefined where its lines go across, or its two sides belong together. */
export function gutterOf({ rulings }: UprightPage, letters: readonly Glyph[], tables: readonly RuledTable[]): Gutter | undefined {
  const shown = letters.filter((letter) => !isBlank(letter))
  const extents = [
    ...shown.map(({ cell, y, size }): Extent => ({ left: cell.left, right: cell.right, top: y - size, bottom: y })),
    ...rulings.map(({ x0, x1, y0, y1 }): Extent => ({ left: x0, right: x1, top: y0, bottom: y1 })),
  ]
  if (extents.length === 0) return undefined
  const whole = around(extents)
  const height = whole.bottom - whole.top
  const [first, last] = [whole.top + acrossAtEnds * height, whole.bottom - acrossAtEnds * height]
  const gap = gapInMiddle(
    extents.filter(({ top, bottom }) => bottom > first && top < last),
    whole,
  )
  if (!gap) return undefined
  const x = (gap.left + gap.right) / 2
  const across = linesOf(shown, 0).filter((line) => goesAcross(line, x))
  const top = across.filter(({ y }) => y <= first).reduce((lowest, { y }) => Math.max(lowest, y), -Infinity)
  const bottom = across.filter(({ y, size }) => y - size >= last).reduce((highest, { y, size }) => Math.min(highest, y - size), Infinity)
  const columns = [
    { ...whole, right: gap.left },
    { ...whole, left: gap.right },
  ] as const
  return standAlone(tables, x) || columns.every((column) => isText(shown, column)) ? { x, top, bottom } : undefined
}

/** Whether the letters of a line stand on both sides of a place, no further from each other than columns do. */
function goesAcross({ letters }: Line, x: number): boolean {
  const [left, right] = [letters.filter(({ cell }) => cell.left < x), letters.filter(({ cell }) => cell.left >= x)]
  const [end, start] = [Math.max(...left.map(({ cell }) => cell.right)), Math.min(...right.map(({ cell }) => cell.left))]
  return left.length > 0 && right.length > 0 && start - end < narrowestGutter
}

function around(extents: readonly Extent[]): Extent {
  return extents.reduce((whole, one) => ({
    left: Math.min(whole.left, one.left),
    right: Math.max(whole.right, one.right),
    top: Math.min(whole.top, one.top),
    bottom: Math.max(whole.bottom, one.bottom),
  }))
}

/** The broadest gap that nothing crosses, in the middle of what a page holds. */
function gapInMiddle(extents: readonly Extent[], { left, right }: Extent): { left: number; right: number } | undefined {
  const [from, to] = [left + middle.from * (right - left), left + middle.to * (right - left)]
  let end = left
  let best: { left: number; right: number } | undefined
  for (const one of [...extents].sort((a, b) => a.left - b.left)) {
    const gap = { left: end, right: one.left }
    const centre = (gap.left + gap.right) / 2
    const isWider = gap.right - gap.left > (best ? best.right - best.left : narrowestGutter)
    if (isWider && centre >= from && centre <= to) best = gap
    end = Math.max(end, one.right)
  }
  return best
}

/** Whether both sides have tables, and not all of them one beside it. */
function standAlone(tables: readonly RuledTable[], x: number): boolean {
  const [left, right] = [tables.filter((table) => table.right < x), tables.filter((table) => table.left > x)]
  const isAlone = (table: RuledTable, others: readonly RuledTable[]) => !others.some(({ top }) => Math.abs(top - table.top) <= sameTop)
  return left.length > 0 && right.length > 0 && (left.some((table) => isAlone(table, right)) || right.some((table) => isAlone(table, left)))
}

/** Whether most lines of a column are as long as running text is. */
function isText(letters: readonly Glyph[], { left, right }: Extent): boolean {
  const lines = linesOf(
    letters.filter(({ cell }) => cell.left >= left && cell.right <= right),
    0,
  )
  const broad = lines.filter((line) => line.right - line.left >= leastBreadth * (right - left))
  return lines.length >= fewestLines && broad.length > lines.length / 2
}
