import type { Warehouse } from '../../data/warehouse.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ratingName } from '../../format/ratings.ts'
import type { Card } from '../card.ts'

const columns = ['with_figures', 'without_figures', 'with_effects', 'with_compared'] as const

/** For each rating, how many of its items have a number, an effect or a target behind them. */
export function supportByRatingCard(page: PageContext): Card | undefined {
  const counts = page.warehouse.mart('support_by_rating').filter(({ rating }) => rating !== 'all')
  if (counts.length === 0) return undefined
  return {
    id: 'support-by-rating',
    tables: ['items', 'figures'],
    width: 'half',
    finding: supportFinding(page.warehouse),
    scope: '評価ごとに、根拠になる数字や目標のある項目の数、件。数字は実績・振り返り・効果に書かれたもの。',
    note: '数字の多さは評価の良し悪しではない。',
    table: {
      head: ['評価', '数字あり', '数字なし', '効果額あり', '目標と比べられる'],
      rows: counts.map((row) => [ratingName(row.rating), ...columns.map((column) => factCell(page, page.fact(row, column)))]),
    },
    source: '各項目の実績・振り返り・効果の欄',
  }
}

/** For how many items there is no number, and how those were rated. */
function supportFinding(warehouse: Warehouse): string {
  const counts = warehouse.mart('support_by_rating')
  const all = counts.find(({ rating }) => rating === 'all')
  const without = counts.filter(({ rating, without_figures }) => rating !== 'all' && without_figures > 0)
  if (!all || all.without_figures === 0) return `${all?.items ?? 0}項目すべてに数字がある`
  if (all.without_figures === all.items) return '数字の書かれた項目がない'
  const ratings = without.map(({ rating, without_figures }) => `${rating}が${without_figures}件`).join('、')
  return `数字が1つも書かれていない項目は${all.items}件のうち${all.without_figures}件${ratings && `。その評価は${ratings}`}`
}
