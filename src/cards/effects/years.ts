import { EffectYearsChart } from '../../charts/effect-years-chart.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears } from '../../format/years.ts'
import { phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell } from '../item-links.ts'
import { ComparableFinding } from './comparison.ts'
import {
  chartHref,
  comparableYears,
  comparisons,
  comparisonWords,
  countedEffectLines,
  effectYears,
  partsOf,
  rateCell,
  scopeWords,
  varyingNote,
} from './effects.ts'
import { totalsNote } from './totals.ts'

/** 効果額: by year and item, what can be compared below the rest, with the totals that the document prints wrong. Nothing where no item states an effect. */
export function effectYearsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const years = effectYears(warehouse)
  if (years.length === 0) return undefined
  const isParted = partsOf(warehouse).length > 1
  const points = years.map((row) => ({
    itemNo: row.item_no,
    label: warehouse.itemLabel(row.item_no),
    title: row.title ?? '',
    fiscalYear: row.fiscal_year,
    yen: row.amount_yen,
    layer: (comparisons as readonly string[]).indexOf(row.comparison),
    remark: row.comparison === 'comparable' ? undefined : comparisonWords[row.comparison],
    href: chartHref(page.fact(row, 'amount_yen'), '#effects-table'),
  }))
  const sums = comparableYears(warehouse).map(({ fiscal_year, amount_yen }) => ({ fiscalYear: fiscal_year, yen: amount_yen ?? 0 }))
  return {
    id: 'effects',
    tables: ['effects'],
    finding: ComparableFinding(page),
    scope: `${scopeWords(page)}。${isParted ? '棒の下から同じ内容の効果、年度で内容が違う効果、寄附の受入。' : ''}内数 (うち) は、それを含む額に数える。`,
    chart: (size) => EffectYearsChart(points, size, isParted ? { name: '同じ内容', sums } : undefined),
    note: phrase`${totalsNote(page)}${varyingNote(page)}`,
    table: {
      head: ['項目', '年度', '区分', '効果額 (円)', '前年度差 (円)', '増減率 (%)'],
      rows: years.map((row) => [
        itemCell(page, row),
        bothYears(row.fiscal_year),
        comparisonWords[row.comparison] ?? '',
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        rateCell(page, row),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}
