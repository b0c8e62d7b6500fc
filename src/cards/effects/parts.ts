import { YearBarsChart } from '../../charts/year-bars-chart.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { LabelOfItem } from '../../evidence/sentences.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { commonYenUnit, formatYenIn } from '../../format/yen-units.ts'
import { phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, itemHref, sourceLines } from '../item-links.ts'
import { scopeWords, Yen } from './effects.ts'

/** うち: what a part is of, its share, hatched inside its whole. Nothing where no effect states a part. */
export function effectPartsCard(page: PageContext): Card | undefined {
  const parts = page.warehouse.mart('effect_parts')
  const largest = [...parts].sort((a, b) => b.amount_yen - a.amount_yen)[0]
  if (!largest) return undefined
  const unit = commonYenUnit(parts.flatMap(({ amount_yen, whole_yen }) => [amount_yen, whole_yen]))
  const bars = parts.map((part) => ({
    itemNo: part.item_no,
    group: `${page.warehouse.itemLabel(part.item_no)} ${part.label ?? '内数'}`,
    fiscalYear: part.fiscal_year,
    value: part.whole_yen,
    part: part.amount_yen,
    label: `${formatYenIn(unit, part.whole_yen)}のうち${formatYenIn(unit, part.amount_yen)}`,
    href: itemHref(part.item_no),
  }))
  return {
    id: 'parts',
    terms: ['part'],
    tables: ['effects'],
    width: 'half',
    finding: phrase`${LabelOfItem(page, largest.item_no)}の${eraYear(largest.fiscal_year)}の効果額のうち${FactNumber(page, page.fact(largest, 'percent'))}、${Yen(page, page.fact(largest, 'amount_yen'))}が内数として示されている`,
    scope: `${scopeWords(page)}。文書の「うち」の行。斜線は、内数を含む棒の中にある部分で、合計には足さない。`,
    chart: (size) => YearBarsChart(bars, size, { name: '効果額の内数', id: 'parts' }),
    table: {
      head: ['項目', '年度', '内数 (うち)', '内数の額 (円)', '内数を含む効果', '内数を含む額 (円)', '割合 (%)'],
      rows: parts.map((part) => [
        itemCell(page, part),
        bothYears(part.fiscal_year),
        part.label ?? '名前なし',
        factCell(page, page.fact(part, 'amount_yen')),
        part.whole_label ?? '名前なし',
        factCell(page, page.fact(part, 'whole_yen')),
        factCell(page, page.fact(part, 'percent')),
      ]),
    },
    source: sourceLines(page, parts),
  }
}
