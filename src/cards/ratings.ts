import { Card } from '../components/card.ts'
import { type Html, html } from '../components/html.ts'
import { RatingsBoard } from '../components/ratings-board.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../page.ts'
import { itemHref } from './sources.ts'

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

/** 評価: items by rating. Nothing where none is rated yet. */
export function ratingsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const ratings = itemsByRating(warehouse)
  const most = [...ratings].sort((a, b) => b.items.length - a.items.length)[0]
  if (!most) return undefined
  const rated = warehouse.table('items').filter(({ rating }) => rating !== null)
  return Card(page, {
    id: 'ratings',
    tables: ['items'],
    finding: html`評価は${ratings.map((rating, index) => html`${index > 0 && '、'}${rating.rating} ${RatingCount(page, rating)}件`)}。最も多いのは${most.rating}`,
    scope: `総括評価 (印刷された評価のまま)、${rated.length}項目、項目の記入担当課つき。`,
    body: RatingsBoard(page, ratings),
    note: missingHeads(warehouse),
    source: html`各項目の総括評価の欄 原文${rated.map(({ rating_source_line }, index) => html`${index > 0 && '・'}${ReadWords(String(rating_source_line), { source_line: rating_source_line ?? 1 })}`)}行`,
  })
}

/** The items whose pages are missing in part, in words; undefined where none is. */
export function missingHeads(warehouse: Warehouse): Html | undefined {
  const items = warehouse.table('items').filter(({ complete }) => !complete)
  if (items.length === 0) return undefined
  return html`${items.map(({ item_no, title }, index) => html`${index > 0 && '、'}<a href="${itemHref(item_no)}">No.${item_no}「${title ?? ''}」</a>`)}は文書のページが欠けている。残っている部分だけを示す。`
}
