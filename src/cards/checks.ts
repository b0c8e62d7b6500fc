import { Card } from '../components/card.ts'
import { type Html, html } from '../components/html.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatNumber } from '../format/numbers.ts'
import { checkTotals } from './overview.ts'

/** 照合: how many pairs of numbers agree, and each that does not, with both numbers and its line. */
export function checksCard(warehouse: Warehouse): Html | undefined {
  const { compared, differs } = checkTotals(warehouse)
  if (compared === 0) return undefined
  const different = warehouse.table('checks').filter(({ outcome }) => outcome === 'differs')
  const missing = warehouse.table('checks').filter(({ outcome }) => outcome === 'missing')
  return Card({
    id: 'checks',
    finding: differs === 0 ? `数字${compared}組はすべて一致` : `数字${compared}組のうち${differs}組が食い違う`,
    scope: '文書の中で2度述べられた数字、または合計と内訳の突き合わせ。食い違いは文書の側にあり、どちらの数字も残している。',
    body: html`<ul class="findings">
${different.map(({ item_no, message, source_line }) => html`<li><b>No.${item_no}</b> ${message} <small>原文${source_line}行</small></li>`)}
${missing.map(({ message, source_line }) => html`<li>${message} <small>原文${source_line}行</small></li>`)}
</ul>`,
    table: {
      head: ['規則', '一致', '相違', '欠落'],
      rows: (warehouse.mart('check_counts') as unknown as readonly { rule: string; agrees: number; differs: number; missing: number }[]).map((row) => [
        row.rule,
        formatNumber(row.agrees),
        formatNumber(row.differs),
        formatNumber(row.missing),
      ]),
    },
    source: '文書全体',
  })
}
