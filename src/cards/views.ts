import type { YearBar } from '../charts/year-bars-chart.ts'
import { isSayable } from '../format/changes.ts'
import { changeInWords, formatNumber } from '../format/numbers.ts'
import type { Topic } from '../markup/topic.ts'
import type { Choice } from './card.ts'

/** How numbers of years are seen: as they are, by how they changed, or as what they are of the whole. */
export const showChoice = { name: 'show', title: '表し方', options: { amount: '金額', growth: '増減率', share: '構成比' } } as const satisfies Choice

/** Whether receipts of donations are shown. */
export const donationChoice = { name: 'donations', title: '寄附', options: { with: '寄附を含む', without: '寄附を除く' } } as const satisfies Choice

/** Where a bar stands, and the table that has the receipt of its value. */
interface BarPlace extends Topic {
  group: string
  fiscalYear: number
  table: string
}

/** A bar of a share in percent; undefined where there is none. */
export function shareBar({ group, fiscalYear, itemNo, department, table }: BarPlace, percent: number | null): YearBar | undefined {
  return percent === null ? undefined : { group, fiscalYear, itemNo, department, href: table, value: percent, label: `${formatNumber(percent, 1)}%` }
}

/** A bar of a rate of change, or what is said instead of it (`otherwise`) at its place; rates over ±1,000% are left to tables. */
export function growthBar(
  { group, fiscalYear, itemNo, department, table }: BarPlace,
  percent: number | null,
  otherwise: string | undefined,
): YearBar | undefined {
  const place = { group, fiscalYear, itemNo, department, href: table }
  if (percent === null) return otherwise === undefined ? undefined : { ...place, value: 0, label: otherwise }
  return isSayable(percent) ? { ...place, value: percent, label: changeInWords(percent) } : { ...place, value: 0, label: '1,000%を超える (表にある)' }
}
