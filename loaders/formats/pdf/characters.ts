import { letterOfRadical, radicals } from '../../document/letters.ts'
import type { Glyph } from './engine.ts'
import type { UprightPage } from './turn.ts'

/** The letters of a page that are read, and those that are not, by why. */
export interface Letters {
  readonly read: readonly Glyph[]
  readonly outside: { readonly [K in Outside]: readonly Glyph[] }
}

/** Why a letter of the text layer is not in the text: cut off on paper, without ink, drawn again to look bold, turned. */
export type Outside = 'clipped' | 'invisible' | 'repeated' | 'turned'

/** Of the breadth of a letter: the same letter this near is the same letter again. */
const nearAgain = 0.3

const isRadical = new RegExp(`[${radicals}]`)

/** Parts the letters of a page into those that are read and those that are not. */
export function readLetters({ glyphs }: UprightPage): Letters {
  const read: Glyph[] = []
  const outside = { clipped: [] as Glyph[], invisible: [] as Glyph[], repeated: [] as Glyph[], turned: [] as Glyph[] }
  const again = new Repeats()
  for (const drawn of spread(glyphs)) {
    const glyph = isRadical.test(drawn.char) ? { ...drawn, char: letterOfRadical(drawn.char) } : drawn
    if (glyph.hidden) outside[glyph.hidden].push(glyph)
    else if (glyph.turns !== 0) outside.turned.push(glyph)
    else if (!isBlank(glyph) && again.has(glyph)) outside.repeated.push(glyph)
    else read.push(glyph)
  }
  return { read, outside }
}

/** Whether a letter is a blank. */
export function isBlank({ char }: Pick<Glyph, 'char'>): boolean {
  return char.trim() === ''
}

/** How many of letters are digits. */
export function digitsOf(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ char }) => /\p{Nd}/u.test(char)).length
}

/** Finds letters that were there already. */
class Repeats {
  readonly #seen = new Map<string, Glyph[]>()

  /** Whether the same letter stands here already, drawn by another piece of text; takes it down otherwise. */
  has(glyph: Glyph): boolean {
    const near = nearAgain * Math.max(glyph.cell.right - glyph.cell.left, glyph.ink.right - glyph.ink.left)
    const seen = this.#seen.get(glyph.char)
    if (!seen) this.#seen.set(glyph.char, [glyph])
    else if (seen.some((one) => Math.abs(one.x - glyph.x) <= near && Math.abs(one.y - glyph.y) <= near && one.run !== glyph.run)) return true
    else seen.push(glyph)
    return false
  }
}

/** Letters that share one drawn sign, as a ligature's do, side by side within it. */
function spread(glyphs: readonly Glyph[]): Glyph[] {
  const placed: Glyph[] = []
  for (let from = 0; from < glyphs.length; ) {
    const first = glyphs[from] as Glyph
    let to = from + 1
    while (to < glyphs.length && isSameSign(first, glyphs[to] as Glyph)) to++
    const count = to - from
    for (let index = 0; index < count; index++) placed.push(count === 1 ? first : share(glyphs[from + index] as Glyph, index, count))
    from = to
  }
  return placed
}

function isSameSign(one: Glyph, other: Glyph): boolean {
  return one.run === other.run && one.x === other.x && one.y === other.y && one.ink.left === other.ink.left && one.ink.right === other.ink.right
}

function share(glyph: Glyph, index: number, count: number): Glyph {
  const part = ({ left, right }: { left: number; right: number }) => ({
    left: left + ((right - left) * index) / count,
    right: left + ((right - left) * (index + 1)) / count,
  })
  const cell = { ...glyph.cell, ...part(glyph.cell) }
  return { ...glyph, ink: { ...glyph.ink, ...part(glyph.ink) }, cell, x: cell.left }
}
