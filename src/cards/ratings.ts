import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { type Html, html } from '../markup/html.ts'
import { itemHref } from './item-links.ts'

/** An item with its rating and where the rating stands. */
export interface RatedItem {
  itemNo: number
  title: string
  department: string
  rating: string
  ratingLine: number
}

/** Items of each rating, in the order of the ratings. */
export function itemsByRating(warehouse: Warehouse): { rating: string; items: RatedItem[] }[] {
  const counts = warehouse.mart('rating_counts') as unknown as readonly { rating: string }[]
  return counts.map(({ rating }) => ({
    rating,
    items: warehouse
      .table('items')
      .filter((item) => item.rating === rating)
      .map((item) => ({
        itemNo: item.item_no,
        title: item.title ?? '',
        department: item.lead_department ?? '',
        rating,
        ratingLine: item.rating_source_line ?? item.source_line,
      })),
  }))
}

/** How many items have a rating, with the items and where each rating stands. */
export function RatingCount(page: PageContext, { rating, items }: { rating: string; items: readonly RatedItem[] }, text = String(items.length)): Html {
  return ComputedNumber(page, text, {
    formula: `総括評価が${rating}の項目を数える`,
    operands: items.map(({ itemNo, title, ratingLine }) => ({ name: `No.${itemNo} ${title}`, number: ReadWords(rating, { source_line: ratingLine }) })),
    result: `${items.length}件`,
  })
}

/** The items whose pages are missing in part, in words; undefined where none is. */
export function missingHeads(warehouse: Warehouse): Html | undefined {
  const items = warehouse.table('items').filter(({ complete }) => !complete)
  if (items.length === 0) return undefined
  return html`${items.map(({ item_no, title }, index) => html`${index > 0 && '、'}<a href="${itemHref(item_no)}">No.${item_no}「${title ?? ''}」</a>`)}は文書のページが欠けている。残っている部分だけを示す。`
}
