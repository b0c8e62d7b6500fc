import type { Row } from '../../loaders/dictionary/tables.ts'
import { type LinePoint, YearLinesChart } from '../charts/year-lines-chart.ts'
import { ChangeNumber } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatChange, formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'

/** A staff survey with its changes on the year before. */
export interface SurveyYear extends Row<'surveys'> {
  response_points: number | null
  score_change: number | null
  growth_change: number | null
}

type ScoreKey = 'score' | 'growth_score'

const changes = { score: 'score_change', growth_score: 'growth_change' } as const

/** The staff surveys by year. */
export function surveyYears(page: PageContext): readonly SurveyYear[] {
  return page.warehouse.mart('survey_years') as unknown as readonly SurveyYear[]
}

function scorePlace({ warehouse }: Pick<PageContext, 'warehouse'>, row: SurveyYear, key: ScoreKey): SourcePlace {
  return warehouse.table('figures').find(({ figure_no }) => figure_no === row[`${key}_figure_no`]) ?? row
}

function scoreText(value: number | null): string {
  return formatNumber(value, value === null || Number.isInteger(value) ? 0 : 1)
}

function ScoreNumber(page: PageContext, row: SurveyYear, key: ScoreKey, unit = ''): Html | string {
  return row[key] === null ? noData : ReadNumber(page, `${scoreText(row[key])}${unit}`, scorePlace(page, row, key), row[key])
}

function ScoreChange(page: PageContext, rows: readonly SurveyYear[], row: SurveyYear, key: ScoreKey): Html | string {
  const before = rows.find(({ fiscal_year }) => fiscal_year === row.fiscal_year - 1)
  const number = (year: SurveyYear) => html`${ScoreNumber(page, year, key, '点')}`
  return ChangeNumber(page, {
    fiscalYear: row.fiscal_year,
    change: row[changes[key]],
    percent: null,
    unit: '点',
    before: before && number(before),
    now: number(row),
  })
}

/** 意識調査の点: total score and 自己成長 by year. */
export function surveyScoresCard(page: PageContext): Html | undefined {
  const scored = surveyYears(page).filter(({ score }) => score !== null)
  return byItem(scored, (rows, id) => {
    const latest = rows.at(-1) as SurveyYear
    const points = (['score', 'growth_score'] as const).flatMap((key, index) => rows.flatMap((row) => scorePoint(page, row, key, index)))
    return CardSection(page, {
      id: id('survey-scores'),
      tables: ['surveys'],
      width: 'half',
      finding: html`職員意識調査の総合点は${eraYear(latest.fiscal_year)}に${ScoreNumber(page, latest, 'score', '点')}${latest.score_change !== null && html`、前年度比${ScoreChange(page, rows, latest, 'score')}点`}`,
      scope: '職員意識調査 (エンゲージメント調査) の総合点と「自己成長」の点、各年度、点。',
      chart: (size) =>
        YearLinesChart(
          {
            label: `職員意識調査の点。${rows.map((row) => `${eraYear(row.fiscal_year)} 総合点${scoreText(row.score)}、自己成長${scoreText(row.growth_score)}`).join('。')}`,
            unit: '点',
            years: rows.map(({ fiscal_year }) => fiscal_year),
            points,
          },
          size,
        ),
      table: {
        head: ['年度', '総合点 (点)', '前年度差 (点)', '自己成長 (点)', '前年度差 (点)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          { value: row.score, shown: ScoreNumber(page, row, 'score') },
          { value: row.score_change, shown: ScoreChange(page, rows, row, 'score') },
          { value: row.growth_score, shown: ScoreNumber(page, row, 'growth_score') },
          { value: row.growth_change, shown: ScoreChange(page, rows, row, 'growth_score') },
        ]),
      },
      source: sourceLines(rows.flatMap((row) => [row, { item_no: row.item_no, source_line: scorePlace(page, row, 'growth_score').source_line }])),
    })
  })
}

function scorePoint(page: PageContext, row: SurveyYear, key: ScoreKey, index: number): LinePoint[] {
  const value = row[key]
  if (value === null) return []
  const name = key === 'score' ? '総合点' : '自己成長'
  return [
    {
      series: name,
      fiscalYear: row.fiscal_year,
      value,
      text: scoreText(value),
      name,
      href: sourceHref(page, scorePlace(page, row, key), value),
      colour: `var(--series-${index + 1})`,
    },
  ]
}

/** The response rate as the numbers of those who were asked and answered give it, with its receipt. */
export function ComputedRate(page: PageContext, row: SurveyYear): Html | string {
  if (row.computed_percent === null || row.responded === null || row.surveyed === null) return noData
  const persons = (value: number) => ReadNumber(page, `${formatNumber(value)}人`, row, value)
  return ComputedNumber(page, percentText(row.computed_percent), {
    formula: '回答者 ÷ 対象者 × 100、印刷された桁に丸める',
    operands: [
      { name: '回答者', number: persons(row.responded) },
      { name: '対象者', number: persons(row.surveyed) },
    ],
    result: percentText(row.computed_percent),
  })
}

