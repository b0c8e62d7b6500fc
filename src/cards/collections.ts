import { Card, ResponsiveChart } from '../components/card.ts'
import { ClaimsChart } from '../components/claims-chart.ts'
import type { Html } from '../components/html.ts'
import { pivotByYear } from '../data/pivot.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatNumber, formatPercentChange, formatYen } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { sourceLines } from './sources.ts'

const largestClaims = 6

/** What was collected in a fiscal year. */
export interface CollectionYear {
  item_no: number
  fiscal_year: number
  amount_yen: number
  change_yen: number | null
  change_percent: number | null
}

interface ClaimMart {
  claim: string
  fiscal_year: number
  amount_yen: number
  departments: string
  rank: number
}

/** What was collected by fiscal year. */
export function collectionYears(warehouse: Warehouse): readonly CollectionYear[] {
  return warehouse.mart('collection_years') as unknown as readonly CollectionYear[]
}

/** 収納: the largest claims by year, all of them in the table. Nothing where no item lists claims. */
export function collectionsCard(warehouse: Warehouse): Html | undefined {
  const latest = collectionYears(warehouse).at(-1)
  if (!latest) return undefined
  const claims = warehouse.mart('collection_claims') as unknown as readonly ClaimMart[]
  const { years, lines } = pivotByYear(claims.map(({ claim, fiscal_year, amount_yen }) => ({ key: claim, year: fiscal_year, value: amount_yen })))
  const shown = claims
    .filter(({ rank }) => rank <= largestClaims)
    .map(({ claim, fiscal_year, amount_yen }) => ({ claim, fiscalYear: fiscal_year, yen: amount_yen }))
  const change = latest.change_percent === null ? '' : `、前年度比${formatPercentChange(latest.change_percent)}`
  return Card({
    id: 'collections',
    finding: `使用料等の収納は${eraYear(latest.fiscal_year)}に${formatYen(latest.amount_yen)}${change}`,
    scope: `滞納整理で納付された債権、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円。納付額の合計が大きい${Math.min(largestClaims, lines.length)}件 (全${lines.length}件は表)。`,
    body: ResponsiveChart((size) => ClaimsChart(shown, size), 'half'),
    table: {
      head: ['債権', '担当課', ...years.map((year) => `${bothYears(year)} (円)`)],
      rows: lines.map(({ key, values }) => [key, departmentsOf(claims, key), ...years.map((year) => formatNumber(values.get(year) ?? null))]),
    },
    source: sourceLines(warehouse.table('collections')),
  })
}

/** Every department that collected a claim, each once. */
function departmentsOf(claims: readonly ClaimMart[], claim: string): string {
  return [...new Set(claims.filter((row) => row.claim === claim).flatMap(({ departments }) => departments.split('、')))].join('、')
}
