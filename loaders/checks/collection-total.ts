import { type CollectionTotal, readCollectionTotals } from '../records/collections.ts'
import type { Reading } from '../records/item.ts'
import { compare, type Finding, grouped, type Rule, total } from './check.ts'

/** 納付額合計 = sum of the claims listed for the year; a sum whose list is not there, while other years have theirs, misses it. */
export const collectionTotal: Rule = ({ items, readings }) => {
  const claimsOf = grouped(readings.collections, ({ item_no }) => item_no)
  return items.flatMap((item) => {
    const claims = claimsOf.get(item.no)
    return claims ? readCollectionTotals(item).map((stated) => finding(item.no, stated, claims)) : []
  })
}

function finding(item_no: number, { fiscalYear, yen, words }: CollectionTotal, claims: readonly Reading<'collections'>[]): Finding {
  const ofYear = claims.filter(({ fiscal_year }) => fiscal_year === fiscalYear)
  const at = { item_no, fiscal_year: fiscalYear, words }
  if (ofYear.length > 0)
    return compare('collection-total', at, yen, total(ofYear.map(({ amount_yen }) => amount_yen)), '納付額合計と債権ごとの納付額の合計 (円)')
  return {
    rule: 'collection-total',
    ...at,
    outcome: 'missing',
    published: yen,
    computed: null,
    message: `No.${item_no}の${fiscalYear}年度の債権ごとの納付額がない`,
  }
}
