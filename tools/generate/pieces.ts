import { displayWidth } from '../../loaders/vocabulary/display-width.ts'
import type { Random } from './prng.ts'
import type { Style } from './style.ts'

/**
 * A stretch of a line. A page end may cut it inside a sentence or, where a bullet or number tells what begins a new
 * entry, anywhere between words.
 */
export interface Piece {
  text: string
  cuts: 'none' | 'inside sentences' | 'between words'
}

/**
 * What a page is laid out of: a blank line, a line of text, or rows of cells whose columns belong together; a page end
 * may cut the last cell of `cutRow`.
 */
export type Block = 'blank' | { pieces: readonly Piece[]; emptyCells: number } | { rows: readonly (readonly string[])[]; cutRow?: number }

interface Line {
  text: string
  /** where a page end may cut the line */
  cuts: number[]
  /** empty cells after the text */
  tail: string
  /** for a cell of a table, what stands before it where it goes on after a page end */
  lead?: string
}

/** Words that no page end cuts: labels, marks, markup. */
export function solid(text: string): Piece {
  return { text, cuts: 'none' }
}

/** A sentence or list that a page end may cut; `isMarked` where a bullet or number stands before it. */
export function cuttable(text: string, isMarked: boolean): Piece {
  return { text, cuts: isMarked ? 'between words' : 'inside sentences' }
}

const letters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`
const nextWord = String.raw`(?=[${letters}（「(])|(?<=[${letters}])(?=\p{Nd})`
const places = {
  'inside sentences': new RegExp(`(?<=[${letters}\\p{Nd}、，])(?:${nextWord})`, 'gu'),
  'between words': new RegExp(`(?<=[${letters}\\p{Nd}、，）」)])(?:${nextWord})`, 'gu'),
} as const
const share = { none: 0, few: 0.04, many: 0.4 } as const

/** The text of a page, further page ends put in where the style asks for them, `\n` at line ends. */
export function layOut(blocks: readonly Block[], style: Style, random: Random, pageEnd: () => string): string {
  const lines = blocks.flatMap((block) => linesOf(block, style))
  return lines
    .map((line, index) => {
      const text = cutLine(line, style, random, pageEnd)
      const isBroken = index < lines.length - 1 && text !== '' && random.chance(share[style.lineBreaks])
      return text + (isBroken ? pageEnd() : '\n')
    })
    .join('')
}

function linesOf(block: Block, style: Style): Line[] {
  if (block === 'blank') return [{ text: '', cuts: [], tail: '' }]
  if ('rows' in block) return tableLines(block, style)
  const text = block.pieces.map((piece) => piece.text).join('')
  const tail = style.cells === 'tabs' ? '\t'.repeat(block.emptyCells) : ''
  if (style.sentenceBreaks === 'none') return [{ text, cuts: [], tail }]
  let at = 0
  const cuts = block.pieces.flatMap((piece) => {
    const from = at
    at += piece.text.length
    return piece.cuts === 'none' ? [] : cutsOf(piece.text, piece.cuts).map((index) => from + index)
  })
  return [{ text, cuts, tail }]
}

function cutsOf(text: string, cuts: keyof typeof places): number[] {
  return [...text.matchAll(places[cuts])].map(({ index }) => index).filter((index) => index > 0)
}

/** The lines of a table; a cut goes on in its column. */
function tableLines({ rows, cutRow }: { rows: readonly (readonly string[])[]; cutRow?: number }, style: Style): Line[] {
  const texts = rowTexts(rows, style)
  return texts.map((text, index) => {
    const last = rows[index]?.at(-1) ?? ''
    if (index !== cutRow || style.cellBreaks === 'none' || !text.endsWith(last)) return { text, cuts: [], tail: '' }
    const from = text.length - last.length
    const lead = style.cells === 'tabs' ? '\t'.repeat((rows[index]?.length ?? 1) - 1) : ' '.repeat(displayWidth(text.slice(0, from)))
    return { text, cuts: cutsOf(last, 'between words').map((cut) => from + cut), tail: '', lead }
  })
}

function cutLine({ text, cuts, tail, lead }: Line, style: Style, random: Random, pageEnd: () => string): string {
  const isCut = cuts.length > 0 && random.chance(lead === undefined ? share[style.sentenceBreaks] : 0.5)
  if (!isCut) return text + tail
  const at = random.pick(cuts)
  return `${text.slice(0, at)}${tail}${pageEnd()}${lead ?? ''}${text.slice(at)}${tail.slice(0, 1)}`
}

function rowTexts(rows: readonly (readonly string[])[], style: Style): string[] {
  if (style.cells === 'tabs') return rows.map((cells) => cells.join('\t'))
  const columns = Math.max(...rows.map((cells) => cells.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((cells) => displayWidth(cells[column] ?? ''))))
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - displayWidth(cell) + 2))
      .join('')
      .trimEnd(),
  )
}
