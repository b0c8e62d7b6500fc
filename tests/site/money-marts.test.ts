import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse(inject('site').warehouse)
})

function sum(rows: readonly Readonly<Record<string, unknown>>[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

describe('views behind 効果額 and 寄附・資産', () => {
  it('give each item the total that the warehouse computed for it', () => {
    const items = warehouse.mart('effect_years_by_item')
    const totals = warehouse.table('effectTotals')
    expect(items).toHaveLength(6)
    for (const item of items) expect(item.total_yen).toBe(totals.find(({ item_no }) => item_no === item.item_no)?.computed_yen)
  })

  it('split each year into kinds that add up to all of it', () => {
    const all = warehouse.mart('effect_years_by_kind').filter(({ kind }) => kind === 'all')
    const shares = warehouse.mart('effect_years_by_kind_shares')
    expect(all).toHaveLength(3)
    for (const year of all) {
      const kinds = shares.filter(({ fiscal_year }) => fiscal_year === year.fiscal_year)
      expect(sum(kinds, 'cumulative_yen')).toBe(year.cumulative_yen)
      expect(sum(kinds, 'share_percent')).toBeCloseTo(100, 0)
    }
  })

  it('count as many donations, and as much, as the total that the document prints', () => {
    const years = warehouse.mart('gift_years')
    expect(sum(years, 'gifts')).toBe(122_970)
    expect(sum(years, 'amount_yen')).toBe(1_794_443_829)
    expect(years.at(-1)?.cumulative_mean_yen).toBe(14_593)
  })

  it('make sales and leases of a year the effect of the item', () => {
    const effects = warehouse.mart('effect_years').filter(({ item_no }) => item_no === 20)
    const all = warehouse.mart('asset_years').filter(({ kind }) => kind === 'all')
    expect(all.map(({ amount_yen }) => amount_yen)).toEqual(effects.map(({ amount_yen }) => amount_yen))
  })

  it('count the contracts of the regions as those of the year', () => {
    const regions = warehouse.mart('asset_years_by_region')
    const years = warehouse.mart('asset_years').filter(({ kind }) => kind !== 'all')
    expect(years).toHaveLength(6)
    for (const year of years)
      expect(
        sum(
          regions.filter(({ kind, fiscal_year }) => kind === year.kind && fiscal_year === year.fiscal_year),
          'contracts',
        ),
      ).toBe(year.contracts)
  })

  it('never make parts more than their whole', () => {
    for (const part of warehouse.mart('effect_parts')) expect(Number(part.amount_yen)).toBeLessThanOrEqual(Number(part.whole_yen))
  })
})
