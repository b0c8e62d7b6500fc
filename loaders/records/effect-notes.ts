const rounding = /端数|四捨五入|切り?捨て|切り?上げ/
const cut = /切り?捨て|切り?上げ/

/** Whether a text says that amounts are rounded, so that sums may be off by it. */
export function saysRounding(form: string): boolean {
  return rounding.test(form)
}

/** Whether such a text says that the rest is cut off, or always rounded up, by which a sum may be off twice as much. */
export function isCutNote(form: string): boolean {
  return cut.test(form)
}

/** Whether a note says nothing else, and holds no number. */
export function isRoundingNote(form: string): boolean {
  return rounding.test(form) && !/\d/.test(form)
}
