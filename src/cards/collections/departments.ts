import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { ClaimsChart, type ClaimYear } from '../../charts/claims-chart.ts'
import type { ChartSize } from '../../charts/plot.ts'
import { type YearBar, YearBarsChart } from '../../charts/year-bars-chart.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import { boundBefore, boundSentence, OtherBoundNote } from '../bounds.ts'
import { byItem, grouped } from '../by-item.ts'
import { type Card, type CardViews, notesOf } from '../card.ts'
import { chartHref, Yen } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { growthBar, shareBar, showChoice } from '../views.ts'
import { CollectedAndChange, inYear } from './collections.ts'

type DepartmentYear = MartRow<'collection_years_by_department'>

/** 年度別・課別: what each department collected by year, and all of them together. */
export function departmentsCards(page: PageContext): Card[] {
  const { warehouse } = page
  return byItem(warehouse.mart('collection_years'), (years, id) => {
    const [first, latest] = [years[0], years[years.length - 1] ?? years[0]]
    const rows = warehouse.mart('collection_years_by_department').filter(({ item_no }) => item_no === latest.item_no)
    const most = rows.find(({ fiscal_year, year_rank }) => fiscal_year === latest.fiscal_year && year_rank === 1)
    const bars = rows.map((row) => ({
      claim: row.department,
      department: row.department,
      fiscalYear: row.fiscal_year,
      yen: row.amount_yen,
      href: chartHref(page.fact(row, 'amount_yen'), `#${id('departments')}-table`),
    }))
    return {
      id: id('departments'),
      terms: ['scope', 'change', 'share'],
      tables: ['collections'],
      width: 'half',
      finding: phrase`${boundBefore(latest.scope)}納付額は${eraYear(latest.fiscal_year)}に${CollectedAndChange(page, latest)}${
        most && phrase`。最も多いのは${most.department}の${Yen(page, page.fact(most, 'amount_yen'))} (${FactNumber(page, page.fact(most, 'percent'))})`
      }`,
      scope: `滞納整理で納付された額、担当課別、${yearRange(first.fiscal_year, latest.fiscal_year)}、円。${boundSentence('納付額', years)}`,
      views: departmentViews(rows, bars, id('departments')),
      note: notesOf(OtherBoundNote(page, latest), totalsNote(page, latest.item_no)),
      table: {
        head: [
          '担当課',
          ...years.flatMap(({ fiscal_year }) => [
            `${bothYears(fiscal_year)} (円)`,
            `${eraYear(fiscal_year)}の割合 (%)`,
            ...(fiscal_year === first.fiscal_year ? [] : [`${eraYear(fiscal_year)}の増減率 (%)`]),
          ]),
        ],
        topics: grouped(rows, ({ department }) => department).map(([{ department }]) => ({ department })),
        rows: [
          ...grouped(rows, ({ department }) => department).map((ofDepartment) => [
            ofDepartment[0].department,
            ...years.flatMap(({ fiscal_year }) => {
              const row = inYear(ofDepartment, fiscal_year)
              return [
                valueCell(page, row, 'amount_yen'),
                valueCell(page, row, 'percent'),
                ...(fiscal_year === first.fiscal_year ? [] : [valueCell(page, row, 'change_percent')]),
              ]
            }),
          ]),
          [
            '計',
            ...years.flatMap((year) => [
              valueCell(page, year, 'amount_yen'),
              { value: null, shown: '' },
              ...(year === first ? [] : [valueCell(page, year, 'change_percent')]),
            ]),
          ],
        ],
      },
      source: sourceLines(
        page,
        warehouse.table('collections').filter(({ item_no }) => item_no === latest.item_no),
      ),
    }
  })
}

/** What departments collected by year: amounts, rates of change and shares of the year. */
function departmentViews(rows: readonly DepartmentYear[], amounts: readonly ClaimYear[], id: string): CardViews {
  const bars = rows.map((row) => ({ row, place: { group: row.department, department: row.department, fiscalYear: row.fiscal_year, table: `#${id}-table` } }))
  const growths = bars.flatMap(({ row, place }) => growthBar(place, row.change_percent, undefined) ?? [])
  const shares = bars.flatMap(({ row, place }) => shareBar(place, row.percent) ?? [])
  const years = (shown: readonly YearBar[], name: string) => (size: ChartSize) => YearBarsChart(shown, size, { name, id: `${id}-views` })
  return {
    choices: [showChoice],
    drawings: [
      { chosen: ['amount'], chart: (size) => ClaimsChart(amounts, size, '担当課') },
      { chosen: ['growth'], chart: years(growths, '担当課ごとの納付額の増減率') },
      { chosen: ['share'], chart: years(shares, '担当課ごとの納付額の構成比') },
    ],
  }
}

/** Printed sums of a year that are other than the sum of its claims, in words. */
function totalsNote(page: PageContext, itemNo: number): Phrase | undefined {
  const wrong = page.warehouse
    .table('checks')
    .filter(({ rule, outcome, item_no }) => rule === 'collection-total' && outcome === 'differs' && item_no === itemNo)
  return wrong.length === 0 ? undefined : phrase`${wrong.map(({ message }) => `${message}。`)}ここでは再計算値を使う。${Link('/checks.html', '照合')}`
}
