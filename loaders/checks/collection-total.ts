import { readCollectionTotals } from '../records/collections.ts'
import { compare, type Rule, total } from './check.ts'

/** 納付額合計 = sum of the claims listed for the year. */
export const collectionTotal: Rule = ({ items, readings }) =>
  items.flatMap((item) =>
    readCollectionTotals(item).flatMap(({ fiscalYear, yen, words }) => {
      const claims = readings.collections.filter((claim) => claim.item_no === item.no && claim.fiscal_year === fiscalYear)
      if (claims.length === 0) return []
      const at = { item_no: item.no, fiscal_year: fiscalYear, words }
      return [compare('collection-total', at, yen, total(claims.map(({ amount_yen }) => amount_yen)), '納付額合計と債権ごとの納付額の合計 (円)')]
    }),
  )
