import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { hindranceNames } from '../../../loaders/warehouse/marts/lines.ts'
import { factCell } from '../../evidence/fact-number.ts'
import { editionOf } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { html } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { itemCell } from '../item-links.ts'
import { LineWords } from '../items/line-words.ts'

type LineTotal = MartRow<'line_totals'>

/** Effects of items that other plans have too, added up over the plans where they can be. Nothing where there is none. */
export function effectLinesCard(page: PageContext): Card | undefined {
  const { plan } = page.warehouse
  const totals = page.warehouse.mart('line_totals').filter(({ plan_id }) => plan_id === plan.plan_id)
  if (totals.length === 0) return undefined
  const summed = totals.filter(({ total_yen }) => total_yen !== null).length
  const plans = [...new Set(totals.flatMap(({ year_keys }) => year_keys.map(({ plan_id }) => String(plan_id))))]
  return {
    id: 'effect-lines',
    tables: ['effects'],
    finding: `前後のプランにも効果額がある項目は${totals.length}項目、うち合計できるのは${summed}項目`,
    scope:
      '同じ項目の効果額を、前後のプランと合わせた。どの年度でも効果の名前が同じで、同じ年度を2つのプランが書いていないときだけ合計する。年度ごとの値は項目のページにある。',
    table: {
      head: ['項目', '前後のプラン', '効果額のある年度', '合わせた効果額 (円)'],
      rows: totals.map((total) => [itemCell(page, total), planCell(page, total), `${total.years}年度`, totalCell(page, total)]),
    },
    source: html`${plans.map((planId, index) => html`${index > 0 && '、'}${editionOf(page, planId).source_name}`)}`,
  }
}

function planCell(page: PageContext, { item_no }: LineTotal): Cell {
  const item = page.warehouse.table('items').find((other) => other.item_no === item_no) as Row<'items'>
  const words = LineWords(page, item)
  return words ? { value: words.plain, shown: words } : ''
}

/** The effects of all plans together, or why they are not added up. */
function totalCell(page: PageContext, total: LineTotal): Cell {
  const fact = page.fact(total, 'total_yen')
  return fact ? factCell(page, fact) : `合計しない (${hindranceNames[total.hindrance as keyof typeof hindranceNames]})`
}
