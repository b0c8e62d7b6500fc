import { ReadWords } from '../../evidence/numbers.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'
import { CardSection } from '../card.ts'
import { itemHref } from '../item-links.ts'
import { checkTotals } from '../overview/lead.ts'

/** The rules in the words of the office. */
export const ruleNames: Readonly<Record<string, string>> = {
  'effect-total': '効果額の総計 = 各年度の合計',
  'effect-year-total': '効果額の計 = その年度の効果の合計',
  'effect-breakdown': '効果額 = 売却・貸付または債権の合計',
  'collection-total': '納付額合計 = 債権ごとの合計',
  'asset-contracts': '件数 = 地域別の合計',
  'training-breakdown': '研修の人数 = 内訳の合計',
  'reemployment-total': '再任用 = フルタイム + 短時間',
  'response-rate': '回答率 = 回答者 ÷ 対象者',
  'score-change': '前年度との差 = 総合点の差',
  'score-agreement': '総合点の2つの記述',
  'staffing-agreement': '職員数の2つの記述',
  'rating-scale': '評価が評価の段階にある',
  'figure-role': '何の数字か分かる',
  'section-present': '項目の節がある',
  'part-present': '項目の部分がある',
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
      rows: (warehouse.mart('check_counts') as unknown as readonly { rule: string; agrees: number; differs: number; missing: number }[]).map((row) => [
        ruleNames[row.rule] ?? row.rule,
        { value: row.agrees, shown: formatNumber(row.agrees) },
        { value: row.differs, shown: formatNumber(row.differs) },
        { value: row.missing, shown: formatNumber(row.missing) },
      ]),
    },
    source: '文書全体',
  })
}
