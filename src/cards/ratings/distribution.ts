import { RatedItemsChart } from '../../charts/rated-items-chart.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { ratingName } from '../../format/ratings.ts'
import { joinWords, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemNosCell } from '../item-links.ts'
import { itemBox, missingHeads, RatingCount, RatingLines, scaleNote } from './ratings.ts'

/** How many items have which rating. Nothing where none is rated. */
export function distributionCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const ratings = warehouse.mart('rating_counts')
  const [first] = ratings
  if (!first) return undefined
  const largest = Math.max(...ratings.map(({ items }) => items))
  const most = ratings.filter(({ items }) => items === largest).map((row) => phrase`${row.rating}で${RatingCount(page, row)}件`)
  const groups = ratings.map(({ rating, items, share_percent, item_keys }) => ({
    name: ratingName(rating),
    count: `${items}件 ${formatNumber(share_percent, 1)}%`,
    items: warehouse.rowsOf('items', item_keys).map((item) => itemBox(page, item)),
  }))
  const label = `評価ごとの項目。${ratings.map(({ rating, items }) => `${rating} ${items}件`).join('、')}`
  return {
    id: 'distribution',
    terms: ['rating'],
    tables: ['items'],
    width: 'half',
    finding: phrase`最も多い評価は${joinWords(most, '、')}`,
    scope: `文書に記載された総括評価、評価のある${first.rated_items}項目、件。四角1つが1項目。${scaleNote(page) ?? ''}`,
    chart: (size) =>
      RatedItemsChart(
        label,
        groups,
        ratings.map(({ rating }) => rating),
        size,
      ),
    note: missingHeads(page),
    table: {
      head: ['評価', '項目数 (件)', '割合 (%)', '項目'],
      rows: ratings.map((row) => [
        ratingName(row.rating),
        factCell(page, page.fact(row, 'items')),
        factCell(page, page.fact(row, 'share_percent')),
        itemNosCell(page, warehouse.rowsOf('items', row.item_keys)),
      ]),
    },
    source: RatingLines(page, warehouse.table('items')),
  }
}
