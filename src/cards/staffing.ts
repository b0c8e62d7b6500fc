import { Card, ResponsiveChart } from '../components/card.ts'
import type { Html } from '../components/html.ts'
import { StaffingChart } from '../components/staffing-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatChange, formatNumber } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { sourceLines } from './sources.ts'

/** A head count with its gap to the plan in persons. */
export interface StaffingGap {
  item_no: number
  as_of: string
  fiscal_year: number
  planned: number | null
  actual: number | null
  gap: number | null
  change: number | null
  source_line: number
}

/** The head counts of the plan by day. */
export function staffingGaps(warehouse: Warehouse): readonly StaffingGap[] {
  return warehouse.mart('staffing_gaps') as unknown as readonly StaffingGap[]
}

/** A gap to the plan in words: 計画より7人少ない. */
export function gapInWords(gap: number): string {
  return gap === 0 ? '計画どおり' : `計画より${formatNumber(Math.abs(gap))}人${gap > 0 ? '多い' : '少ない'}`
}

/** 職員数: plan and actual by day, and targets ahead. Nothing where no item counts heads. */
export function staffingCard(warehouse: Warehouse): Html | undefined {
  const gaps = staffingGaps(warehouse)
  const latest = gaps.at(-1)
  if (!latest || latest.gap === null) return undefined
  const targets = warehouse.table('targets').filter(({ measure }) => measure === 'staff')
  const points = [
    ...gaps.map(({ fiscal_year, planned, actual }) => ({ fiscalYear: fiscal_year, planned, actual })),
    ...targets.map(({ fiscal_year, value }) => ({ fiscalYear: fiscal_year, planned: value, actual: null })),
  ]
  return Card({
    id: 'staffing',
    finding: `職員数は${eraYear(latest.fiscal_year)}に${formatNumber(latest.actual)}人、${gapInWords(latest.gap)}`,
    scope: `職員数の計画と実績、各年度の基準日、人。${targets.map(({ fiscal_year, value }) => `${bothYears(fiscal_year)}の目標は${formatNumber(value)}人。`).join('')}`,
    body: ResponsiveChart((size) => StaffingChart(points, size), 'half'),
    table: {
      head: ['基準日', '年度', '計画 (人)', '実績 (人)', '差 (人)', '実績の前年差 (人)'],
      rows: gaps.map((row) => [
        row.as_of,
        bothYears(row.fiscal_year),
        formatNumber(row.planned),
        formatNumber(row.actual),
        formatChange(row.gap),
        formatChange(row.change),
      ]),
    },
    source: sourceLines([...gaps, ...targets]),
  })
}
