import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatChange, formatNumber, formatPercentChange, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { scopeWords } from './effect-kinds.ts'
import { ComputedTotal } from './effects.ts'
import { ItemName, itemHref, sourceLines } from './item-links.ts'

interface TotalGapRow {
  item_no: number
  title: string
  published_yen: number
  computed_yen: number
  gap_yen: number
  gap_percent: number | null
  parts_yen: number | null
  counts_parts_twice: boolean
}

function totalGaps(warehouse: Warehouse): readonly TotalGapRow[] {
  return warehouse.mart('effect_total_gaps') as unknown as readonly TotalGapRow[]
}

/** Printed totals against the sum of their years. Nothing where no total is printed. */
export function effectTotalsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const totals = totalGaps(warehouse)
  if (totals.length === 0) return undefined
  const wrong = totals.filter(({ gap_yen }) => gap_yen !== 0)
  return CardSection(page, {
    id: 'totals',
    tables: ['effectTotals', 'effects'],
    finding:
      wrong.length === 0
        ? html`印刷された総計<a class="read" href="#totals">${totals.length}件</a>は、すべて各年度の合計と一致`
        : html`印刷された総計<a class="read" href="#totals">${totals.length}件</a>のうち<a class="read" href="#totals">${wrong.length}件</a>が、各年度の合計と食い違う`,
    scope: html`${scopeWords(page)}。文書の「総計」と、各年度の効果額を足した計算値。このページの数字はすべて計算値による。`,
    note: wrong.length > 0 ? html`${wrong.map((total) => TotalNote(page, total))}` : undefined,
    table: {
      head: ['項目', '印刷された総計 (円)', '計算した総計 (円)', '差 (円)', '差 (%)', '照合'],
      rows: totals.map((total) => [
        { value: `No.${total.item_no} ${total.title}`, shown: ItemName(total) },
        { value: total.published_yen, shown: PublishedTotal(page, total) },
        { value: total.computed_yen, shown: ComputedTotal(page, total.item_no, total.computed_yen, formatNumber(total.computed_yen)) },
        { value: total.gap_yen, shown: GapNumber(page, total) },
        { value: total.gap_percent, shown: GapPercent(page, total) },
        total.gap_yen === 0 ? '一致' : total.counts_parts_twice ? '▼ 相違: 内数を二重に数えている' : '▼ 相違',
      ]),
    },
    source: sourceLines(warehouse.table('effectTotals')),
  })
}

function TotalNote(page: PageContext, total: TotalGapRow): Html {
  return html`<a href="${itemHref(total.item_no)}">No.${total.item_no}</a>の総計は${PublishedTotal(page, total)}円と印刷されているが、各年度の合計は${ComputedTotal(page, total.item_no, total.computed_yen)}。${
    total.counts_parts_twice
      ? html`差の${GapNumber(page, total, formatNumber(Math.abs(total.gap_yen)))}円は内数 (うち) の額と同じで、内数を二重に数えたと見られる。`
      : html`差は${GapNumber(page, total)}円。`
  }`
}

function PublishedTotal(page: PageContext, { item_no, published_yen }: TotalGapRow): Html {
  const row = page.warehouse.table('effectTotals').find((total) => total.item_no === item_no)
  return row ? ReadNumber(page, formatNumber(published_yen), row, published_yen) : html`${noData}`
}

function GapNumber(page: PageContext, total: TotalGapRow, text = formatChange(total.gap_yen)): Html {
  return ComputedNumber(page, text, {
    formula: '印刷された総計 − 計算した総計',
    operands: [
      { name: '印刷された総計', number: PublishedTotal(page, total) },
      { name: '計算した総計', number: ComputedTotal(page, total.item_no, total.computed_yen) },
    ],
    result: `${formatChange(total.gap_yen)}円`,
  })
}

function GapPercent(page: PageContext, total: TotalGapRow): Html | string {
  if (total.gap_percent === null) return noData
  const text = formatPercentChange(total.gap_percent)
  return ComputedNumber(page, text, {
    formula: '(印刷された総計 − 計算した総計) ÷ 計算した総計 × 100、小数第1位に丸める',
    operands: [
      { name: '印刷された総計', number: PublishedTotal(page, total) },
      { name: '計算した総計', number: ComputedTotal(page, total.item_no, total.computed_yen) },
    ],
    result: text,
  })
}
