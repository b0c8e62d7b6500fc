import type { Row } from '../../loaders/dictionary/tables.ts'
import { type ColumnPart, type YearColumns, YearColumnsChart } from '../charts/year-columns-chart.ts'
import { ChangeNumber, PercentNumber, type YearChange } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'

/** Rehired staff of a year with the rate of rehiring. */
export interface ReemploymentYear extends Row<'reemployment'> {
  rehired_percent: number | null
  full_time_percent: number | null
  change: number | null
  change_percent: number | null
  rehired_points: number | null
}

type CountKey = 'total' | 'full_time' | 'short_time' | 'retirees' | 'rehired' | 'rehired_full_time' | 'rehired_short_time'

const kindWords = /フルタイム|短時間/

/** Rehired staff by year. */
export function reemploymentYears(page: PageContext): readonly ReemploymentYear[] {
  return page.warehouse.mart('reemployment_years') as unknown as readonly ReemploymentYear[]
}

/** Where a count stands: a row states up to seven of them, some of the same value; the words before a number tell them apart. */
function countPlace(page: PageContext, row: ReemploymentYear, key: CountKey): SourcePlace {
  const persons = page.figures.within(row).filter(({ value, unit }) => value === row[key] && unit === '人')
  const kind = key.endsWith('full_time') ? /フルタイム/ : key.endsWith('short_time') ? /短時間/ : undefined
  const named = persons.filter(({ label }) => (kind ? kind.test(label ?? '') : !kindWords.test(label ?? '')))
  return (key.startsWith('rehired') ? named.at(-1) : named[0]) ?? row
}

/** A count of rehired staff as a link to its words; in words where it is not stated. */
export function RehiredNumber(page: PageContext, row: ReemploymentYear, key: CountKey, unit = ''): Html | string {
  return row[key] === null ? noData : ReadNumber(page, `${formatNumber(row[key])}${unit}`, countPlace(page, row, key), row[key])
}

/** The share of the retired of the year before that were rehired, with its receipt. */
export function RehireRateNumber(page: PageContext, row: ReemploymentYear): Html | string {
  if (row.rehired_percent === null || row.rehired === null || row.retirees === null) return noData
  return ComputedNumber(page, `${formatNumber(row.rehired_percent, 1)}%`, {
    formula: '再任用された人 ÷ 前年度の定年退職者 × 100、小数第1位に丸める',
    operands: [
      { name: '再任用された人', number: ReadNumber(page, `${formatNumber(row.rehired)}人`, countPlace(page, row, 'rehired'), row.rehired) },
      { name: '前年度の定年退職者', number: ReadNumber(page, `${formatNumber(row.retirees)}人`, countPlace(page, row, 'retirees'), row.retirees) },
    ],
    result: `${formatNumber(row.rehired_percent, 1)}%`,
  })
}

function totalChange(page: PageContext, rows: readonly ReemploymentYear[], row: ReemploymentYear): YearChange {
  const before = rows.find(({ fiscal_year }) => fiscal_year === row.fiscal_year - 1)
  const number = (year: ReemploymentYear) => html`${RehiredNumber(page, year, 'total', '人')}`
  return { fiscalYear: row.fiscal_year, change: row.change, percent: row.change_percent, unit: '人', before: before && number(before), now: number(row) }
}

/** 再任用職員: full and short time by year. */
export function rehiredStaffCard(page: PageContext): Html | undefined {
  const counted = reemploymentYears(page).filter(({ total }) => total !== null)
  return byItem(counted, (rows, id) => {
    const latest = rows.at(-1) as ReemploymentYear
    return CardSection(page, {
      id: id('rehired-staff'),
      tables: ['reemployment'],
      width: 'half',
      finding: html`再任用職員は${eraYear(latest.fiscal_year)}に${RehiredNumber(page, latest, 'total', '人')}${latest.change !== null && html`、前年度比${ChangeNumber(page, totalChange(page, rows, latest))}人`}${latest.full_time !== null && html`。フルタイムは${RehiredNumber(page, latest, 'full_time', '人')}`}`,
      scope: '再任用職員の数、各年度、人。柱の下がフルタイム、上が短時間。',
      chart: (size) => YearColumnsChart(kindColumns(page, rows), size),
      table: {
        head: ['年度', '再任用職員 (人)', 'フルタイム (人)', '短時間 (人)', '前年度差 (人)', '前年度比 (%)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          count(page, row, 'total'),
          count(page, row, 'full_time'),
          count(page, row, 'short_time'),
          { value: row.change, shown: ChangeNumber(page, totalChange(page, rows, row)) },
          { value: row.change_percent, shown: PercentNumber(page, totalChange(page, rows, row)) },
        ]),
      },
      source: sourceLines(rows),
    })
  })
}

