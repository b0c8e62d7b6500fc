import { compare, type Rule, total } from './check.ts'

/** A year's effect = the sales and leases, or the collected claims, that the results of the year state. */
export const effectBreakdown: Rule = ({ readings }) =>
  readings.effects
    .filter((effect) => effect.part_of === null && effect.amount_yen !== null)
    .flatMap((effect) => {
      const isSame = (row: { item_no: number; fiscal_year: number }) => row.item_no === effect.item_no && row.fiscal_year === effect.fiscal_year
      const assets = readings.assets.filter((asset) => isSame(asset) && asset.region === null)
      const claims = readings.collections.filter(isSame)
      return [[assets, '効果額と売却額・貸付額の合計 (円)'] as const, [claims, '効果額と債権ごとの納付額の合計 (円)'] as const].flatMap(([rows, statement]) =>
        rows.length > 0 ? [compare('effect-breakdown', effect, effect.amount_yen as number, total(rows.map(({ amount_yen }) => amount_yen)), statement)] : [],
      )
    })
