import { compare, grouped, type Rule, total, yearOf } from './check.ts'

/** The contracts of a year's sales or leases = the sum over the areas listed. */
export const assetContracts: Rule = ({ readings }) => {
  const areasOf = grouped(
    readings.assets.filter(({ region }) => region !== null),
    totalOf,
  )
  return readings.assets.flatMap((whole) => {
    const areas = areasOf.get(totalOf(whole))
    if (whole.region !== null || whole.contracts === null || !areas) return []
    const statement = `${whole.kind === 'sale' ? '売却' : '貸付'}件数と地域別の合計 (件)`
    return [compare('asset-contracts', whole, whole.contracts, total(areas.map(({ contracts }) => contracts)), statement)]
  })
}

function totalOf(row: { item_no: number; fiscal_year: number; kind: string }): string {
  return `${yearOf(row)} ${row.kind}`
}
