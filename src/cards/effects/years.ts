import { EffectYearsChart } from '../../charts/effect-years-chart.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell } from '../item-links.ts'
import { AmountAndChange, chartHref, countedEffectLines, latestOfKind } from './effects.ts'
import { totalsNote } from './totals.ts'

/** 効果額: by year and item, with the totals that the document prints wrong. Nothing where no item states an effect. */
export function effectYearsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const { plan } = warehouse
  const years = warehouse.mart('effect_item_years')
  const latest = latestOfKind(warehouse, 'all')
  if (!latest) return undefined
  const points = years.map((row) => ({
    itemNo: row.item_no,
    title: row.title ?? '',
    fiscalYear: row.fiscal_year,
    yen: row.amount_yen,
    href: chartHref(page.fact(row, 'amount_yen'), '#effects-table'),
  }))
  return {
    id: 'effects',
    tables: ['effects'],
    finding: phrase`効果額は${eraYear(latest.fiscal_year)}に${AmountAndChange(page, latest)}`,
    scope: `取組による効果、${plan.municipality ?? plan.title ?? ''}、${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}、億円。内数 (うち) は、それを含む額に数える。`,
    chart: (size) => EffectYearsChart(points, size),
    note: totalsNote(page),
    table: {
      head: ['項目', '年度', '効果額 (円)', '前年度差 (円)', '増減率 (%)'],
      rows: years.map((row) => [
        itemCell(row),
        bothYears(row.fiscal_year),
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        factCell(page, page.fact(row, 'change_percent')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}
