import { RatedItemsChart } from '../charts/rated-items-chart.ts'
import { ComputedNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import { ratingName } from '../markup/rating-mark.ts'
import { CardSection } from './card.ts'
import { itemHref } from './item-links.ts'
import { supportCounts } from './rating-support.ts'
import { itemsByRating, missingHeads, RatingCount } from './ratings.ts'
import { RatingLines } from './support.ts'

/** How many items have which rating. Nothing where none is rated. */
export function distributionCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const ratings = itemsByRating(warehouse)
  if (ratings.length === 0) return undefined
  const largest = Math.max(...ratings.map(({ items }) => items.length))
  const most = ratings.filter(({ items }) => items.length === largest)
  const counts = supportCounts(warehouse)
  const share = (rating: string) => counts.find((row) => row.rating === rating)?.share_percent ?? null
  const rated = ratings.reduce((sum, { items }) => sum + items.length, 0)
  const groups = ratings.map(({ rating, items }) => ({
    name: ratingName(rating),
    count: `${items.length}件 ${formatNumber(share(rating), 1)}%`,
    items: items.map((item) => ({ ...item, href: itemHref(item.itemNo) })),
  }))
  const label = `評価ごとの項目。${ratings.map(({ rating, items }) => `${rating} ${items.length}件`).join('、')}`
  return CardSection(page, {
    id: 'distribution',
    tables: ['items'],
    width: 'half',
    finding: html`最も多い評価は${most.map((rating, index) => html`${index > 0 && '、'}${rating.rating}で${RatingCount(page, rating)}件`)}`,
    scope: `総括評価 (印刷されたまま)、評価のある${rated}項目、件。四角1つが1項目。`,
    chart: (size) =>
      RatedItemsChart(
        label,
        groups,
        ratings.map(({ rating }) => rating),
        size,
      ),
    note: missingHeads(warehouse),
    table: {
      head: ['評価', '項目数 (件)', '割合 (%)', '項目'],
      rows: ratings.map((rating) => [
        ratingName(rating.rating),
        { value: rating.items.length, shown: RatingCount(page, rating) },
        { value: share(rating.rating), shown: ShareNumber(page, rating, rated, share(rating.rating)) },
        {
          value: rating.items.map(({ itemNo }) => `No.${itemNo}`).join('、'),
          shown: html`${rating.items.map(({ itemNo }, index) => html`${index > 0 && '、'}<a href="${itemHref(itemNo)}">No.${itemNo}</a>`)}`,
        },
      ]),
    },
    source: RatingLines(warehouse.table('items')),
  })
}

function ShareNumber(page: PageContext, rating: ReturnType<typeof itemsByRating>[number], rated: number, share: number | null): Html {
  const text = `${formatNumber(share, 1)}%`
  return ComputedNumber(page, text, {
    formula: '評価の項目数 ÷ 評価のある項目の数 × 100、小数第1位に丸める',
    operands: [
      { name: `${rating.rating}の項目`, number: RatingCount(page, rating, `${rating.items.length}件`) },
      { name: '評価のある項目', number: html`${rated}件` },
    ],
    result: text,
  })
}
