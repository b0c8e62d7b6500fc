import { Card, ResponsiveChart } from '../components/card.ts'
import { ClaimsChart } from '../components/claims-chart.ts'
import type { Html } from '../components/html.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatNumber, formatPercentChange, formatYen, noData } from '../format/numbers.ts'
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
  const years = [...new Set(claims.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b)
  const names = [...new Set(claims.map(({ claim }) => claim))]
  const shown = claims
    .filter(({ rank }) => rank <= largestClaims)
    .map(({ claim, fiscal_year, amount_yen }) => ({ claim, fiscalYear: fiscal_year, yen: amount_yen }))
  const change = latest.change_percent === null ? '' : `、前年度比${formatPercentChange(latest.change_percent)}`
  return Card({
    id: 'collections',
    finding: `使用料等の収納は${eraYear(latest.fiscal_year)}に${formatYen(latest.amount_yen)}${change}`,
    scope: `滞納整理で納付された債権、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円。納付額の合計が大きい${Math.min(largestClaims, names.length)}件 (全${names.length}件は表)。`,
    body: ResponsiveChart((size) => ClaimsChart(shown, size), 'half'),
    table: {
      head: ['債権', '担当課', ...years.map((year) => `${bothYears(year)} (円)`)],
      rows: names.map((name) => {
        const rows = claims.filter(({ claim }) => claim === name)
        const amounts = years.map((year) => rows.find(({ fiscal_year }) => fiscal_year === year)?.amount_yen)
        return [
          name,
          [...new Set(rows.flatMap(({ departments }) => departments.split('、')))].join('、'),
          ...amounts.map((yen) => (yen === undefined ? noData : formatNumber(yen))),
        ]
      }),
    },
    source: sourceLines(warehouse.table('collections')),
  })
}
