import type { Readings } from '../records/read.ts'
import { compare, type Rule, total } from './check.ts'

type Line = Readings['effects'][number]

/** A year's effect, its lines together = the sales and leases, or the collected claims, that the results of the year state. */
export const effectBreakdown: Rule = ({ readings }) =>
  yearsOf(readings.effects).flatMap((lines) => {
    const [first] = lines
    if (!first) return []
    const isSame = (row: { item_no: number; fiscal_year: number }) => row.item_no === first.item_no && row.fiscal_year === first.fiscal_year
    const assets = readings.assets.filter((asset) => isSame(asset) && asset.region === null)
    const claims = readings.collections.filter(isSame)
    const effect = total(lines.map(({ amount_yen }) => amount_yen))
    return [[assets, '効果額と売却額・貸付額の合計 (円)'] as const, [claims, '効果額と債権ごとの納付額の合計 (円)'] as const].flatMap(([rows, statement]) =>
      rows.length > 0 ? [compare('effect-breakdown', first, effect, total(rows.map(({ amount_yen }) => amount_yen)), statement)] : [],
    )
  })

/** The lines with an amount that are part of no other, year by year. */
function yearsOf(effects: readonly Line[]): Line[][] {
  const years = new Map<string, Line[]>()
  for (const line of effects) {
    if (line.part_of !== null || line.amount_yen === null) continue
    const key = `${line.item_no} ${line.fiscal_year}`
    years.set(key, [...(years.get(key) ?? []), line])
  }
  return [...years.values()]
}
