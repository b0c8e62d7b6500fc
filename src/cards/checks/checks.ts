import { type Check, type RuleId, ruleTitle } from '../../../loaders/checks/rules.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { ReadWords } from '../../evidence/numbers.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import { CardSection } from '../card.ts'
import { itemHref } from '../item-links.ts'
import { checkTotals } from '../overview/lead.ts'

/** The checks of the plan. */
export function checksOf(warehouse: Pick<Warehouse, 'table'>): readonly Check[] {
  return warehouse.table('checks') as readonly Check[]
}

/** 照合: how many pairs of numbers agree, and each that does not, with both numbers and its line. */
export function checksCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const { compared, differs } = checkTotals(warehouse)
  if (compared === 0) return undefined
  const noted = warehouse.table('checks').filter(({ outcome }) => outcome !== 'agrees')
  const order = { differs: 0, missing: 1, agrees: 2 } as const
  const sorted = [...noted].sort((a, b) => order[a.outcome as keyof typeof order] - order[b.outcome as keyof typeof order])
  return CardSection(page, {
    id: 'checks',
    tables: ['checks'],
    finding: differs === 0 ? `数字${compared}組はすべて一致` : `数字${compared}組のうち${differs}組が食い違う`,
    scope: '文書の中で2度述べられた数字、または合計と内訳の突き合わせ。食い違いは文書の側にあり、どちらの数字も残している。',
    body: html`<ul class="findings">${sorted.map(
      ({ item_no, outcome, message, source_line }) =>
        html`<li><b>${outcome === 'differs' ? '相違' : '欠落'}</b> ${item_no !== null && html`<a href="${itemHref(item_no)}">No.${item_no}</a>`} ${message} ${source_line !== null && html`<small>${ReadWords(`原文${source_line}行`, { source_line })}</small>`}</li>`,
    )}</ul>`,
    table: {
      head: ['規則', '一致', '相違', '欠落'],
      rows: (warehouse.mart('check_counts') as unknown as readonly { rule: RuleId; agrees: number; differs: number; missing: number }[]).map((row) => [
        ruleTitle(row.rule),
        { value: row.agrees, shown: formatNumber(row.agrees) },
        { value: row.differs, shown: formatNumber(row.differs) },
        { value: row.missing, shown: formatNumber(row.missing) },
      ]),
    },
    source: '文書全体',
  })
}