/** 再任用率: how many of the retired of the year before were rehired. */
export function rehireRateCard(page: PageContext): Html | undefined {
  return byItem(reemploymentYears(page), (rows, id) => {
    const latest = rows.filter(({ rehired_percent }) => rehired_percent !== null).at(-1)
    if (!latest) return undefined
    const missing = rows.filter(({ rehired_percent }) => rehired_percent === null)
    return CardSection(page, {
      id: id('rehire-rate'),
      tables: ['reemployment'],
      width: 'half',
      finding: html`${eraYear(latest.fiscal_year)}の再任用率は${RehireRateNumber(page, latest)}。前年度の定年退職者${RehiredNumber(page, latest, 'retirees', '人')}のうち${RehiredNumber(page, latest, 'rehired', '人')}`,
      scope: html`前年度に定年退職した人 (柱の全体) のうち再任用された人 (柱の下)、各年度、人と割合 (%)。${missing.length > 0 && `${missing.map(({ fiscal_year }) => bothYears(fiscal_year)).join('、')}は文書に記述がない。`}`,
      chart: (size) => YearColumnsChart(rateColumns(page, rows, `#${id('rehire-rate')}-table`), size),
      table: {
        head: ['年度', '前年度の定年退職者 (人)', '再任用された人 (人)', 'うちフルタイム (人)', 'うち短時間 (人)', '再任用率 (%)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          count(page, row, 'retirees'),
          count(page, row, 'rehired'),
          count(page, row, 'rehired_full_time'),
          count(page, row, 'rehired_short_time'),
          { value: row.rehired_percent, shown: RehireRateNumber(page, row) },
        ]),
      },
      source: sourceLines(rows),
    })
  })
}

function count(page: PageContext, row: ReemploymentYear, key: CountKey): Cell {
  return { value: row[key], shown: RehiredNumber(page, row, key) }
}

function countHref(page: PageContext, row: ReemploymentYear, key: CountKey): string {
  return sourceHref(page, countPlace(page, row, key), row[key])
}

/** Full time below, short time on top, the total over both. */
function kindColumns(page: PageContext, rows: readonly ReemploymentYear[]): YearColumns {
  return {
    label: `再任用職員。${rows.map((row) => `${eraYear(row.fiscal_year)} ${formatNumber(row.total)}人`).join('、')}`,
    unit: '人',
    years: rows.map(({ fiscal_year }) => fiscal_year),
    parts: rows.flatMap((row) => kindParts(page, row)),
    heads: rows.map((row) => ({
      fiscalYear: row.fiscal_year,
      at: row.total ?? 0,
      lines: [
        { text: `${formatNumber(row.total)}人`, href: countHref(page, row, 'total') },
        ...(row.short_time === null ? [] : [{ text: `短時間 ${formatNumber(row.short_time)}人`, href: countHref(page, row, 'short_time') }]),
      ],
    })),
  }
}

function kindParts(page: PageContext, row: ReemploymentYear): ColumnPart[] {
  const { fiscal_year, total, full_time, short_time } = row
  if (full_time === null || short_time === null) return [{ fiscalYear: fiscal_year, from: 0, to: total ?? 0, fill: 'var(--series-1)' }]
  const inside = { inside: `フルタイム\n${formatNumber(full_time)}人`, ink: 'var(--on-series)', href: countHref(page, row, 'full_time') }
  return [
    { fiscalYear: fiscal_year, from: 0, to: full_time, fill: 'var(--series-1)', ...inside },
    { fiscalYear: fiscal_year, from: full_time, to: full_time + short_time, fill: 'var(--series-2)' },
  ]
}

/** The retired of the year before, of them the rehired in colour, the rate over both. */
function rateColumns(page: PageContext, rows: readonly ReemploymentYear[], table: string): YearColumns {
  const rated = rows.filter(({ rehired_percent }) => rehired_percent !== null)
  const rate = ({ rehired_percent }: ReemploymentYear) => (rehired_percent === null ? noData : `${formatNumber(rehired_percent, 1)}%`)
  return {
    label: `再任用率。${rows.map((row) => `${eraYear(row.fiscal_year)} ${rate(row)}`).join('、')}`,
    unit: '人',
    years: rows.map(({ fiscal_year }) => fiscal_year),
    parts: rated.flatMap((row) => rateParts(page, row)),
    heads: rated.map((row) => ({
      fiscalYear: row.fiscal_year,
      at: row.retirees ?? 0,
      lines: [
        { text: rate(row), href: table },
        { text: `退職 ${formatNumber(row.retirees)}人`, href: countHref(page, row, 'retirees') },
      ],
    })),
  }
}

function rateParts(page: PageContext, row: ReemploymentYear): ColumnPart[] {
  const rehired = row.rehired ?? 0
  const inside = { inside: `再任用\n${formatNumber(rehired)}人`, ink: 'var(--on-series)', href: countHref(page, row, 'rehired') }
  return [
    { fiscalYear: row.fiscal_year, from: rehired, to: row.retirees ?? 0, fill: 'var(--series-1-soft)' },
    { fiscalYear: row.fiscal_year, from: 0, to: rehired, fill: 'var(--series-1)', ...inside },
  ]
}
