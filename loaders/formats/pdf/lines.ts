import { isBlank } from './characters.ts'
import type { Glyph } from './engine.ts'

/** Letters on one baseline from left to right, in points of the page, y downward. */
export interface Line {
  readonly page: number
  readonly letters: readonly Glyph[]
  readonly left: number
  readonly right: number
  /** of the baseline */
  readonly y: number
  /** of most of its letters */
  readonly size: number
  /** whether a blank follows its last letter */
  readonly endsInBlank: boolean
}

/** Of the size of a font: letters whose baselines differ by less stand on one line. */
const sameBaseline = 0.3
/** A letter smaller than this part of a line's can be raised or lowered in it. */
const small = 0.75

/** The lines that letters stand in, from top to bottom; blanks alone make none. */
export function linesOf(letters: readonly Glyph[], page: number): Line[] {
  const groups: Glyph[][] = []
  for (const letter of letters.filter((one) => !isBlank(one)).sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && letter.y - first.y <= sameBaseline * Math.max(first.size, letter.size)) group.push(letter)
    else groups.push([letter])
  }
  const rows = joinRaised(groups)
  for (const blank of letters.filter(isBlank)) {
    rows.find(([first]) => first && Math.abs(first.y - blank.y) <= sameBaseline * Math.max(first.size, blank.size))?.push(blank)
  }
  return rows.map((row) => lineOf(row, page))
}

function lineOf(row: readonly Glyph[], page: number): Line {
  const sorted = [...row].sort((a, b) => middle(a) - middle(b))
  const letters = withoutOuterBlanks(sorted)
  const sizes = letters.map(({ size }) => size).sort((a, b) => a - b)
  const ys = letters.map(({ y }) => y).sort((a, b) => a - b)
  return {
    page,
    letters,
    left: Math.min(...letters.map(({ cell, ink }) => Math.min(cell.left, ink.left))),
    right: Math.max(...letters.map(({ cell, ink }) => Math.max(cell.right, ink.right))),
    y: ys[ys.length >> 1] as number,
    size: sizes[sizes.length >> 1] as number,
    endsInBlank: isBlank(sorted.at(-1) as Glyph),
  }
}

function withoutOuterBlanks(letters: readonly Glyph[]): Glyph[] {
  const isLetter = (one: Glyph) => !isBlank(one)
  return letters.slice(letters.findIndex(isLetter), letters.findLastIndex(isLetter) + 1)
}

/** The middle of what a letter covers: of its ink, since the advances of narrow signs overlap. */
function middle(letter: Glyph): number {
  const { left, right } = isBlank(letter) || letter.ink.right <= letter.ink.left ? letter.cell : letter.ink
  return (left + right) / 2
}

/** Puts small raised or lowered letters (m²) to the line beside whose letters they stand. */
function joinRaised(groups: readonly Glyph[][]): Glyph[][] {
  const rows: Glyph[][] = []
  const raised: Glyph[] = []
  const largest = groups.flat().reduce((size, letter) => Math.max(size, letter.size), 0)
  for (const group of groups) {
    const rest = group.filter((letter) => {
      const isRaised = letter.size < small * largest && groups.some((other) => other !== group && other.some((one) => standsBeside(letter, one)))
      if (isRaised) raised.push(letter)
      return !isRaised
    })
    if (rest.length > 0) rows.push(rest)
  }
  for (const letter of raised) rows.find((row) => row.some((one) => standsBeside(letter, one)))?.push(letter)
  return rows
}

function standsBeside(letter: Glyph, one: Glyph): boolean {
  if (letter.size >= small * one.size) return false
  const rise = Math.abs(letter.y - one.y)
  const gap = Math.max(letter.cell.left - one.cell.right, one.cell.left - letter.cell.right)
  return rise <= 0.6 * one.size && gap <= 0.5 * letter.size
}
