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

  it('split each year into donations, what varies and what can be compared, which add up to all of it', () => {
    const years = warehouse.mart('effect_years_by_comparison')
    const all = years.filter(({ comparison }) => comparison === 'all')
    expect(all.map(({ amount_yen }) => amount_yen)).toEqual([702_487_920, 727_184_971, 1_288_499_412])
    for (const year of all) {
      const parts = years.filter(({ comparison, fiscal_year }) => comparison !== 'all' && fiscal_year === year.fiscal_year)
      expect(parts).toHaveLength(3)
      expect(sum(parts, 'amount_yen')).toBe(year.amount_yen)
      expect(sum(parts, 'cumulative_yen')).toBe(year.cumulative_yen)
      expect(sum(parts, 'items')).toBe(year.items)
      expect(sum(parts, 'share_percent')).toBeCloseTo(100, 0)
    }
  })

  it('compare the four items whose effect is the same in each year, all of which fell in 令和4', () => {
    const comparable = warehouse.mart('effect_years_by_comparison').filter(({ comparison }) => comparison === 'comparable')
    // 68,307,000 + 28,314,453 + 61,662,426 + 6,409,595 and so on, of No.17, 18, 20 and 22
    expect(comparable.map(({ amount_yen }) => amount_yen)).toEqual([164_693_474, 154_401_138, 83_729_862])
    expect(comparable.map(({ change_percent }) => change_percent)).toEqual([null, -6.2, -45.8])
    expect(comparable.map(({ items, risen_items, fallen_items }) => [items, risen_items, fallen_items])).toEqual([
      [4, 0, 0],
      [4, 2, 2],
      [4, 0, 4],
    ])
  })

  it('state no rate where the name changed, nor of what is no single thing', () => {
    expect(warehouse.mart('effect_item_years').flatMap(({ item_no, change_percent }) => (item_no === 21 ? [change_percent] : []))).toEqual([null, null, null])
    const rates = warehouse.mart('effect_years_by_comparison').filter(({ comparison }) => comparison === 'varying' || comparison === 'all')
    expect(rates.filter(({ change_percent }) => change_percent !== null)).toEqual([])
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
