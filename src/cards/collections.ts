import { ClaimsChart } from '../charts/claims-chart.ts'
import { pivotByYear } from '../data/pivot.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { PercentNumber, SumNumber, type YearChange } from '../evidence/changes.ts'
import { ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'

const largestClaims = 6

/** What was collected in a fiscal year. */
export interface CollectionYear {
  item_no: number
  fiscal_year: number
  amount_yen: number
  change_yen: number | null
  change_percent: number | null
}

/** A claim (over all departments) in a fiscal year; rank 1 is the largest of all years. */
export interface ClaimYearRow {
  item_no: number
  claim: string
  fiscal_year: number
  amount_yen: number
  total_yen: number
  departments: string
  rank: number
}

/** What of a claim's row names it and its amount. */
export type ClaimAmount = Pick<ClaimYearRow, 'item_no' | 'claim' | 'fiscal_year' | 'amount_yen'>

/** What was collected by fiscal year. */
export function collectionYears(warehouse: Warehouse): readonly CollectionYear[] {
  return warehouse.mart('collection_years') as unknown as readonly CollectionYear[]
}

/** Claims by year, the largest first. */
export function claimYears(warehouse: Warehouse): readonly ClaimYearRow[] {
  return warehouse.mart('collection_claims') as unknown as readonly ClaimYearRow[]
}

/** A claim's amount in a year: read, or the sum of what several departments collected of it. */
export function ClaimNumber(page: PageContext, { item_no, claim, fiscal_year, amount_yen }: ClaimAmount, text = formatNumber(amount_yen)): Html {
  const rows = page.warehouse.table('collections').filter((row) => row.item_no === item_no && row.claim === claim && row.fiscal_year === fiscal_year)
  const [only] = rows
  if (only && rows.length === 1) return ReadNumber(page, text, only, only.amount_yen)
  const operands = rows.map((row) => ({ name: row.department, number: ReadNumber(page, `${formatNumber(row.amount_yen)}円`, row, row.amount_yen) }))
  return SumNumber(page, text, amount_yen, '円', operands, '担当課ごとの納付額の合計')
}

/** All that was collected in a year: the sum of the claims. */
export function CollectionNumber(page: PageContext, year: Pick<CollectionYear, 'item_no' | 'fiscal_year' | 'amount_yen'>, text: string): Html {
  const operands = page.warehouse
    .table('collections')
    .filter((row) => row.item_no === year.item_no && row.fiscal_year === year.fiscal_year)
    .map((row) => ({ name: `${row.claim} (${row.department})`, number: ReadNumber(page, `${formatNumber(row.amount_yen)}円`, row, row.amount_yen) }))
  return SumNumber(page, text, year.amount_yen, '円', operands, '債権ごとの納付額の合計')
}

/** The same as an operand: the printed sum where it agrees with the claims, else the sum with its receipt. */
export function YearTotalNumber(page: PageContext, year: Pick<CollectionYear, 'item_no' | 'fiscal_year' | 'amount_yen'>): Html {
  const text = `${formatNumber(year.amount_yen)}円`
  const printed = page.warehouse
    .table('checks')
    .find(
      ({ rule, outcome, item_no, fiscal_year }) =>
        rule === 'collection-total' && outcome === 'agrees' && item_no === year.item_no && fiscal_year === year.fiscal_year,
    )
  if (!printed?.source_line) return CollectionNumber(page, year, text)
  const line = { source_line: printed.source_line, source_column: 1, source_end_line: printed.source_line, source_end_column: Number.MAX_SAFE_INTEGER }
  return ReadNumber(page, text, line, year.amount_yen)
}

/** The change of what was collected on the year before. */
export function collectionChange(page: PageContext, year: CollectionYear): YearChange {
  const before = collectionYears(page.warehouse).find(({ item_no, fiscal_year }) => item_no === year.item_no && fiscal_year === year.fiscal_year - 1)
  return {
    fiscalYear: year.fiscal_year,
    change: year.change_yen,
    percent: year.change_percent,
    unit: '円',
    before: before && YearTotalNumber(page, before),
    now: YearTotalNumber(page, year),
  }
}

/** 収納: the largest claims by year, all of them in the table. Nothing where no item lists claims. */
export function collectionsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const latest = collectionYears(warehouse).at(-1)
  if (!latest) return undefined
  const claims = claimYears(warehouse)
  const { years, lines } = pivotByYear(claims.map(({ claim, fiscal_year, amount_yen }) => ({ key: claim, year: fiscal_year, value: amount_yen })))
  const shown = claims
    .filter(({ rank }) => rank <= largestClaims)
    .map((row) => ({ claim: row.claim, fiscalYear: row.fiscal_year, yen: row.amount_yen, href: claimHref(page, row) }))
  return CardSection(page, {
    id: 'collections',
    tables: ['collections'],
    width: 'half',
    finding: html`使用料等の収納は${eraYear(latest.fiscal_year)}に${CollectionNumber(page, latest, formatYen(latest.amount_yen))}${latest.change_percent !== null && html`、前年度比${PercentNumber(page, collectionChange(page, latest))}`}`,
    scope: `滞納整理で納付された債権、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円。納付額の合計が大きい${Math.min(largestClaims, lines.length)}件 (全${lines.length}件は表)。`,
    chart: (size) => ClaimsChart(shown, size),
    table: {
      head: ['債権', '担当課', ...years.map((year) => `${bothYears(year)} (円)`)],
      rows: lines.map(({ key, values }) => [
        key,
        departmentsOf(claims, key),
        ...years.map((year) => {
          const row = claims.find(({ claim, fiscal_year }) => claim === key && fiscal_year === year)
          return { value: values.get(year) ?? null, shown: row ? ClaimNumber(page, row) : noData }
        }),
      ]),
    },
    source: sourceLines(warehouse.table('collections')),
  })
}

/** Where a claim's amount of a year stands in the source view; the table with its receipt where several departments collected it. */
export function claimHref(
  page: PageContext,
  { item_no, claim, fiscal_year }: Pick<ClaimYearRow, 'item_no' | 'claim' | 'fiscal_year'>,
  table = '#collections-table',
): string {
  const [row, another] = page.warehouse
    .table('collections')
    .filter((other) => other.item_no === item_no && other.claim === claim && other.fiscal_year === fiscal_year)
  return row && !another ? sourceHref(page, row, row.amount_yen) : table
}

/** Every department that collected a claim, each once. */
function departmentsOf(claims: readonly ClaimYearRow[], claim: string): string {
  return [...new Set(claims.filter((row) => row.claim === claim).flatMap(({ departments }) => departments.split('、')))].join('、')
}
