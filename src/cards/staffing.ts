import type { Row } from '../../loaders/dictionary/tables.ts'
import { type HeadCountPoint, StaffingChart } from '../charts/staffing-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatChange, formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraDate, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import type { CardTable } from '../markup/table.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'

/** A head count with its gap to the plan in persons. */
export interface StaffingGap extends SourcePlace {
  item_no: number
  as_of: string
  fiscal_year: number
  planned: number | null
  actual: number | null
  gap: number | null
  change: number | null
}

/** The head counts of the plan by day. */
export function staffingGaps(warehouse: Warehouse): readonly StaffingGap[] {
  return warehouse.mart('staffing_gaps') as unknown as readonly StaffingGap[]
}

/** A gap to the plan in words: 計画より7人少ない. */
export function gapInWords(gap: number): string {
  return gap === 0 ? '計画どおり' : `計画より${formatNumber(Math.abs(gap))}人${gap > 0 ? '多い' : '少ない'}`
}

/** A head count as a link to its words; without one, in words that there is none. */
export function HeadCountNumber(page: PageContext, gap: StaffingGap, key: 'planned' | 'actual', text = formatNumber(gap[key])): Html | string {
  return gap[key] === null ? noData : ReadNumber(page, text, gap, gap[key])
}

/** The gap between fact and plan, computed. */
export function GapNumber(page: PageContext, gap: StaffingGap, text: string): Html | string {
  if (gap.gap === null || gap.planned === null || gap.actual === null) return noData
  return ComputedNumber(page, text, {
    formula: '実績 − 計画',
    operands: [
      { name: '実績', number: ReadNumber(page, `${formatNumber(gap.actual)}人`, gap, gap.actual) },
      { name: '計画', number: ReadNumber(page, `${formatNumber(gap.planned)}人`, gap, gap.planned) },
    ],
    result: `${formatChange(gap.gap)}人`,
  })
}

/** Targets for the head count that the document states. */
export function staffTargets(warehouse: Warehouse): readonly Row<'targets'>[] {
  return warehouse.table('targets').filter(({ measure }) => measure === 'staff')
}

/** Head counts and targets ahead as points of the chart, each with its place in the source view. */
export function headCountPoints(page: PageContext, gaps: readonly StaffingGap[], targets: readonly Row<'targets'>[]): HeadCountPoint[] {
  return [
    ...gaps.map((gap) => ({
      fiscalYear: gap.fiscal_year,
      planned: gap.planned,
      actual: gap.actual,
      plannedHref: sourceHref(page, gap, gap.planned),
      actualHref: sourceHref(page, gap, gap.actual),
    })),
    ...targets.map((target) => ({
      fiscalYear: target.fiscal_year,
      planned: target.value,
      actual: null,
      plannedHref: sourceHref(page, target, target.value),
      actualHref: '',
    })),
  ]
}

/** Plan, actual, gap and change by day. */
export function headCountTable(page: PageContext, gaps: readonly StaffingGap[]): CardTable {
  return {
    head: ['基準日', '年度', '計画 (人)', '実績 (人)', '差 (人)', '実績の前年差 (人)'],
    rows: gaps.map((gap, index) => [
      { value: gap.as_of, shown: eraDate(gap.as_of) },
      bothYears(gap.fiscal_year),
      { value: gap.planned, shown: HeadCountNumber(page, gap, 'planned') },
      { value: gap.actual, shown: HeadCountNumber(page, gap, 'actual') },
      { value: gap.gap, shown: GapNumber(page, gap, formatChange(gap.gap)) },
      { value: gap.change, shown: actualChange(page, gap, gaps[index - 1]) },
    ]),
  }
}

/** 職員数: plan and actual by day, and targets ahead. Nothing where no item counts heads. */
export function staffingCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const gaps = staffingGaps(warehouse)
  const latest = gaps.at(-1)
  if (!latest || latest.gap === null) return undefined
  const targets = staffTargets(warehouse)
  const points = headCountPoints(page, gaps, targets)
  return CardSection(page, {
    id: 'staffing',
    tables: ['staffing'],
    width: 'half',
    finding: html`職員数は${eraYear(latest.fiscal_year)}に${HeadCountNumber(page, latest, 'actual')}人、${GapNumber(page, latest, gapInWords(latest.gap))}`,
    scope: html`職員数の計画と実績、各年度の基準日、人。${targets.map((target) => html`${bothYears(target.fiscal_year)}の目標は${ReadNumber(page, formatNumber(target.value), target, target.value)}人。`)}`,
    chart: (size) => StaffingChart(points, size),
    table: headCountTable(page, gaps),
    source: sourceLines([...gaps, ...targets]),
  })
}

function actualChange(page: PageContext, gap: StaffingGap, before: StaffingGap | undefined): Html | string {
  if (!before || gap.change === null) return noData
  const number = (row: StaffingGap) => ReadNumber(page, `${formatNumber(row.actual)}人`, row, row.actual)
  return ChangeNumber(page, { fiscalYear: gap.fiscal_year, change: gap.change, percent: null, unit: '人', before: number(before), now: number(gap) })
}
