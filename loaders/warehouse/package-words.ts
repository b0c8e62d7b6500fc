/** What the tables are, for those who meet them in a catalogue. */
export const packageDescription = '行政改革プランの取組実績を、根拠の位置とともに表にしたもの'

/** The words under which a catalogue lists the tables. */
export const keywords = ['行政改革', '取組実績'] as const

/** Where a licence is described, that is named as SPDX names it or by its address. */
export function licenceAddress(licence: string): string {
  return /^https?:/.test(licence) ? licence : `https://spdx.org/licenses/${licence}`
}

/** What all say alike; null where one says nothing, or another thing. */
export function alike(said: readonly (string | null)[]): string | null {
  const [first = null] = said
  return said.every((other) => other === first) ? first : null
}
