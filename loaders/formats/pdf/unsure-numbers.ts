import { isBlank, type Letters } from './characters.ts'
import type { Glyph } from './engine.ts'
import { linesOf } from './lines.ts'

/** Of the breadth of the narrower of two letters: what covers more of it stands on it. */
const covers = 0.5
/** Letters after one, by their middles, that may stand on it. */
const reach = 6
/** Of the size of a font: letters of a number, and of its unit, are no further apart. */
const besideNumber = 0.5

/**
 * Letters without numbers that nobody can be sure of. In them or right beside them stand letters that are not known, or letters one on the
 * other, though one be filled over: which are meant, and in which order, is not said, and the engine leaves out what is drawn twice.
 */
export function withoutUnsureNumbers({ read, outside }: Letters): Letters {
  const found = unsureNumbers([...read, ...outside.covered])
  const unsure = read.filter((letter) => found.has(letter))
  return { read: read.filter((letter) => !found.has(letter)), outside: { ...outside, unsure } }
}

function unsureNumbers(letters: readonly Glyph[]): ReadonlySet<Glyph> {
  const found = new Set<Glyph>()
  for (const line of linesOf(letters, 0)) {
    const row = line.letters.filter((letter) => !isBlank(letter))
    const unsure = unsureLetters(row)
    if (unsure.size === 0) continue
    for (const number of numbersIn(row)) {
      const own = row.slice(number.from, number.to)
      const [before, after] = [row[number.from - 1], row[number.to]]
      const beside = [before && isNear(before, own[0] as Glyph) ? [before] : [], after && isNear(own.at(-1) as Glyph, after) ? [after] : []].flat()
      if ([...own, ...beside].some((letter) => unsure.has(letter))) for (const letter of own) found.add(letter)
    }
  }
  return found
}

/** The letters and digits of a line on which others stand, and those that are not known. */
function unsureLetters(row: readonly Glyph[]): Set<Glyph> {
  const found = new Set(row.filter(({ isMapped }) => !isMapped))
  row.forEach((letter, index) => {
    for (const other of row.slice(index + 1, index + 1 + reach)) {
      if (!isOn(letter, other)) continue
      found.add(letter)
      found.add(other)
    }
  })
  return found
}

function isOn(one: Glyph, other: Glyph): boolean {
  if (![one, other].every(({ char }) => /[\p{L}\p{N}]/u.test(char))) return false
  const [a, b] = [extent(one), extent(other)]
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return shared > covers * Math.min(a.right - a.left, b.right - b.left)
}

/** Where the ink of a letter is; no further than its advance where another font draws it than the file asks for. */
function extent({ ink, cell, isEmbedded }: Glyph): { left: number; right: number } {
  if (ink.right <= ink.left) return cell
  return isEmbedded ? ink : { left: ink.left, right: Math.max(ink.left, Math.min(ink.right, cell.right)) }
}

/** Where the numbers of a line begin and end, end exclusive. */
function numbersIn(row: readonly Glyph[]): { from: number; to: number }[] {
  const numbers: { from: number; to: number }[] = []
  row.forEach((letter, index) => {
    if (!/[\p{Nd},.，．]/u.test(letter.char)) return
    const last = numbers.at(-1)
    if (last?.to === index && isNear(row[index - 1] as Glyph, letter)) last.to = index + 1
    else numbers.push({ from: index, to: index + 1 })
  })
  return numbers
}

function isNear(before: Glyph, letter: Glyph): boolean {
  return extent(letter).left - extent(before).right <= besideNumber * letter.size
}
