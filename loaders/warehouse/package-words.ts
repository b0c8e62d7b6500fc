import type { Row } from '../tables.ts'

/** What the tables are, for those who meet them in a catalogue. */
export const packageDescription = '行政改革プランの取組実績を、根拠の位置とともに表にしたもの'

/** The words under which a catalogue lists the tables. */
export const keywords = ['行政改革', '取組実績'] as const

/** Where a licence is described, that is named as SPDX names it or by its address. */
export function licenceAddress(licence: string): string {
  return /^https?:/.test(licence) ? licence : `https://spdx.org/licenses/${licence}`
}

/** What all plans say alike in a column; null where one says nothing, or another thing. */
export function alike(plans: readonly Row<'plans'>[], column: 'licence' | 'publisher' | 'source_url'): string | null {
  const first = plans[0]?.[column] ?? null
  return plans.every((plan) => plan[column] === first) ? first : null
}
