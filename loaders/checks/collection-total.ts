import { grouped } from '../document/grouped.ts'
import { type CollectionRecord, type CollectionTotal, collections, readCollectionTotals } from '../records/collections.ts'
import type { Item } from '../structure/item.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { compare, type Finding, noNumbers, operand, type Rule } from './check.ts'

/** 納付額合計 = sum of the claims listed for the year; a sum whose list is not there, while other years have theirs, misses it. */
export const collectionTotal = {
  id: 'collection-total',
  title: '納付額合計 = 債権ごとの合計',
  tables: [collections],
  compares: true,
  find({ items, rows }) {
    const claimsOf = grouped(rows(collections), ({ item_no }) => item_no)
    return items.flatMap((item) => {
      const claims = claimsOf.get(item.no)
      return claims ? readCollectionTotals(item).map((stated) => finding(item, stated, claims)) : []
    })
  },
} as const satisfies Rule

function finding({ no: item_no, code }: Item, { fiscalYear, yen, words }: CollectionTotal, claims: readonly CollectionRecord[]): Finding {
  const ofYear = claims.filter(({ fiscal_year }) => fiscal_year === fiscalYear)
  const at = { item_no, fiscal_year: fiscalYear, words }
  const published = operand('納付額合計', yen, words)
  if (ofYear.length > 0)
    return compare({
      at,
      statement: '納付額合計と債権ごとの納付額の合計 (円)',
      published,
      formula: 'sum',
      computed: ofYear.flatMap(({ claim, amount_yen, amount_yen_figure_no }) => operand(claim, amount_yen, amount_yen_figure_no)),
    })
  return {
    ...noNumbers,
    ...at,
    outcome: 'missing',
    message: `${itemLabel(item_no, code)}の${fiscalYear}年度の債権ごとの納付額がない`,
    published: yen,
    operands: { published, computed: [] },
  }
}
