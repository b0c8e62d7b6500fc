/** Pattern of an item's whole number, 1 to 99999, on folded text. */
export const itemNumber = String.raw`0{0,4}[1-9]\d{0,4}`

const level = String.raw`-(?:\d{1,3}|\(\d{1,3}\)|[①-⑳]|\([ア-ンa-z]\))`

/** Pattern of an item's number of several levels or with letters, on folded text: 1-(2)-①, A-1, R2-4. */
export const itemCode = String.raw`(?:[A-Z]{1,2}-?\d{1,4}(?:${level}){0,3}|\d{1,4}(?:${level}){1,3})`

/** Pattern of what stands of such a number before a further number of it, on folded text: `1-`, `1-(2)-`, `A-`, `R`. */
export const itemCodeStart = String.raw`(?:[A-Z]{1,2}-?|(?:[A-Z]{1,2}-?)?\d{1,4}(?:${level}){0,2}-)`

/** An item as readers know it: by the number that is printed, `No.3` or `No.1-(2)`; by its place in the order where none is. */
export function itemLabel(no: number, code: string | null | undefined): string {
  if (typeof code !== 'string') return `No.${no}`
  return `No.${isWholeNumber(code) ? Number(code) : code}`
}

/** Whether a printed number is a whole one. */
export function isWholeNumber(code: string): boolean {
  return /^\d+$/.test(code)
}
