import type { Words } from '../document/words.ts'

/** Parts of a list between the separators `、` `,` (and others given) that stand outside brackets and outside numbers. */
export function splitList(list: Words, separators = '、,'): Words[] {
  const parts: Words[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < list.length; at++) {
    const character = list.form[at] as string
    if ('([【「『'.includes(character)) depth += 1
    else if (')]】」』'.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && separators.includes(character) && !isInNumber(list.form, at)) {
      parts.push(list.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...parts, list.slice(from).trim()].filter((part) => !part.isEmpty)
}

function isInNumber(form: string, at: number): boolean {
  return form[at] === ',' && /\d$/.test(form.slice(Math.max(0, at - 1), at)) && /^\d{3}(?!\d)/.test(form.slice(at + 1, at + 5))
}
