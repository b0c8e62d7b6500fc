import { cityOf } from '../records/plan-series.ts'
import type { TableRows } from '../tables.ts'
import type { Restatement } from './restatements.ts'
import { type Edition, isSameEdition, settleSeries } from './series.ts'
import { mergeRows, rowsOfPlans } from './table-rows.ts'

/** A plan that is read, and the one stored before that it would stand in the place of. */
export interface Conflict {
  planId: string
  storedId: string
  kind: 'id' | 'edition'
}

/** What a warehouse holds to which plans are added; rows other than those of plans are asked for, so that memory does not grow with them. */
export interface StoredPlans {
  plans: readonly Edition[]
  restatements: readonly Restatement[]
  /** The plans with an item that is the same as one of some plans, or that plan.json says to be the same as one of a plan or series named. */
  linkedTo(planIds: readonly string[], named: readonly string[]): Promise<string[]>
  /** The plans and series that plan.json names for items of some plans. */
  namedBy(planIds: readonly string[]): Promise<string[]>
  /** All rows of some plans, in the order in which they were stored. */
  rowsOf(planIds: readonly string[]): Promise<TableRows>
}

/**
 * The stored plans of which rows may change, or that rows of plans now read depend on: of the same municipality or series, with the same bytes,
 * with an item that is the same, and whatever these lead to in turn.
 */
export async function relatedPlans(stored: StoredPlans, read: TableRows): Promise<string[]> {
  const found = new Set<string>()
  const names = new Set(read.items.flatMap(({ same_as }) => (same_as === null ? [] : [nameIn(same_as)])))
  for (let known = -1; known < found.size; ) {
    known = found.size
    const related = [...read.plans, ...stored.plans.filter(({ plan_id }) => found.has(plan_id))]
    const shared = new Set([...names, ...related.flatMap(namesOf)])
    for (const plan of stored.plans) if (namesOf(plan).some((name) => shared.has(name))) found.add(plan.plan_id)
    const named = related.flatMap(({ plan_id, series }) => [plan_id, series])
    for (const planId of await stored.linkedTo([...found], named)) found.add(planId)
    for (const name of await stored.namedBy([...found])) names.add(name)
  }
  return stored.plans.flatMap(({ plan_id }) => (found.has(plan_id) ? [plan_id] : []))
}

/** The plan or series that `same_as` names: osaki-plan5 of osaki-plan5/17. */
function nameIn(sameAs: string): string {
  return sameAs.slice(0, sameAs.indexOf('/'))
}

/** What two plans share where one may change what is known of the other. */
function namesOf(plan: Edition): string[] {
  return [plan.plan_id, plan.series, plan.source_sha256, plan.municipality_code, cityOf(plan)].filter((name) => name !== null)
}

/** Stored plans with those that are read now behind them: every plan, the rows of those that are related, and which of the stored ones had to give way. */
export interface Added {
  rows: TableRows
  conflicts: Conflict[]
  /** the stored plans that stay, in their order */
  kept: string[]
}

/** Puts plans that are read behind those of a warehouse; `related` are the rows of {@link relatedPlans}. */
export function addPlans(stored: StoredPlans, related: TableRows, read: TableRows): Added {
  const all = settleSeries([...stored.plans, ...read.plans])
  const [before, added] = [all.slice(0, stored.plans.length), all.slice(stored.plans.length)]
  const conflicts = added.flatMap((plan) =>
    before.flatMap((other): Conflict[] => {
      const found = { planId: plan.plan_id, storedId: other.plan_id }
      if (plan.plan_id === other.plan_id) return [{ ...found, kind: 'id' }]
      return isSameEdition(plan, other) || plan.source_sha256 === other.source_sha256 ? [{ ...found, kind: 'edition' }] : []
    }),
  )
  const replaced = new Set(conflicts.map(({ storedId }) => storedId))
  const kept = stored.plans.filter(({ plan_id }) => !replaced.has(plan_id))
  const rows = mergeRows([rowsOfPlans(related, (planId) => !replaced.has(planId)), read])
  return { rows: { ...rows, plans: [...kept, ...read.plans] }, conflicts, kept: kept.map(({ plan_id }) => plan_id) }
}

/** The restated values of all plans, in the order of their series: those found now, and of series with no rows at hand those stored. */
export function joinRestatements(
  plans: readonly Edition[],
  stored: readonly Restatement[],
  found: readonly Restatement[],
  isAtHand: (series: string) => boolean,
): Restatement[] {
  const ofSeries = (series: string) => (isAtHand(series) ? found : stored).filter((row) => row.series === series)
  const joined = [...new Set(plans.map(({ series }) => series))].flatMap(ofSeries)
  return joined.map((row, index) => ({ ...row, restatement_no: index + 1 }))
}
