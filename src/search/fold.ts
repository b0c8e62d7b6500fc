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
  from: number
  to: number
}

const mark = String.raw`[\u3099\u309A\uFF9E\uFF9F\u0300-\u036F]`
const cluster = new RegExp(`.${mark}*`, 'gsu')
const separator = /^[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}・]$/u
const digit = /^\d$/

/**
 * Folds what readers do not tell apart: full and half width, katakana and hiragana, capitals, thousands commas, and
 * blanks, brackets, dashes and middle dots, which are left out unless they part two numbers. The one form of index and query.
 */
export function fold(text: string): Folded {
  const all = [...text.matchAll(cluster)].map(({ 0: characters, index }) => ({
    form: foldCharacters(characters),
    from: index,
    to: index + characters.length,
  }))
  const kept = all.filter((piece, index) => !isLeftOut(piece, index, all))
  const units = kept.flatMap(({ form, from, to }) => Array.from(form.split(''), () => ({ from, to })))
  return { form: kept.map(({ form }) => form).join(''), starts: units.map(({ from }) => from), ends: units.map(({ to }) => to) }
}

function foldCharacters(characters: string): string {
  return characters
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ゕゖ]/g, 'か')
    .replace('〜', '~')
}

function isLeftOut({ form }: Piece, index: number, all: readonly Piece[]): boolean {
  const isDigit = (at: number) => digit.test(all[at]?.form ?? '')
  if (form === ',') return isDigit(index - 1) && [1, 2, 3].every((step) => isDigit(index + step)) && !isDigit(index + 4)
  return separator.test(form) && !(isDigit(index - 1) && isDigit(index + 1))
}
