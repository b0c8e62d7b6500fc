import { ClaimsChart } from '../charts/claims-chart.ts'
import { PercentNumber, SumNumber } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import { CollectionNumber, type CollectionYear, collectionChange, collectionYears, YearTotalNumber } from './collections.ts'
import { sourceLines } from './item-links.ts'

/** What a department collected in a year, and its share of the year. */
interface DepartmentYear {
  item_no: number
  department: string
  fiscal_year: number
  amount_yen: number
  claims: number
  rank: number
  percent: number
  year_yen: number
}

function departmentYears(page: PageContext): readonly DepartmentYear[] {
  return page.warehouse.mart('collection_years_by_department') as unknown as readonly DepartmentYear[]
}

/** What a department collected in a year: read, or the sum of its claims. */
function DepartmentNumber(page: PageContext, row: DepartmentYear, text = formatNumber(row.amount_yen)): Html {
  const claims = page.warehouse
    .table('collections')
    .filter(({ item_no, department, fiscal_year }) => item_no === row.item_no && department === row.department && fiscal_year === row.fiscal_year)
  const [only] = claims
  if (only && claims.length === 1) return ReadNumber(page, text, only, only.amount_yen)
  const operands = claims.map((claim) => ({ name: claim.claim, number: ReadNumber(page, `${formatNumber(claim.amount_yen)}円`, claim, claim.amount_yen) }))
  return SumNumber(page, text, row.amount_yen, '円', operands, '課の債権の納付額の合計')
}

function ShareNumber(page: PageContext, row: DepartmentYear): Html {
  return ComputedNumber(page, `${formatNumber(row.percent, 1)}%`, {
    formula: '課の納付額 ÷ 年度の納付額 × 100、小数第1位に丸める',
    operands: [
      { name: row.department, number: DepartmentNumber(page, row, `${formatNumber(row.amount_yen)}円`) },
      {
        name: bothYears(row.fiscal_year),
        number: YearTotalNumber(page, { item_no: row.item_no, fiscal_year: row.fiscal_year, amount_yen: row.year_yen }),
      },
    ],
    result: `${formatNumber(row.percent, 1)}%`,
  })
}

/** 年度別・課別: what each department collected by year, and all of them together. */
export function departmentsCard(page: PageContext): Html | undefined {
  return html`${byItem(collectionYears(page.warehouse), (years, id) => {
    const latest = years.at(-1) as CollectionYear
    const rows = departmentYears(page).filter(({ item_no }) => item_no === latest.item_no)
    const most = [...rows].filter(({ fiscal_year }) => fiscal_year === latest.fiscal_year).sort((a, b) => b.amount_yen - a.amount_yen)[0] as DepartmentYear
    return CardSection(page, {
      id: id('departments'),
      tables: ['collections'],
      width: 'half',
      finding: html`納付額は${eraYear(latest.fiscal_year)}に${CollectionNumber(page, latest, formatYen(latest.amount_yen))}${latest.change_percent !== null && html`、前年度比${PercentNumber(page, collectionChange(page, latest))}`}。最も多いのは${most.department}の${DepartmentNumber(page, most, formatYen(most.amount_yen))} (${ShareNumber(page, most)})`,
      scope: `滞納整理で納付された額、担当課別、${yearRange(years[0]?.fiscal_year ?? null, latest.fiscal_year)}、円。`,
      chart: (size) =>
        ClaimsChart(
          rows.map((row) => ({
            claim: row.department,
            fiscalYear: row.fiscal_year,
            yen: row.amount_yen,
            href: departmentHref(page, row, `#${id('departments')}-table`),
          })),
          size,
          '担当課',
        ),
      note: totalsNote(page, latest.item_no),
      table: {
        head: ['担当課', ...years.flatMap(({ fiscal_year }) => [`${bothYears(fiscal_year)} (円)`, `${eraYear(fiscal_year)}の割合 (%)`])],
        rows: [
          ...[...new Set(rows.map(({ department }) => department))].map((department) => [
            department,
            ...years.flatMap(({ fiscal_year }) => {
              const row = rows.find((other) => other.department === department && other.fiscal_year === fiscal_year)
              return [
                { value: row?.amount_yen ?? null, shown: row ? DepartmentNumber(page, row) : noData },
                { value: row?.percent ?? null, shown: row ? ShareNumber(page, row) : noData },
              ]
            }),
          ]),
          [
            '計',
            ...years.flatMap((year) => [
              { value: year.amount_yen, shown: CollectionNumber(page, year, formatNumber(year.amount_yen)) },
              { value: null, shown: '' },
            ]),
          ],
        ],
      },
      source: sourceLines(page.warehouse.table('collections').filter(({ item_no }) => item_no === latest.item_no)),
    })
  })}`
}

function departmentHref(page: PageContext, row: DepartmentYear, table: string): string {
  const link = /href="([^"]+)"/.exec(row.claims === 1 ? String(DepartmentNumber(page, row)) : '')?.[1]
  return link ?? table
}

/** Printed sums of a year that are other than the sum of its claims, in words. */
function totalsNote(page: PageContext, itemNo: number): Html | undefined {
  const wrong = page.warehouse
    .table('checks')
    .filter(({ rule, outcome, item_no }) => rule === 'collection-total' && outcome === 'differs' && item_no === itemNo)
  return wrong.length === 0 ? undefined : html`${wrong.map(({ message }) => `${message}。`)}ここでは計算値を使う。<a href="/checks.html">照合</a>`
}
