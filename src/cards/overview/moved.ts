import { ChangesChart } from '../../charts/changes-chart.ts'
import { signedYen } from '../../charts/waterfall-chart.ts'
import { ChangeNumber, PercentNumber } from '../../evidence/changes.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatPercentChange } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { CardSection } from '../card.ts'
import { comparedYears, effectHref, unlikeNote } from '../effect-items.ts'
import { EffectNumber, type EffectYearRow, effectChange, effectYears } from '../effects.ts'
import { ItemName, sourceLines } from '../item-links.ts'

const mostShown = 6

/** What moved most in the last year: the items' effects against the year before, largest change first. Nothing in a first year. */
export function movedCard(page: PageContext): Html | undefined {
  const rows = lastChanges(page)
  const [first] = rows
  if (!first || first.change_yen === null) return undefined
  const place = page.warehouse.plan.municipality ?? page.warehouse.plan.title ?? ''
  return CardSection(page, {
    id: 'moved',
    tables: ['effects'],
    width: 'half',
    finding: html`最も動いたのは${first.title}の効果額で、前年度差${ChangeNumber(page, effectChange(page, first), signedYen(first.change_yen))}`,
    scope: `効果額の前年度との差、${place}、${bothYears(first.fiscal_year)}。差の大きい${rows.length}項目。`,
    chart: (size) =>
      ChangesChart(
        `${eraYear(first.fiscal_year)}の効果額の前年度差`,
        rows.map((row) => ({
          name: `No.${row.item_no} ${row.title}`,
          yen: row.change_yen ?? 0,
          detail: `(${formatPercentChange(row.change_percent)})`,
          href: effectHref(page, row),
        })),
        size,
      ),
    note: unlikeNote(
      page,
      rows.map(({ item_no }) => item_no),
    ),
    table: {
      head: ['項目', '前年度 (円)', '当年度 (円)', '差 (円)', '前年度比 (%)'],
      rows: rows.map((row) => {
        const change = effectChange(page, row)
        return [
          { value: `No.${row.item_no} ${row.title}`, shown: ItemName(row) },
          { value: row.previous_yen, shown: change.before ?? '' },
          { value: row.amount_yen, shown: EffectNumber(page, row) },
          { value: row.change_yen, shown: ChangeNumber(page, change) },
          { value: row.change_percent, shown: PercentNumber(page, change) },
        ]
      }),
    },
    source: sourceLines(page.warehouse.table('effects').filter(({ item_no }) => rows.some((row) => row.item_no === item_no))),
  })
}

/** The last year's changes by rank, without what stayed as it was. */
function lastChanges(page: PageContext): EffectYearRow[] {
  const years = effectYears(page.warehouse)
  const last = Math.max(...years.map(({ fiscal_year }) => fiscal_year))
  return comparedYears(page.warehouse)
    .filter(({ fiscal_year, change_rank }) => fiscal_year === last && change_rank !== null && change_rank <= mostShown)
    .sort((a, b) => (a.change_rank ?? 0) - (b.change_rank ?? 0))
    .flatMap(({ item_no }) => years.filter((row) => row.item_no === item_no && row.fiscal_year === last && row.change_yen !== null && row.change_yen !== 0))
}
