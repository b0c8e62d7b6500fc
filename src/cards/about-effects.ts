import type { Row } from '../../loaders/dictionary/tables.ts'
import { SumNumber } from '../evidence/changes.ts'
import { ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber } from '../format/numbers.ts'
import { bothYears } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { EffectNumber, effectYears } from './effects.ts'
import { itemHref } from './item-links.ts'

/** Where a printed total of effects is not the computed one: both, for each item. */
export function effectTotalsApart(page: PageContext): Html | undefined {
  const apart = page.warehouse
    .table('effectTotals')
    .filter(({ published_yen, computed_yen }) => published_yen !== null && computed_yen !== null && published_yen !== computed_yen)
  if (apart.length === 0) return undefined
  return html`この文書では、${apart.map((total, index) => html`${index > 0 && '、'}<a href="${itemHref(total.item_no)}">No.${total.item_no}</a>で、印刷された総計${ReadNumber(page, `${formatNumber(total.published_yen)}円`, total, total.published_yen)}が計算した総計${ComputedTotal(page, total)}と違う`)}。`
}

function ComputedTotal(page: PageContext, { item_no, computed_yen }: Row<'effectTotals'>): Html {
  const operands = effectYears(page.warehouse)
    .filter((row) => row.item_no === item_no)
    .map((row) => ({ name: bothYears(row.fiscal_year), number: EffectNumber(page, row) }))
  return SumNumber(page, `${formatNumber(computed_yen)}円`, computed_yen ?? 0, '円', operands, '各年度の効果額の合計 (内数は二重に数えない)')
}
