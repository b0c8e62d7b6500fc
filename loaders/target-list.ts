import { grouped } from './document/grouped.ts'
import type { ProofPlace } from './proof.ts'
import type { Row, TableRows } from './tables.ts'
import { sumOf } from './vocabulary/numerals.ts'

/** What came of a target: as the document says, or by the numbers; of head counts only more, fewer or as planned. */
export type TargetResult = 'met' | 'missed' | 'more' | 'fewer' | 'as_planned' | 'ahead' | 'unmatched'

/** A numeric target of an item for a year, or a planned head count, with what came of it; a row of `marts.item_targets`. */
export interface PlanTarget {
  itemNo: number
  itemCode: string | null
  itemTitle: string | null
  fiscalYear: number
  kind: 'target' | 'plan'
  measure: string
  target: number
  unit: string
  statedResult: string | null
  /** null where the document states none */
  actual: number | null
  result: TargetResult
  at: ProofPlace
}

type Stated = Omit<PlanTarget, 'result' | 'itemCode' | 'itemTitle'>

/**
 * The targets of a plan against what came of them, in the order of its items, from its rows alone: for where no database is at hand.
 * `tests/target-list.test.ts` holds them against `marts.item_targets`.
 */
export function planTargets(rows: TableRows, planId: string): PlanTarget[] {
  const isOfPlan = ({ plan_id }: { plan_id: string }) => plan_id === planId
  const items = new Map(rows.items.filter(isOfPlan).map((item) => [item.item_no, item]))
  const lastYear = rows.plans.find(isOfPlan)?.last_fiscal_year ?? Number.POSITIVE_INFINITY
  const staffing = rows.staffing.filter(isOfPlan)
  const actualOf = actuals(rows.effects.filter(isOfPlan), staffing, items)
  const stated = [...rows.targets.filter(isOfPlan).map((row) => statedTarget(row, actualOf)), ...staffing.flatMap(plannedHeadCount)]
  return stated
    .map((target) => {
      const { item_code: itemCode = null, title: itemTitle = null } = items.get(target.itemNo) ?? {}
      return { ...target, itemCode, itemTitle, result: resultOf(target, lastYear) }
    })
    .sort((a, b) => a.itemNo - b.itemNo || (a.kind === b.kind ? a.fiscalYear - b.fiscalYear : a.kind === 'target' ? -1 : 1))
}

/** What an item has of a measure in a year, null where nothing states it. */
type ActualOf = (itemNo: number, fiscalYear: number, measure: string) => number | null

function actuals(effects: readonly Row<'effects'>[], staffing: readonly Row<'staffing'>[], items: ReadonlyMap<number, Row<'items'>>): ActualOf {
  const key = ({ item_no, fiscal_year }: { item_no: number; fiscal_year: number }) => `${item_no} ${fiscal_year}`
  const counted = effects.filter(({ item_no, part_of, is_repeat }) => part_of === null && !is_repeat && items.get(item_no)?.effects_open === null)
  const amounts = grouped(
    counted.filter(({ amount_yen }) => amount_yen !== null),
    key,
  )
  const counts = grouped(
    staffing.filter(({ actual }) => actual !== null),
    key,
  )
  return (item_no, fiscal_year, measure) => {
    const at = key({ item_no, fiscal_year })
    if (measure === 'effect_yen') {
      const yen = amounts.get(at)?.map(({ amount_yen }) => amount_yen ?? 0)
      return yen ? sumOf(yen) : null
    }
    const latest = counts.get(at)?.reduce((last, count) => (count.as_of > last.as_of ? count : last))
    return measure === 'staff' ? (latest?.actual ?? null) : null
  }
}

function statedTarget(row: Row<'targets'>, actualOf: ActualOf): Stated {
  const { item_no, fiscal_year, measure, value, unit, stated_result } = row
  return {
    itemNo: item_no,
    fiscalYear: fiscal_year,
    kind: 'target',
    measure,
    target: value,
    unit,
    statedResult: stated_result,
    actual: actualOf(item_no, fiscal_year, measure),
    at: placeOf(row),
  }
}

function plannedHeadCount(row: Row<'staffing'>): Stated[] {
  const { item_no: itemNo, fiscal_year: fiscalYear, planned, actual, stated_result: statedResult } = row
  if (planned === null) return []
  return [{ itemNo, fiscalYear, kind: 'plan', measure: 'staff', target: planned, unit: '人', statedResult, actual, at: placeOf(row) }]
}

function placeOf(row: Row<'targets'> | Row<'staffing'>): ProofPlace {
  return {
    text: { start: { line: row.source_line, column: row.source_column }, end: { line: row.source_end_line, column: row.source_end_column } },
    inFile: { page: row.source_page, box: row.source_box, cell: row.source_cell },
  }
}

function resultOf({ statedResult, actual, target, measure, fiscalYear }: Stated, lastYear: number): TargetResult {
  if (statedResult === 'met' || statedResult === 'missed') return statedResult
  if (actual === null) return fiscalYear > lastYear ? 'ahead' : 'unmatched'
  if (measure !== 'staff') return actual >= target ? 'met' : 'missed'
  if (actual === target) return 'as_planned'
  return actual > target ? 'more' : 'fewer'
}
