import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { type ColumnPart, type YearColumns, YearColumnsChart } from '../../charts/year-columns-chart.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { changeOnYearInWords } from '../../format/changes.ts'
import { notStated } from '../../format/nothing-words.ts'
import { formatNumber, noData } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { byItem } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { Persons } from './head-counts.ts'

type ReemploymentYear = MartRow<'reemployment_years'>

/** 再任用職員: full and short time by year. */
export function rehiredStaffCard(page: PageContext): Card[] {
  const counted = page.warehouse.mart('reemployment_years').filter(({ total }) => total !== null)
  return byItem(counted, (rows, id) => ({
    id: id('rehired-staff'),
    tables: ['reemployment'],
    width: 'half',
    finding: rehiredInWords(page, rows.at(-1) as ReemploymentYear),
    scope: '再任用職員の数、各年度、人。棒の下段がフルタイム、上段が短時間。',
    chart: (size) => YearColumnsChart(kindColumns(page, rows, `#${id('rehired-staff')}-table`), size),
    table: {
      head: ['年度', '再任用職員 (人)', 'フルタイム (人)', '短時間 (人)', '前年度差 (人)', '増減率 (%)'],
      rows: rows.map((row) => [
        bothYears(row.fiscal_year),
        valueCell(page, row, 'total'),
        valueCell(page, row, 'full_time'),
        valueCell(page, row, 'short_time'),
        valueCell(page, row, 'change'),
        valueCell(page, row, 'change_percent'),
      ]),
    },
    source: sourceLines(page, rows),
  }))
}

/** How many are rehired, the change on the year before, and how many of them work full time. */
function rehiredInWords(page: PageContext, row: ReemploymentYear): Phrase {
  const [change, fullTime] = [page.fact(row, 'change'), page.fact(row, 'full_time')]
  const total = phrase`再任用職員は${eraYear(row.fiscal_year)}に${Persons(page, page.fact(row, 'total'))}`
  return phrase`${total}${change && phrase`、${FactNumber(page, change, changeOnYearInWords(change.value, change.unit))}`}${fullTime && phrase`。フルタイムは${Persons(page, fullTime)}`}`
}

/** 再任用率: how many of the retired of the year before were rehired. */
export function rehireRateCard(page: PageContext): Card[] {
  return byItem(page.warehouse.mart('reemployment_years'), (rows, id): Card | undefined => {
    const latest = lastRated(rows)
    if (!latest) return undefined
    const missing = rows.filter(({ rehired_percent }) => rehired_percent === null).map(({ fiscal_year }) => bothYears(fiscal_year))
    return {
      id: id('rehire-rate'),
      tables: ['reemployment'],
      width: 'half',
      finding: phrase`${eraYear(latest.fiscal_year)}の再任用率は${FactNumber(page, page.fact(latest, 'rehired_percent'))}。前年度の定年退職者${RehiredOfRetired(page, latest)}`,
      scope: `前年度に定年退職した人 (棒の全体) のうち再任用された人 (棒の下段)、各年度、人と割合 (%)。${missing.length > 0 ? `${missing.join('、')}は${notStated}。` : ''}`,
      chart: (size) => YearColumnsChart(rateColumns(page, rows, `#${id('rehire-rate')}-table`), size),
      table: {
        head: ['年度', '前年度の定年退職者 (人)', '再任用された人 (人)', 'うちフルタイム (人)', 'うち短時間 (人)', '再任用率 (%)'],
        rows: rows.map((row) => [
          bothYears(row.fiscal_year),
          valueCell(page, row, 'retirees'),
          valueCell(page, row, 'rehired'),
          valueCell(page, row, 'rehired_full_time'),
          valueCell(page, row, 'rehired_short_time'),
          valueCell(page, row, 'rehired_percent'),
        ]),
      },
      source: sourceLines(page, rows),
    }
  })
}

/** The last year that a rate of rehiring can be computed for. */
export function lastRated(rows: readonly ReemploymentYear[]): ReemploymentYear | undefined {
  return rows.filter(({ rehired_percent }) => rehired_percent !== null).at(-1)
}

/** How many of the retired were rehired: 40人のうち38人. */
export function RehiredOfRetired(page: PageContext, row: ReemploymentYear): Phrase {
  return phrase`${Persons(page, page.fact(row, 'retirees'))}のうち${Persons(page, page.fact(row, 'rehired'))}`
}

/** Full time below, short time on top, the total over both. */
function kindColumns(page: PageContext, rows: readonly ReemploymentYear[], table: string): YearColumns {
  return {
    label: `再任用職員。${rows.map((row) => `${eraYear(row.fiscal_year)} ${formatNumber(row.total)}人`).join('、')}`,
    unit: '人',
    years: rows.map(({ fiscal_year }) => fiscal_year),
    parts: rows.flatMap((row) => kindParts(page, row, table)),
    heads: rows.map((row) => ({
      fiscalYear: row.fiscal_year,
      at: row.total ?? 0,
      lines: [
        { text: `${formatNumber(row.total)}人`, href: chartHref(page.fact(row, 'total'), table) },
        ...(row.short_time === null ? [] : [{ text: `短時間 ${formatNumber(row.short_time)}人`, href: chartHref(page.fact(row, 'short_time'), table) }]),
      ],
    })),
  }
}

function kindParts(page: PageContext, row: ReemploymentYear, table: string): ColumnPart[] {
  const { fiscal_year, total, full_time, short_time } = row
  if (full_time === null || short_time === null) return [{ fiscalYear: fiscal_year, from: 0, to: total ?? 0, fill: 'var(--series-1)' }]
  const inside = { inside: `フルタイム\n${formatNumber(full_time)}人`, ink: 'var(--on-series)', href: chartHref(page.fact(row, 'full_time'), table) }
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
    parts: rated.flatMap((row) => rateParts(page, row, table)),
    heads: rated.map((row) => ({
      fiscalYear: row.fiscal_year,
      at: row.retirees ?? 0,
      lines: [
        { text: rate(row), href: table },
        { text: `退職 ${formatNumber(row.retirees)}人`, href: chartHref(page.fact(row, 'retirees'), table) },
      ],
    })),
  }
}

function rateParts(page: PageContext, row: ReemploymentYear, table: string): ColumnPart[] {
  const rehired = row.rehired ?? 0
  const inside = { inside: `再任用\n${formatNumber(rehired)}人`, ink: 'var(--on-series)', href: chartHref(page.fact(row, 'rehired'), table) }
  return [
    { fiscalYear: row.fiscal_year, from: rehired, to: row.retirees ?? 0, fill: 'var(--series-1-soft)' },
    { fiscalYear: row.fiscal_year, from: 0, to: rehired, fill: 'var(--series-1)', ...inside },
  ]
}
