import type { Row } from '../../../loaders/dictionary/tables.ts'
import { type Operand, ReadNumber } from '../../evidence/numbers.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { SourcePlace } from '../../facts/figure-index.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears } from '../../format/years.ts'

type Check = Row<'checks'>
type Placed = SourcePlace & { item_no: number; fiscal_year?: number }

/** The lines of a total: their amounts, or their quantities where the check is about those. */
function effects(page: PageContext, check: Check): Operand[] {
  const isOfQuantity = check.message.startsWith('数量')
  return rowsOf(page.warehouse.table('effects'), check)
    .filter(({ part_of }) => part_of === null)
    .map((row) => {
      const name = check.fiscal_year === null ? bothYears(row.fiscal_year) : (row.label ?? bothYears(row.fiscal_year))
      return isOfQuantity || row.amount_yen === null
        ? operand(page, row, name, row.quantity, row.quantity_unit ?? '')
        : operand(page, row, name, row.amount_yen, '円')
    })
}

/** The statements of the document that the computed side of a check was made from, rule by rule. */
export function checkOperands(page: PageContext, check: Check): Operand[] {
  return operandsByRule[check.rule]?.(page, check) ?? []
}

const operandsByRule: Readonly<Record<string, (page: PageContext, check: Check) => Operand[]>> = {
  'effect-total': effects,
  'effect-year-total': effects,
  'effect-breakdown': (page, check) => [...assetTotals(page, check), ...claims(page, check)],
  'collection-total': claims,
  'asset-contracts': (page, check) =>
    rowsOf(page.warehouse.table('assets'), check)
      .filter(({ region, kind, contracts }) => region !== null && contracts !== null && check.message.startsWith(kind === 'sale' ? '売却' : '貸付'))
      .map((row) => operand(page, row, row.region ?? '', row.contracts, '件')),
  'training-breakdown': (page, check) =>
    rowsOf(page.warehouse.table('trainings'), check)
      .filter(({ part_of }) => part_of !== null)
      .map((row) => operand(page, row, row.course, row.participants, '人')),
  'reemployment-total': (page, check) =>
    rowsOf(page.warehouse.table('reemployment'), check).flatMap((row) =>
      check.published === row.total && check.message.startsWith('再任用職員数')
        ? [operand(page, row, 'フルタイム', row.full_time, '人'), operand(page, row, '短時間', row.short_time, '人')]
        : [operand(page, row, 'フルタイム', row.rehired_full_time, '人'), operand(page, row, '短時間', row.rehired_short_time, '人')],
    ),
  'response-rate': (page, check) =>
    rowsOf(page.warehouse.table('surveys'), check).flatMap((row) => [
      operand(page, row, '回答者', row.responded, '人'),
      operand(page, row, '対象者', row.surveyed, '人'),
    ]),
  'score-change': (page, check) =>
    page.warehouse
      .table('surveys')
      .filter(({ item_no, fiscal_year }) => item_no === check.item_no && (fiscal_year === check.fiscal_year || fiscal_year === (check.fiscal_year ?? 0) - 1))
      .map((row) => operand(page, row, bothYears(row.fiscal_year), row.score, '点')),
  'score-agreement': (page, check) => rowsOf(page.warehouse.table('surveys'), check).map((row) => operand(page, row, '実績の総合点', row.score, '点')),
  'staffing-agreement': (page, check) =>
    rowsOf(page.warehouse.table('staffing'), check).flatMap((row) => [
      operand(page, row, '実績', row.actual, '人'),
      operand(page, row, '計画', row.planned, '人'),
    ]),
}

function assetTotals(page: PageContext, check: Check): Operand[] {
  if (check.message.includes('債権')) return []
  return rowsOf(page.warehouse.table('assets'), check)
    .filter(({ region }) => region === null)
    .map((row) => operand(page, row, row.kind === 'sale' ? '売却額' : '貸付額', row.amount_yen, '円'))
}

function claims(page: PageContext, check: Check): Operand[] {
  if (check.message.includes('売却')) return []
  return rowsOf(page.warehouse.table('collections'), check).map((row) => operand(page, row, row.claim, row.amount_yen, '円'))
}

/** The rows of the item that a check is about, and of its year where it is about one. */
function rowsOf<T extends Placed>(rows: readonly T[], { item_no, fiscal_year }: Check): T[] {
  return rows.filter((row) => row.item_no === item_no && (fiscal_year === null || row.fiscal_year === fiscal_year))
}

function operand(page: PageContext, row: SourcePlace, name: string, value: number | null, unit: string): Operand {
  return { name, number: ReadNumber(page, `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}${unit}`, row, value) }
}
