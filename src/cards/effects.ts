import { Card, ResponsiveChart } from '../components/card.ts'
import { EffectYearsChart } from '../components/effect-years-chart.ts'
import type { Html } from '../components/html.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatChange, formatNumber, formatPercentChange, formatYen } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { sourceLines } from './sources.ts'

interface EffectMart {
  item_no: number
  title: string
  fiscal_year: number
  amount_yen: number | null
  change_yen: number | null
  change_percent: number | null
}

interface KindMart {
  kind: 'all' | 'donation' | 'saving'
  fiscal_year: number
  amount_yen: number
  change_percent: number | null
  cumulative_yen: number
}

/** Effects of all years by kind; `all` is the sum of donations and savings. */
export function effectKinds(warehouse: Warehouse): readonly KindMart[] {
  return warehouse.mart('effect_years_by_kind') as unknown as readonly KindMart[]
}

/** 効果額: by year and item, with the totals that the document prints wrong. Nothing where no item states an effect. */
export function effectsCard(warehouse: Warehouse): Html | undefined {
  const years = (warehouse.mart('effect_years') as unknown as readonly EffectMart[]).filter(({ amount_yen }) => amount_yen !== null)
  const latest = effectKinds(warehouse)
    .filter(({ kind }) => kind === 'all')
    .at(-1)
  if (!latest) return undefined
  const points = years.map(({ item_no, title, fiscal_year, amount_yen }) => ({ itemNo: item_no, title, fiscalYear: fiscal_year, yen: amount_yen as number }))
  const change = latest.change_percent === null ? '' : `、前年度比${formatPercentChange(latest.change_percent)}`
  const { plan } = warehouse
  return Card({
    id: 'effects',
    finding: `効果額は${eraYear(latest.fiscal_year)}に${formatYen(latest.amount_yen)}${change}`,
    scope: `取組による効果、${plan.municipality ?? plan.title ?? ''}、${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}、億円。内数 (うち) は含む側に数える。`,
    body: ResponsiveChart((size) => EffectYearsChart(points, size), 'full'),
    note: contradictions(warehouse),
    table: {
      head: ['項目', '年度', '効果額 (円)', '前年度差 (円)', '前年度比'],
      rows: years.map((row) => [
        `No.${row.item_no} ${row.title}`,
        bothYears(row.fiscal_year),
        formatNumber(row.amount_yen),
        formatChange(row.change_yen),
        formatPercentChange(row.change_percent),
      ]),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

/** The totals that differ from the sum of their years, in words; undefined where all agree. */
function contradictions(warehouse: Warehouse): string | undefined {
  const wrong = warehouse.table('effectTotals').filter(({ published_yen, computed_yen }) => published_yen !== null && published_yen !== computed_yen)
  return wrong.length === 0
    ? undefined
    : wrong
        .map(
          ({ item_no, published_yen, computed_yen, source_line }) =>
            `No.${item_no}の総計は${formatNumber(published_yen)}円と印刷されているが、各年度の合計は${formatNumber(computed_yen)}円 (原文${source_line}行)。ここでは計算値を使う。`,
        )
        .join('')
}
