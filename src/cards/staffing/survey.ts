import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { type LinePoint, YearLinesChart } from '../../charts/year-lines-chart.ts'
import { FactNumber, factCell, factInFull, factText, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { changeOnYearInWords } from '../../format/changes.ts'
import { decimalsOf, formatChange, formatNumber, noData } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { byItem } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'

type SurveyYear = MartRow<'survey_years'>

const scores = [
  { column: 'score', name: '総合点', colour: 'var(--series-1)' },
  { column: 'growth_score', name: '自己成長', colour: 'var(--series-2)' },
] as const

/** 意識調査の点: total score and 自己成長 by year. */
export function surveyScoresCard(page: PageContext): Card[] {
  const scored = page.warehouse.mart('survey_years').filter(({ score }) => score !== null)
  return byItem(scored, (rows, id) => {
    const points = scores.flatMap((score) => rows.flatMap((row) => scorePoint(page, row, score, `#${id('survey-scores')}-table`)))
    return {
      id: id('survey-scores'),
      tables: ['surveys'],
      width: 'half',
      finding: scoreInWords(page, rows.at(-1) as SurveyYear),
      scope: '職員意識調査 (エンゲージメント調査) の総合点と「自己成長」の点、各年度、点。',
      chart: (size) =>
        YearLinesChart({ label: `職員意識調査の点。${scoresInWords(rows)}`, unit: '点', years: rows.map(({ fiscal_year }) => fiscal_year), points }, size),
      table: {
        head: ['年度', '総合点 (点)', '前年度差 (点)', '自己成長 (点)', '前年度差 (点)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          valueCell(page, row, 'score'),
          valueCell(page, row, 'score_change'),
          valueCell(page, row, 'growth_score'),
          valueCell(page, row, 'growth_change'),
        ]),
      },
      source: sourceLines(
        page,
        rows.flatMap((row) => [row, ...growthLine(page, row)]),
      ),
    }
  })
}

function scoreInWords(page: PageContext, row: SurveyYear): Phrase {
  const points = (fact: NumberFact | undefined) => FactNumber(page, fact, fact && factInFull(fact))
  const change = page.fact(row, 'score_change')
  return phrase`職員意識調査の総合点は${eraYear(row.fiscal_year)}に${points(page.fact(row, 'score'))}${change && phrase`、${FactNumber(page, change, changeOnYearInWords(change.value, change.unit))}`}`
}

function scoresInWords(rows: readonly SurveyYear[]): string {
  return rows.map((row) => `${eraYear(row.fiscal_year)} 総合点${scoreText(row.score)}、自己成長${scoreText(row.growth_score)}`).join('。')
}

function scoreText(value: number | null): string {
  return value === null ? noData : formatNumber(value, decimalsOf(value))
}

/** The line that states 自己成長, which need not be the survey's own. */
function growthLine(page: PageContext, row: SurveyYear): { item_no: number; source_line: number }[] {
  const fact = page.fact(row, 'growth_score')
  return fact?.kind === 'read' ? [{ item_no: row.item_no, source_line: fact.figure.source_line }] : []
}

function scorePoint(page: PageContext, row: SurveyYear, { column, name, colour }: (typeof scores)[number], table: string): LinePoint[] {
  const fact = page.fact(row, column)
  if (!fact) return []
  return [{ series: name, fiscalYear: row.fiscal_year, value: fact.value, text: factText(fact), name, href: chartHref(fact, table), colour }]
}

/** Whether the printed response rate is another than the computed one. */
function differs({ response_points }: SurveyYear): boolean {
  return response_points !== null && response_points !== 0
}

/** 回答率: printed and computed by year; where both differ it is said. */
export function responseRateCard(page: PageContext): Card[] {
  const rated = page.warehouse.mart('survey_years').filter(({ published_percent, computed_percent }) => published_percent !== null || computed_percent !== null)
  return byItem(rated, (rows, id) => {
    const wrong = rows.filter(differs)
    const points = rows.flatMap((row) => ratePoints(page, row, `#${id('response-rate')}-table`))
    return {
      id: id('response-rate'),
      tables: ['surveys'],
      width: 'half',
      finding: rateInWords(page, rows.at(-1) as SurveyYear),
      scope: '職員意識調査の回答率の公表値と、回答者 ÷ 対象者の再計算値、各年度、%。',
      chart: (size) =>
        YearLinesChart({ label: `回答率。${ratesInWords(page, rows)}`, unit: '%', years: rows.map(({ fiscal_year }) => fiscal_year), points }, size),
      note: wrong.length === 0 ? undefined : phrase`${wrong.map((row) => RateNote(page, row))}`,
      table: {
        head: ['年度', '対象者 (人)', '回答者 (人)', '回答率の公表値 (%)', '回答率の再計算値 (%)', '差 (ポイント)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          valueCell(page, row, 'surveyed'),
          valueCell(page, row, 'responded'),
          valueCell(page, row, 'published_percent'),
          valueCell(page, row, 'computed_percent'),
          factCell(page, page.fact(row, 'response_points'), pointsText(row.response_points)),
        ]),
      },
      source: sourceLines(page, rows),
    }
  })
}

function rateInWords(page: PageContext, row: SurveyYear): Phrase {
  const [printed, computed] = [page.fact(row, 'published_percent'), page.fact(row, 'computed_percent')]
  const year = `回答率は${eraYear(row.fiscal_year)}に`
  if (differs(row)) return phrase`${year}再計算値で${FactNumber(page, computed)}、公表値の${FactNumber(page, printed)}と一致しない`
  return phrase`${year}${FactNumber(page, printed ?? computed)}`
}

function ratesInWords(page: PageContext, rows: readonly SurveyYear[]): string {
  const rate = (row: SurveyYear, column: 'published_percent' | 'computed_percent') => {
    const fact = page.fact(row, column)
    return fact ? factText(fact) : noData
  }
  return rows.map((row) => `${eraYear(row.fiscal_year)} 公表値${rate(row, 'published_percent')}、再計算値${rate(row, 'computed_percent')}`).join('。')
}

/** That the rate of a year is printed otherwise than the persons stated give it. */
function RateNote(page: PageContext, row: SurveyYear): Phrase {
  const [printed, computed] = [page.fact(row, 'published_percent'), page.fact(row, 'computed_percent')]
  const points = FactNumber(page, page.fact(row, 'response_points'), pointsText(row.response_points))
  return phrase`${bothYears(row.fiscal_year)}の回答率は${FactNumber(page, printed)}と公表されているが、文書の人数から再計算すると${FactNumber(page, computed)} (差 ${points}ポイント)。`
}

/** A difference of rates with as many decimals as it has, one at least. */
function pointsText(points: number | null): string {
  return formatChange(points, Math.max(1, decimalsOf(points ?? 0)))
}

/** The computed rate of a year and, where it is another or the only one, the printed rate. */
function ratePoints(page: PageContext, row: SurveyYear, table: string): LinePoint[] {
  const [printed, computed] = [page.fact(row, 'published_percent'), page.fact(row, 'computed_percent')]
  const ofRate = (fact: NumberFact) => ({ fiscalYear: row.fiscal_year, value: fact.value, text: factText(fact), href: chartHref(fact, table) })
  const points: LinePoint[] = []
  if (computed) points.push({ ...ofRate(computed), series: '再計算値', name: differs(row) ? '再計算値' : '', colour: 'var(--series-1)' })
  if (printed && (differs(row) || !computed)) points.push({ ...ofRate(printed), series: '公表値', name: '公表値', colour: 'var(--wrong)', isOpen: true })
  return points
}
