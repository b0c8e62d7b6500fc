import { fold } from './fold.ts'
import type { SearchRecord } from './record.ts'
import type { Term } from './terms.ts'

const base = 26
const lettersPerUnit = 4

/**
 * The words under which the index keeps a record: each pair of neighbouring characters of its folded text, and each
 * value of its numbers. Words that a dictionary cuts from Japanese depend on what stands beside them, and the index and
 * the browser cut differently; pairs find every word wherever it stands.
 */
export function recordTokens({ text, figures }: SearchRecord): string[] {
  const { form } = fold(text)
  const pairs = Array.from(form.split(''), (_, at) => spell(form.slice(at, at + 2)))
  const numbers = figures.flatMap(({ value, yen }) => (yen === null ? [value] : [value, yen])).map(numberToken)
  return [...new Set([...pairs, ...numbers])]
}

/** What to ask the index for a term; what comes back may hold it and is to be looked at. */
export function termTokens(term: Term): string[] {
  if (term.kind === 'number') return [numberToken(term.value)]
  return term.form.length === 1 ? [spell(term.form)] : pairsOf(term.form)
}

function pairsOf(form: string): string[] {
  return [...new Set(Array.from({ length: form.length - 1 }, (_, at) => spell(form.slice(at, at + 2))))]
}

/** Digits as the letters a to j, so that nothing takes the number apart again. */
function numberToken(value: number): string {
  return `number${String(value).replace(/./g, (character) => (/\d/.test(character) ? 'abcdefghij'.charAt(Number(character)) : character === '-' ? 'm' : 'p'))}`
}

/** UTF-16 units in letters only, each in as many: the token of one character begins that of each pair it begins. */
function spell(form: string): string {
  return form.replace(/[\s\S]/g, (unit) => {
    let rest = unit.charCodeAt(0)
    let letters = ''
    for (let place = 0; place < lettersPerUnit; place++) {
      letters = String.fromCharCode(97 + (rest % base)) + letters
      rest = Math.floor(rest / base)
    }
    return letters
  })
}
