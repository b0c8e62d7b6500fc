import { Card } from '../components/card.ts'
import type { Html } from '../components/html.ts'
import { RatingsBoard } from '../components/ratings-board.ts'
import type { Warehouse } from '../data/warehouse.ts'

/** Items of each rating, in the order of the ratings. */
export function itemsByRating(warehouse: Warehouse): { rating: string; items: { itemNo: number; title: string; department: string }[] }[] {
  const counts = warehouse.mart('rating_counts') as unknown as readonly { rating: string }[]
  return counts.map(({ rating }) => ({
    rating,
    items: warehouse
      .table('items')
      .filter((item) => item.rating === rating)
      .map(({ item_no, title, lead_department }) => ({ itemNo: item_no, title: title ?? '', department: lead_department ?? '' })),
  }))
}

/** 評価: items by rating. Nothing where none is rated yet. */
export function ratingsCard(warehouse: Warehouse): Html | undefined {
  const ratings = itemsByRating(warehouse)
  const most = [...ratings].sort((a, b) => b.items.length - a.items.length)[0]
  if (!most) return undefined
  const rated = warehouse.table('items').filter(({ rating }) => rating !== null)
  return Card({
    id: 'ratings',
    finding: `評価は${ratings.map(({ rating, items }) => `${rating} ${items.length}件`).join('、')}。最も多いのは${most.rating}`,
    scope: `総括評価 (印刷された評価のまま)、${rated.length}項目、項目の記入担当課つき。`,
    body: RatingsBoard(ratings),
    note: missingHeads(warehouse),
    source: `各項目の総括評価の欄 原文${rated.map(({ rating_source_line }) => rating_source_line).join('・')}行`,
  })
}

function missingHeads(warehouse: Warehouse): string | undefined {
  const items = warehouse.table('items').filter(({ complete }) => !complete)
  if (items.length === 0) return undefined
  return `${items.map(({ item_no, title }) => `No.${item_no}「${title ?? ''}」`).join('、')}は文書のページが欠けている。残っている部分だけを示す。`
}
