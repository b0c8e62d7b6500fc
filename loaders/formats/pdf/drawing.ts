import type { Drawing } from '../../document/drawn.ts'
import type { PageBlocks } from './blocks.ts'
import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'
import type { Line } from './lines.ts'
import type { Ruling } from './rulings.ts'
import { wholeRulings } from './tables.ts'

/** Of the size of a font: letters further apart begin a new piece of text. */
const gapOfPiece = 0.8

/**
 * A page as SVG in points: a `<text>` for each piece of a line, as long as its letters are on paper, and one `<path>` for all rulings. It
 * has the colour of the text around it, and neither scripts nor styles, fonts nor links.
 */
export function drawPage({ page, blocks }: PageBlocks): Drawing {
  const lines = blocks.flatMap((block) => ('table' in block ? block.table.cells.flatMap((cell) => cell.lines) : block.lines))
  const texts = lines.flatMap(piecesOf).map(drawPiece).join('')
  const path = wholeRulings(page.rulings).map(drawRuling).join('')
  const rulings = path === '' ? '' : `<path d="${path}" fill="none" stroke="currentColor" stroke-width="0.6"/>`
  const size = `viewBox="0 0 ${points(page.width)} ${points(page.height)}"`
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${rulings}<g fill="currentColor">${texts}</g></svg>` }
}

function piecesOf({ letters }: Line): Glyph[][] {
  const pieces: Glyph[][] = []
  for (const letter of letters) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    const isNext =
      last && Math.abs(letter.cell.left - last.cell.right) <= gapOfPiece * letter.size && isSame(last.size, letter.size) && isSame(last.y, letter.y)
    if (piece && isNext) piece.push(letter)
    else if (!isBlank(letter)) pieces.push([letter])
  }
  return pieces
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.3
}

/** A piece, each run of digits of which stands where it is on paper and is as long, whatever the font of the reader. */
function drawPiece(letters: readonly Glyph[]): string {
  const shown = letters.slice(0, letters.findLastIndex((letter) => !isBlank(letter)) + 1)
  const { y, size } = shown[0] as Glyph
  const runs = runsOf(shown)
  const place = `y="${points(y)}" font-size="${points(size)}"`
  if (runs.length === 1) return `<text ${lengthOf(shown)} ${place}>${wordsOf(shown)}</text>`
  return `<text ${place}>${runs.map((run) => `<tspan ${lengthOf(run)}>${wordsOf(run)}</tspan>`).join('')}</text>`
}

/** Letters parted into runs of digits and what stands between them. */
function runsOf(letters: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const letter of letters) {
    const run = runs.at(-1)
    if (run && isDigit(run[0] as Glyph) === isDigit(letter)) run.push(letter)
    else runs.push([letter])
  }
  return runs
}

function isDigit({ char }: Glyph): boolean {
  return /^\p{N}$/u.test(char)
}

/** Where a run begins and, of more than one letter, how long it is. */
function lengthOf(run: readonly Glyph[]): string {
  const [first, end] = [run[0], run.at(-1)] as [Glyph, Glyph]
  const length = run.length > 1 ? ` textLength="${points(end.cell.right - first.cell.left)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `x="${points(first.cell.left)}"${length}`
}

function wordsOf(run: readonly Glyph[]): string {
  return escapeText(run.map((letter) => (isBlank(letter) ? '\u00a0' : letter.char)).join(''))
}

function drawRuling({ x0, y0, x1, y1 }: Ruling): string {
  return x1 - x0 > y1 - y0 ? `M${points(x0)} ${points((y0 + y1) / 2)}H${points(x1)}` : `M${points((x0 + x1) / 2)} ${points(y0)}V${points(y1)}`
}

/** A length to a tenth of a point. */
export function points(length: number): number {
  return Math.round(length * 10) / 10
}

/** Text without what has a meaning in XML, and without signs that XML cannot hold. */
function escapeText(text: string): string {
  const held = [...text].filter((char) => !isUnheld(char)).join('')
  return held.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function isUnheld(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
}
