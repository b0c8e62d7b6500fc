import { ClaimsChart } from '../../charts/claims-chart.ts'
import { valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { phrase } from '../../markup/html.ts'
import { boundBefore, boundSentence, OtherBoundNote } from '../bounds.ts'
import { grouped } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { CollectedAndChange, inYear, latestCollection } from './collections.ts'

const largestClaims = 6

/** 収納: the largest claims by year, all of them in the table. Nothing where no item lists claims. */
export function collectionsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const latest = latestCollection(warehouse)
  if (!latest) return undefined
  const rows = warehouse.mart('collection_claims')
  const claims = grouped(rows, ({ item_no, claim }) => `${item_no} ${claim}`)
  const years = [...new Set(rows.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b)
  const bounds = warehouse.mart('collection_years')
  const shown = rows
    .filter(({ rank }) => rank <= largestClaims)
    .map((row) => ({
      claim: row.claim,
      fiscalYear: row.fiscal_year,
      yen: row.amount_yen,
      href: chartHref(page.fact(row, 'amount_yen'), '#collections-table'),
    }))
  return {
    id: 'collections',
    tables: ['collections'],
    width: 'half',
    finding: phrase`${boundBefore(latest.scope)}納付額は${eraYear(latest.fiscal_year)}に${CollectedAndChange(page, latest)}`,
    scope: `滞納整理で納付された債権、${yearRange(years[0] ?? null, years.at(-1) ?? null)}、円。納付額の合計が大きい${Math.min(largestClaims, claims.length)}件 (全${claims.length}件は表)。${boundSentence('納付額', bounds)}`,
    chart: (size) => ClaimsChart(shown, size),
    note: OtherBoundNote(page, latest),
    table: {
      head: ['債権', '担当課', ...years.map((year) => `${bothYears(year)} (円)`)],
      rows: claims.map((ofClaim) => [
        ofClaim[0].claim,
        ofClaim[0].all_departments,
        ...years.map((year) => {
          const row = inYear(ofClaim, year)
          return valueCell(page, row, 'amount_yen')
        }),
      ]),
    },
    source: sourceLines(page, warehouse.table('collections')),
  }
}
