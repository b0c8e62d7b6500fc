import { grouped } from '../document/grouped.ts'
import { type AssetRecord, addendsOf, assets } from '../records/assets.ts'
import { compare, type Finding, type Operand, type Rule, yearOf } from './check.ts'

/** The contracts of a year's sales or leases = the sum over the areas listed. */
export const assetContracts = {
  id: 'asset-contracts',
  title: '件数 = 地域別の合計',
  tables: [assets],
  compares: true,
  find({ rows }) {
    const areasOf = grouped(
      rows(assets).filter(({ region }) => region !== null),
      totalOf,
    )
    return rows(assets).flatMap((whole): Finding[] => {
      const areas = areasOf.get(totalOf(whole))
      if (whole.region !== null || whole.contracts === null || !areas) return []
      const name = `${whole.kind === 'sale' ? '売却' : '貸付'}件数`
      return [
        compare({
          at: whole,
          statement: `${name}と地域別の合計 (件)`,
          published: contractsOf(whole, name),
          formula: 'sum',
          computed: areas.flatMap((area) => contractsOf(area, area.region ?? '')),
        }),
      ]
    })
  },
} as const satisfies Rule

function contractsOf(asset: AssetRecord, name: string): Operand[] {
  return addendsOf(asset, 'contracts').map((addend) => ({ name, ...addend }))
}

function totalOf(row: { item_no: number; fiscal_year: number; kind: string }): string {
  return `${yearOf(row)} ${row.kind}`
}