/** The response rate as printed. */
export function PrintedRate(page: PageContext, row: SurveyYear): Html | string {
  return row.published_percent === null ? noData : ReadNumber(page, percentText(row.published_percent), row, row.published_percent)
}

function percentText(value: number): string {
  return `${formatNumber(value, 1)}%`
}

function RateDifference(page: PageContext, row: SurveyYear): Html | string {
  if (row.response_points === null) return noData
  return ComputedNumber(page, formatChange(row.response_points, 1), {
    formula: '印刷された回答率 − 計算した回答率',
    operands: [
      { name: '印刷', number: html`${PrintedRate(page, row)}` },
      { name: '計算', number: html`${ComputedRate(page, row)}` },
    ],
    result: `${formatChange(row.response_points, 1)}ポイント`,
  })
}

/** Whether the printed response rate is another than the computed one. */
function differs({ response_points }: SurveyYear): boolean {
  return response_points !== null && response_points !== 0
}

/** 回答率: printed and computed by year; where both differ it is said. */
export function responseRateCard(page: PageContext): Html | undefined {
  const rated = surveyYears(page).filter(({ published_percent, computed_percent }) => published_percent !== null || computed_percent !== null)
  return byItem(rated, (rows, id) => {
    const latest = rows.at(-1) as SurveyYear
    const wrong = rows.filter(differs)
    return CardSection(page, {
      id: id('response-rate'),
      tables: ['surveys'],
      width: 'half',
      finding: differs(latest)
        ? html`回答率は${eraYear(latest.fiscal_year)}に計算で${ComputedRate(page, latest)}。印刷された${PrintedRate(page, latest)}と合わない`
        : html`回答率は${eraYear(latest.fiscal_year)}に${latest.published_percent === null ? ComputedRate(page, latest) : PrintedRate(page, latest)}`,
      scope: '職員意識調査の回答率、印刷された値と、回答者 ÷ 対象者で計算した値、各年度、%。',
      chart: (size) =>
        YearLinesChart(
          {
            label: `回答率。${rows.map((row) => `${eraYear(row.fiscal_year)} 印刷${row.published_percent === null ? noData : percentText(row.published_percent)}、計算${row.computed_percent === null ? noData : percentText(row.computed_percent)}`).join('。')}`,
            unit: '%',
            years: rows.map(({ fiscal_year }) => fiscal_year),
            points: rows.flatMap((row) => ratePoints(page, row, id('response-rate'))),
          },
          size,
        ),
      note:
        wrong.length === 0
          ? undefined
          : html`${wrong.map((row) => html`${bothYears(row.fiscal_year)}の回答率は${PrintedRate(page, row)}と印刷されているが、文書の人数から計算すると${ComputedRate(page, row)} (差 ${RateDifference(page, row)}ポイント)。`)}`,
      table: {
        head: ['年度', '対象者 (人)', '回答者 (人)', '回答率 印刷 (%)', '回答率 計算 (%)', '差 (ポイント)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          { value: row.surveyed, shown: row.surveyed === null ? noData : ReadNumber(page, formatNumber(row.surveyed), row, row.surveyed) },
          { value: row.responded, shown: row.responded === null ? noData : ReadNumber(page, formatNumber(row.responded), row, row.responded) },
          { value: row.published_percent, shown: PrintedRate(page, row) },
          { value: row.computed_percent, shown: ComputedRate(page, row) },
          { value: row.response_points, shown: RateDifference(page, row) },
        ]),
      },
      source: sourceLines(rows),
    })
  })
}

function ratePoints(page: PageContext, row: SurveyYear, card: string): LinePoint[] {
  const agrees = !differs(row)
  const computed =
    row.computed_percent === null
      ? []
      : [
          {
            series: '計算',
            fiscalYear: row.fiscal_year,
            value: row.computed_percent,
            text: percentText(row.computed_percent),
            name: agrees ? '' : '計算',
            href: `#${card}-table`,
            colour: 'var(--series-1)',
          },
        ]
  const printed =
    row.published_percent === null || (agrees && row.computed_percent !== null)
      ? []
      : [
          {
            series: '印刷',
            fiscalYear: row.fiscal_year,
            value: row.published_percent,
            text: percentText(row.published_percent),
            name: '印刷',
            href: sourceHref(page, row, row.published_percent),
            colour: 'var(--fell)',
            isOpen: true,
          },
        ]
  return [...computed, ...printed]
}
