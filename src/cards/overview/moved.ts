import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { ChangesChart } from '../../charts/changes-chart.ts'
import { signedYen } from '../../charts/waterfall-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatPercentChange } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { chartHref, latestOfKind, unlikeNote } from '../effects/effects.ts'
import { itemCell, itemName, sourceLines } from '../item-links.ts'

const mostShown = 6

/** What moved most in the last year: the items' effects against the year before, largest change first. Nothing in a first year. */
export function movedCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const rows = lastChanges(warehouse)
  const [first] = rows
  if (!first || first.change_yen === null) return undefined
  const change = FactNumber(page, page.fact(first, 'change_yen'), signedYen(first.change_yen))
  return {
    id: 'moved',
    tables: ['effects'],
    width: 'half',
    finding: phrase`増減が最も大きいのは${first.title}の効果額で、前年度差${change}`,
    scope: `効果額の前年度との差、${warehouse.plan.municipality ?? warehouse.plan.title ?? ''}、${bothYears(first.fiscal_year)}。差の大きい${rows.length}項目。`,
    chart: (size) =>
      ChangesChart(
        `${eraYear(first.fiscal_year)}の効果額の前年度差`,
        rows.map((row) => ({
          name: itemName(row),
          yen: row.change_yen ?? 0,
          detail: `(${formatPercentChange(row.change_percent)})`,
          href: chartHref(page.fact(row, 'amount_yen'), '#moved-table'),
        })),
        size,
      ),
    note: unlikeNote(
      page,
      rows.map(({ item_no }) => item_no),
    ),
    table: {
      head: ['項目', '前年度 (円)', '当年度 (円)', '差 (円)', '増減率 (%)'],
      rows: rows.map((row) => [
        itemCell(row),
        factCell(page, page.fact(row, 'previous_yen')),
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        factCell(page, page.fact(row, 'change_percent')),
      ]),
    },
    source: sourceLines(warehouse.table('effects').filter(({ item_no }) => rows.some((row) => row.item_no === item_no))),
  }
}

/** The last year's changes by rank, without what stayed as it was. */
function lastChanges(warehouse: Warehouse): MartRow<'effect_item_years'>[] {
  const last = latestOfKind(warehouse, 'all')?.fiscal_year
  return warehouse
    .mart('effect_item_years')
    .filter(({ fiscal_year, change_rank, change_yen }) => fiscal_year === last && change_rank !== null && change_rank <= mostShown && change_yen !== 0)
    .sort((a, b) => (a.change_rank ?? 0) - (b.change_rank ?? 0))
}
