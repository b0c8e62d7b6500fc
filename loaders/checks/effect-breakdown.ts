import { compare, grouped, type Rule, total, yearOf } from './check.ts'

/** A year's effect, its lines together = the sales and leases, or the collected claims, that the results of the year state. */
export const effectBreakdown: Rule = ({ readings }) => {
  const wholes = readings.effects.filter(({ part_of, amount_yen }) => part_of === null && amount_yen !== null)
  const assets = grouped(
    readings.assets.filter(({ region }) => region === null),
    yearOf,
  )
  const claims = grouped(readings.collections, yearOf)
  return [...grouped(wholes, yearOf)].flatMap(([year, [first, ...others]]) => {
    if (!first) return []
    const effect = total([first, ...others].map(({ amount_yen }) => amount_yen))
    return [[assets.get(year), '効果額と売却額・貸付額の合計 (円)'] as const, [claims.get(year), '効果額と債権ごとの納付額の合計 (円)'] as const].flatMap(
      ([rows, statement]) => (rows ? [compare('effect-breakdown', first, effect, total(rows.map(({ amount_yen }) => amount_yen)), statement)] : []),
    )
  })
}
