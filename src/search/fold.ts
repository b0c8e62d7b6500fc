import { letterOfRadical, radicals } from '../../loaders/document/letters.ts'

/** A text as search compares it, with where each of its UTF-16 units stands in the text it was made of. */
export interface Folded {
  form: string
  /** index in the text of the unit at each index of the form */
  starts: readonly number[]
  /** index in the text after that unit */
  ends: readonly number[]
}

interface Piece {
  form: string
  /** whether it is left out unless it parts two numbers */
  isSeparator: boolean
}

const mark = String.raw`[\u3099\u309A\uFF9E\uFF9F\u0300-\u036F]`
const cluster = new RegExp(`.${mark}*`, 'gsu')
const separator = /^[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}・]$/u
const digits = /^\d+$/
const radical = new RegExp(`[${radicals}]`, 'g')

/** Characters that offices write for one another: 寄附 and 寄付, 大﨑 and 大崎. */
const variants: Readonly<Record<string, string>> = { 附: '付', 﨑: '崎', 髙: '高', 濵: '浜', 德: '徳', 邊: '辺', 邉: '辺', 齋: '斎', 澤: '沢', 廣: '広' }
const variant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')

/** The characters of all texts are few, so that each is folded once. */
const known = new Map<string, Piece>()

/**
 * Folds what readers do not tell apart: full and half width, katakana and hiragana, capitals, radicals and the letters
 * that they look like, variants of a character, thousands commas, and blanks, brackets, dashes and middle dots, which are
 * left out unless they part two numbers; of several that do, as in 1-(2), the first is kept. The one form of records and
 * queries.
 */
export function fold(text: string): Folded {
  const clusters = text.match(cluster) ?? []
  const pieces = clusters.map((characters) => known.get(characters) ?? pieceOf(characters))
  const folded = { form: '', starts: [] as number[], ends: [] as number[] }
  let end = 0
  pieces.forEach((piece, index) => {
    const start = end
    end += clusters[index]?.length ?? 0
    if (isLeftOut(piece, index, pieces)) return
    folded.form += piece.form
    for (let unit = 0; unit < piece.form.length; unit++) {
      folded.starts.push(start)
      folded.ends.push(end)
    }
  })
  return folded
}

function pieceOf(characters: string): Piece {
  const form = characters
    .replace(radical, (letter) => letterOfRadical(letter))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ゕゖ]/g, 'か')
    .replace(variant, (letter) => variants[letter] as string)
    .replace('〜', '~')
  const piece = { form, isSeparator: separator.test(form) }
  known.set(characters, piece)
  return piece
}

function isLeftOut({ form, isSeparator }: Piece, index: number, pieces: readonly Piece[]): boolean {
  const isDigit = (at: number) => digits.test(pieces[at]?.form ?? '')
  if (form === ',') return isDigit(index - 1) && [1, 2, 3].every((step) => isDigit(index + step)) && !isDigit(index + 4)
  return isSeparator && !(isDigit(index - 1) && isDigit(afterSeparators(pieces, index)))
}

/** The index of the first piece after one that is no separator. */
function afterSeparators(pieces: readonly Piece[], index: number): number {
  let after = index + 1
  while (pieces[after]?.isSeparator) after++
  return after
}
