import type { Mark } from '../../document/drawn.ts'
import { isBlank, isLatin } from './characters.ts'
import type { Glyph } from './engine.ts'
import type { Line } from './lines.ts'

/** Text with the mark of each UTF-16 unit, undefined for what was put between. */
export interface Written {
  readonly text: string
  readonly marks: readonly (Mark | undefined)[]
}

/** Puts pieces one after the other. */
export function joinWritten(pieces: readonly Written[]): Written {
  return { text: pieces.map(({ text }) => text).join(''), marks: pieces.flatMap(({ marks }) => marks) }
}

/** What is put between letters. */
export function between(text: string): Written {
  return { text, marks: Array.from(text, () => undefined) }
}

/** How a document keeps words apart. */
export interface BlankStyle {
  /** of the size of a font: a gap as wide as this between Latin and other letters is a blank */
  readonly mixedGap: number
}

/** Of the size of a font: a gap as wide as this between letters is a blank, beyond what all letters of the line keep. */
const blankGap = { latin: 0.18, wide: 0.6 }
/** The same between Latin and other letters, in documents that keep them apart without a blank, and in others. */
const mixedGaps = { apart: 0.33, close: 0.18 }
/** Of the size of a font: a gap smaller than this is none. */
const noGap = 0.08

/** How a document keeps words apart: some programs put a quarter of a letter between Latin and other letters. */
export function blankStyle(lines: readonly Line[]): BlankStyle {
  let [close, apart] = [0, 0]
  for (const { letters, size } of lines) {
    letters.forEach((letter, index) => {
      const before = letters[index - 1]
      if (!before || isBlank(before) || isBlank(letter) || kindOfGap(before, letter) !== 'mixed') return
      if (letter.cell.left - before.cell.right < noGap * size) close += 1
      else apart += 1
    })
  }
  return { mixedGap: close > 4 * apart ? mixedGaps.close : mixedGaps.apart }
}
/** Of the size of a font: a gap as wide as this between words outside of rulings parts columns. */
export const columnGap = 2

/** The letters of a line, with blanks where there are gaps; with tabs where columns stand apart, if `hasColumns`. */
export function writeLine(line: Line, { mixedGap }: BlankStyle, hasColumns = false): Written {
  const usual = Math.max(0, usualGap(line), hasColumns ? 0 : spreadGapOf(line))
  const least = { ...blankGap, mixed: mixedGap }
  let text = ''
  const marks: (Mark | undefined)[] = []
  const put = (letters: string, mark?: Mark) => {
    text += letters
    for (let unit = 0; unit < letters.length; unit++) marks.push(mark)
  }
  let before: Glyph | undefined
  let isAfterBlank = false
  for (const letter of line.letters) {
    const gap = before && !isBlank(letter) ? letter.cell.left - before.cell.right - usual : 0
    if (hasColumns && gap >= columnGap * line.size) {
      text = text.trimEnd()
      marks.length = text.length
      put('\t')
    } else if (before && !isAfterBlank && gap >= least[kindOfGap(before, letter)] * line.size) put(' ')
    put(letter.char, letterMark(letter, line.page))
    isAfterBlank = isBlank(letter)
    if (!isAfterBlank) before = letter
  }
  return { text, marks }
}

/** Of the size of a font: how far a letter's box goes above and below its baseline. */
const [above, below] = [0.88, 0.12]

/** The place of a letter: as broad as its ink, as high as its font. */
export function letterMark({ ink, cell, y, size }: Glyph, page: number): Mark {
  const { left, right } = ink.right > ink.left ? ink : cell
  return { page, box: { x: left, y: y - above * size, width: right - left, height: (above + below) * size }, cell: null }
}

/** The gap that letters of a line keep, in points; below 0 where they overlap. */
export function usualGap({ letters }: Line): number {
  const gaps = gapsOf(letters).sort((a, b) => a - b)
  return gaps.length < 4 ? 0 : (gaps[gaps.length >> 1] as number)
}

function gapsOf(letters: readonly Glyph[]): number[] {
  return letters.flatMap((letter, index) => (index > 0 ? [letter.cell.left - (letters[index - 1] as Glyph).cell.right] : []))
}

/** Of the size of a font: gaps that differ by less are the same. */
const sameGap = 0.15
/** Of the size of a font: two letters further apart than a wide blank are spread over their cell. */
const spreadGap = 1.2

/** The gap that all words of a short line keep that is spread over its cell (総 務 課); 0 where it is not. */
function spreadGapOf({ letters, size }: Line): number {
  if (letters.some(isBlank)) return 0
  const gaps = gapsOf(letters).filter((_, index) => kindOfGap(letters[index] as Glyph, letters[index + 1] as Glyph) !== 'latin')
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  const isSpread = gaps.length > 1 ? most - least <= sameGap * size : least >= spreadGap * size && letters.length === 2
  return isSpread ? least : 0
}

/** Of the size of a font: letters of running text keep smaller gaps. */
const widestUsual = 0.2

/** Whether a line is spread over its cell, so that its end says nothing of what follows. */
export function isSpread(line: Line): boolean {
  return Math.max(usualGap(line), spreadGapOf(line)) > widestUsual * line.size
}

function kindOfGap(before: Glyph, letter: Glyph): 'latin' | 'wide' | 'mixed' {
  const [one, other] = [isLatin(before), isLatin(letter)]
  return one && other ? 'latin' : one || other ? 'mixed' : 'wide'
}
