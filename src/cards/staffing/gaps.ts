import { type YearColumns, YearColumnsChart } from '../../charts/year-columns-chart.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatChange } from '../../format/numbers.ts'
import { bothYears, eraDate, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { boundBehind, boundSentence } from '../bounds.ts'
import { byItem } from '../by-item.ts'
import type { Card } from '../card.ts'
import { sourceLines } from '../item-links.ts'
import { GapWords, type HeadCount, planGapInWords } from './head-counts.ts'

type Gap = HeadCount & { readonly gap: number }

/** 計画との差: how many more or fewer than planned, by day. */
export function staffingGapsCard(page: PageContext): Card[] {
  const counted = page.warehouse.mart('staffing_gaps').filter((count): count is Gap => count.gap !== null)
  return byItem(counted, (gaps, id) => ({
    id: id('staffing-gaps'),
    terms: ['target'],
    tables: ['staffing'],
    width: 'half',
    finding: gapsInWords(page, gaps),
    scope: `職員数の実績 − 計画、各年度の基準日、人。${boundSentence('職員数', gaps)}`,
    chart: (size) => YearColumnsChart(gapColumns(gaps, `#${id('staffing-gaps')}-table`), size),
    table: {
      head: ['基準日', '年度', '実績 − 計画 (人)'],
      rows: gaps.map((gap) => [{ value: gap.as_of, shown: eraDate(gap.as_of) }, bothYears(gap.fiscal_year), valueCell(page, gap, 'gap')]),
    },
    source: sourceLines(page, gaps),
  }))
}

/** The first gap and the latest: 職員数は令和2年度に計画より6人多く、令和4年度は計画より7人少ない. */
function gapsInWords(page: PageContext, gaps: readonly Gap[]): Phrase {
  const [first, latest] = [gaps[0], gaps.at(-1)] as [Gap, Gap]
  if (first === latest) return phrase`${eraYear(latest.fiscal_year)}の職員数${boundBehind(latest.scope)}は${GapWords(page, latest)}`
  const ofFirst = FactNumber(page, page.fact(first, 'gap'), first.gap === 0 ? '計画どおりで' : planGapInWords(first.gap).replace(/い$/, 'く'))
  return phrase`職員数${boundBehind(latest.scope)}は${eraYear(first.fiscal_year)}に${ofFirst}、${eraYear(latest.fiscal_year)}は${GapWords(page, latest)}`
}

function gapColumns(gaps: readonly Gap[], table: string): YearColumns {
  const colour = (gap: number) => (gap < 0 ? 'var(--below)' : 'var(--above)')
  return {
    label: `計画との差。${gaps.map(({ fiscal_year, gap }) => `${eraYear(fiscal_year)} ${formatChange(gap)}人`).join('、')}`,
    unit: '人',
    years: gaps.map(({ fiscal_year }) => fiscal_year),
    parts: gaps.map(({ fiscal_year, gap }) => ({
      fiscalYear: fiscal_year,
      from: Math.min(gap, 0),
      to: Math.max(gap, 0),
      fill: colour(gap),
    })),
    heads: gaps.map(({ fiscal_year, gap }) => ({
      fiscalYear: fiscal_year,
      at: gap,
      lines: [{ text: `${formatChange(gap)}人`, href: table }],
      fill: colour(gap),
    })),
  }
}
