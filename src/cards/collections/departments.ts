import { ClaimsChart } from '../../charts/claims-chart.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import { boundBefore, boundSentence, OtherBoundNote } from '../bounds.ts'
import { byItem, grouped } from '../by-item.ts'
import { type Card, notesOf } from '../card.ts'
import { chartHref, Yen } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'
import { CollectedAndChange, inYear } from './collections.ts'

/** 年度別・課別: what each department collected by year, and all of them together. */
export function departmentsCards(page: PageContext): Card[] {
  const { warehouse } = page
  return byItem(warehouse.mart('collection_years'), (years, id) => {
    const [first, latest] = [years[0], years[years.length - 1] ?? years[0]]
    const rows = warehouse.mart('collection_years_by_department').filter(({ item_no }) => item_no === latest.item_no)
    const most = rows.find(({ fiscal_year, year_rank }) => fiscal_year === latest.fiscal_year && year_rank === 1)
    const bars = rows.map((row) => ({
      claim: row.department,
      fiscalYear: row.fiscal_year,
      yen: row.amount_yen,
      href: chartHref(page.fact(row, 'amount_yen'), `#${id('departments')}-table`),
    }))
    return {
      id: id('departments'),
      tables: ['collections'],
      width: 'half',
      finding: phrase`${boundBefore(latest.scope)}納付額は${eraYear(latest.fiscal_year)}に${CollectedAndChange(page, latest)}${
        most && phrase`。最も多いのは${most.department}の${Yen(page, page.fact(most, 'amount_yen'))} (${FactNumber(page, page.fact(most, 'percent'))})`
      }`,
      scope: `滞納整理で納付された額、担当課別、${yearRange(first.fiscal_year, latest.fiscal_year)}、円。${boundSentence('納付額', years)}`,
      chart: (size) => ClaimsChart(bars, size, '担当課'),
      note: notesOf(OtherBoundNote(page, latest), totalsNote(page, latest.item_no)),
      table: {
        head: ['担当課', ...years.flatMap(({ fiscal_year }) => [`${bothYears(fiscal_year)} (円)`, `${eraYear(fiscal_year)}の割合 (%)`])],
        rows: [
          ...grouped(rows, ({ department }) => department).map((ofDepartment) => [
            ofDepartment[0].department,
            ...years.flatMap(({ fiscal_year }) => {
              const row = inYear(ofDepartment, fiscal_year)
              return [valueCell(page, row, 'amount_yen'), valueCell(page, row, 'percent')]
            }),
          ]),
          ['計', ...years.flatMap((year) => [valueCell(page, year, 'amount_yen'), { value: null, shown: '' }])],
        ],
      },
      source: sourceLines(
        page,
        warehouse.table('collections').filter(({ item_no }) => item_no === latest.item_no),
      ),
    }
  })
}

/** Printed sums of a year that are other than the sum of its claims, in words. */
function totalsNote(page: PageContext, itemNo: number): Phrase | undefined {
  const wrong = page.warehouse
    .table('checks')
    .filter(({ rule, outcome, item_no }) => rule === 'collection-total' && outcome === 'differs' && item_no === itemNo)
  return wrong.length === 0 ? undefined : phrase`${wrong.map(({ message }) => `${message}。`)}ここでは再計算値を使う。${Link('/checks.html', '照合')}`
}
