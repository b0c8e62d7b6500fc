import { StaffingChart } from '../charts/staffing-chart.ts'
import { YearColumnsChart } from '../charts/year-columns-chart.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatChange, formatNumber } from '../format/numbers.ts'
import { bothYears, eraDate, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'
import { GapNumber, gapInWords, HeadCountNumber, headCountPoints, headCountTable, type StaffingGap, staffingGaps, staffTargets } from './staffing.ts'

/** A target for the head count with the latest count before it. */
interface TargetAhead extends SourcePlace {
  item_no: number
  fiscal_year: number
  target: number
  actual: number
  actual_fiscal_year: number
  needed: number
}

/** How far the latest head count is from each target ahead, each after a mark: 、令和7年度の目標990人まであと13人. */
export function TargetsAhead(page: PageContext, itemNo: number, mark: '、' | '。'): Html {
  const targets = (page.warehouse.mart('staffing_targets') as unknown as readonly TargetAhead[]).filter(({ item_no }) => item_no === itemNo)
  return html`${targets.map((target) => html`${mark}${eraYear(target.fiscal_year)}の目標${ReadNumber(page, `${formatNumber(target.target)}人`, target, target.target)}${NeededWords(page, target)}`)}`
}

function NeededWords(page: PageContext, target: TargetAhead): Html | string {
  if (target.needed === 0) return 'に達している'
  const counted = staffingGaps(page.warehouse).find(({ item_no, fiscal_year }) => item_no === target.item_no && fiscal_year === target.actual_fiscal_year)
  const number = ComputedNumber(page, `${formatNumber(Math.abs(target.needed))}人`, {
    formula: '目標 − 実績',
    operands: [
      { name: `目標 ${bothYears(target.fiscal_year)}`, number: ReadNumber(page, `${formatNumber(target.target)}人`, target, target.target) },
      ...(counted ? [{ name: `実績 ${eraDate(counted.as_of)}`, number: ReadNumber(page, `${formatNumber(target.actual)}人`, counted, target.actual) }] : []),
    ],
    result: `${formatChange(target.needed)}人`,
  })
  return target.needed > 0 ? html`まであと${number}` : html`を${number}上回る`
}

/** 計画と実績: plan and actual by day, the target ahead, and how far it is. */
export function headCountsCard(page: PageContext): Html | undefined {
  return byItem(staffingGaps(page.warehouse), (gaps, id) => {
    const latest = gaps.at(-1) as StaffingGap
    const targets = staffTargets(page.warehouse).filter(({ item_no }) => item_no === latest.item_no)
    const points = headCountPoints(page, gaps, targets)
    return CardSection(page, {
      id: id('head-counts'),
      tables: ['staffing'],
      width: 'half',
      finding: html`職員数は${eraYear(latest.fiscal_year)}に${HeadCountNumber(page, latest, 'actual')}人${TargetsAhead(page, latest.item_no, '、')}`,
      scope: `定員管理計画の人数と実際の職員数、${eraDate((gaps[0] as StaffingGap).as_of)}から${eraDate(latest.as_of)}まで、人。`,
      chart: (size) => StaffingChart(points, size),
      table: headCountTable(page, gaps),
      source: sourceLines([...gaps, ...targets]),
    })
  })
}

/** 計画との差: how many more or fewer than planned, by day. */
export function staffingGapsCard(page: PageContext): Html | undefined {
  const counted = staffingGaps(page.warehouse).filter(({ gap }) => gap !== null) as (StaffingGap & { gap: number })[]
  return byItem(counted, (rows, id) => {
    const gaps = rows as readonly (StaffingGap & { gap: number })[]
    const [first, latest] = [gaps[0], gaps.at(-1)] as [StaffingGap & { gap: number }, StaffingGap & { gap: number }]
    return CardSection(page, {
      id: id('staffing-gaps'),
      tables: ['staffing'],
      width: 'half',
      finding:
        first === latest
          ? html`${eraYear(latest.fiscal_year)}は${GapNumber(page, latest, gapInWords(latest.gap))}`
          : html`計画との差は${eraYear(first.fiscal_year)}の${GapNumber(page, first, `${formatChange(first.gap)}人`)}から${eraYear(latest.fiscal_year)}の${GapNumber(page, latest, `${formatChange(latest.gap)}人`)}へ`,
      scope: '実績 − 計画、各年度の基準日、人。',
      chart: (size) =>
        YearColumnsChart(
          {
            label: `計画との差。${gaps.map(({ fiscal_year, gap }) => `${eraYear(fiscal_year)} ${formatChange(gap)}人`).join('、')}`,
            unit: '人',
            years: gaps.map(({ fiscal_year }) => fiscal_year),
            parts: gaps.map(({ fiscal_year, gap }) => ({
              fiscalYear: fiscal_year,
              from: Math.min(gap, 0),
              to: Math.max(gap, 0),
              fill: gap < 0 ? 'var(--fell)' : 'var(--rose)',
            })),
            heads: gaps.map(({ fiscal_year, gap }) => ({
              fiscalYear: fiscal_year,
              at: gap,
              lines: [{ text: `${formatChange(gap)}人`, href: `#${id('staffing-gaps')}-table` }],
              fill: gap < 0 ? 'var(--fell)' : 'var(--rose)',
            })),
          },
          size,
        ),
      table: {
        head: ['基準日', '年度', '実績 − 計画 (人)'],
        rows: gaps.map((gap) => [
          { value: gap.as_of, shown: eraDate(gap.as_of) },
          bothYears(gap.fiscal_year),
          { value: gap.gap, shown: GapNumber(page, gap, formatChange(gap.gap)) },
        ]),
      },
      source: sourceLines(gaps),
    })
  })
}
