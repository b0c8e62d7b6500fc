import { letterOfRadical, radicals } from '../../document/letters.ts'
import type { Glyph, Hidden } from './engine.ts'
import type { UprightPage } from './turn.ts'

/** The letters of a page that are read, and those that are not, by why. */
export interface Letters {
  readonly read: readonly Glyph[]
  readonly outside: { readonly [K in Outside]: readonly Glyph[] }
}

/** Why a letter of the text layer is not in the text: cut off on paper, without ink, filled over, drawn again to look bold, turned, of a number that is not sure. */
export type Outside = 'clipped' | 'invisible' | 'covered' | 'repeated' | 'turned' | 'unsure'

/** Of the breadth of a letter: the same letter this near is the same letter again. */
const nearAgain = 0.3

/** Points of a strip of the page; the same letter again is in the same one or in one beside it. */
const stripHeight = 12
const isRadical = new RegExp(`[${radicals}]`)

/** Parts the letters of a page into those that are read and those that are not. */
export function readLetters({ glyphs }: UprightPage): Letters {
  const read: Glyph[] = []
  const outside: { [K in Outside]: Glyph[] } = { clipped: [], invisible: [], covered: [], repeated: [], turned: [], unsure: [] }
  const again = new Repeats()
  const breadths = latinBreadths(glyphs)
  for (const drawn of withoutCutNumbers(spread(glyphs.map((glyph) => withBreadth(glyph, breadths))))) {
    const glyph = isRadical.test(drawn.char) ? { ...drawn, char: letterOfRadical(drawn.char) } : drawn
    if (glyph.hidden) outside[glyph.hidden].push(glyph)
    else if (glyph.turns !== 0) outside.turned.push(glyph)
    else if (!isBlank(glyph) && again.has(glyph)) outside.repeated.push(glyph)
    else read.push(glyph)
  }
  return { read, outside }
}

/** Letters where a number of which a part is cut off is cut off as a whole: what is left of it would be another number. */
function withoutCutNumbers(glyphs: readonly Glyph[]): Glyph[] {
  const cut = new Map<number, Hidden>()
  glyphs.forEach(({ hidden }, index) => {
    if (hidden !== 'clipped' && hidden !== 'covered') return
    for (const step of [-1, 1]) {
      for (let at = index; isOneNumber(glyphs[at], glyphs[at + step]); at += step) cut.set(at + step, hidden)
    }
  })
  return glyphs.map((glyph, index) => (cut.has(index) && !glyph.hidden ? { ...glyph, hidden: cut.get(index) ?? null } : glyph))
}

/** Whether two letters stand in one number of one line. */
function isOneNumber(one: Glyph | undefined, other: Glyph | undefined): boolean {
  return (
    one !== undefined && other !== undefined && one.run === other.run && one.y === other.y && [one, other].every(({ char }) => /[\p{Nd},.，．]/u.test(char))
  )
}

/** Whether a letter is a blank. */
export function isBlank({ char }: Pick<Glyph, 'char'>): boolean {
  return char.trim() === ''
}

/** How many of letters are digits. */
export function digitsOf(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ char }) => /\p{Nd}/u.test(char)).length
}

/** Finds letters that were there already, in strips of the page as high as a line. */
class Repeats {
  readonly #seen = new Map<string, Glyph[]>()

  /** Whether the same letter stands here already, drawn by another piece of text; takes it down otherwise. */
  has(glyph: Glyph): boolean {
    const near = nearAgain * Math.max(glyph.cell.right - glyph.cell.left, glyph.ink.right - glyph.ink.left)
    const strip = Math.round(glyph.y / stripHeight)
    const isHere = (one: Glyph) => Math.abs(one.x - glyph.x) <= near && Math.abs(one.y - glyph.y) <= near && one.run !== glyph.run
    if ([strip - 1, strip, strip + 1].some((at) => this.#seen.get(`${glyph.char}${at}`)?.some(isHere))) return true
    const key = `${glyph.char}${strip}`
    const seen = this.#seen.get(key)
    if (seen) seen.push(glyph)
    else this.#seen.set(key, [glyph])
    return false
  }
}

/** Of the size of a font: no letter is narrower. */
const narrowest = 0.15

/**
 * How broad Latin letters are at most, of the size of their font, by how near the next one stands: fonts that are not in the file have
 * their letters broader than they were.
 */
function latinBreadths(glyphs: readonly Glyph[]): ReadonlyMap<string, number> {
  const breadths = new Map<string, number>()
  glyphs.forEach((glyph, index) => {
    const next = glyphs[index + 1]
    if (!next || glyph.isEmbedded || !isLatin(glyph) || Math.abs(next.y - glyph.y) > narrowest * glyph.size) return
    const advance = (next.x - glyph.x) / glyph.size
    if (advance > narrowest) breadths.set(glyph.char, Math.min(advance, breadths.get(glyph.char) ?? advance))
  })
  return breadths
}

/** Whether a letter is one of Latin text, a digit or one of its signs. */
export function isLatin({ char }: Pick<Glyph, 'char'>): boolean {
  return /^[!-~\u00c0-\u024f]$/.test(char)
}

/** A letter as broad as such letters are, where its font does not say it, and no broader. */
function withBreadth(glyph: Glyph, breadths: ReadonlyMap<string, number>): Glyph {
  const { cell, ink, size, x } = glyph
  if (isBlank(glyph)) return glyph
  const hasBreadth = Math.max(cell.right - cell.left, ink.right - ink.left) > 0.05 * size
  if (!isLatin(glyph) && isInkAlone(glyph)) return { ...glyph, cell: { ...cell, left: Math.min(x, cell.left), right: Math.max(x + size, cell.right) } }
  if (!hasBreadth) return { ...glyph, cell: { ...cell, right: cell.left + (isLatin(glyph) ? size / 2 : size) } }
  if (!isLatin(glyph) || glyph.isEmbedded) return glyph
  const right = x + Math.min(glyph.advance || Infinity, (breadths.get(glyph.char) ?? Infinity) * size)
  return cell.right <= right ? glyph : { ...glyph, cell: { ...cell, right } }
}

/** Whether a letter is said to be as broad as its ink, as the engine does where a file says apart which letter a sign is. */
function isInkAlone({ cell, ink, x }: Glyph): boolean {
  return cell.left === ink.left && cell.right === ink.right && x < cell.left
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
