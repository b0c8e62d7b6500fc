import { compare, type Rule, total } from './check.ts'

/** The contracts of a year's sales or leases = the sum over the areas listed. */
export const assetContracts: Rule = ({ readings }) =>
  readings.assets.flatMap((whole) => {
    if (whole.region !== null || whole.contracts === null) return []
    const areas = readings.assets.filter(
      (area) => area.region !== null && area.item_no === whole.item_no && area.fiscal_year === whole.fiscal_year && area.kind === whole.kind,
    )
    if (areas.length === 0) return []
    const statement = `${whole.kind === 'sale' ? '売却' : '貸付'}件数と地域別の合計 (件)`
    return [compare('asset-contracts', whole, whole.contracts, total(areas.map(({ contracts }) => contracts)), statement)]
  })
