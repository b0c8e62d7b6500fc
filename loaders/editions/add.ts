import type { TableRows } from '../tables.ts'
import { isSameEdition, settleSeries } from './series.ts'
import { mergeRows, rowsOfPlans } from './table-rows.ts'

/** A plan that is read, and the one stored before that it would stand in the place of. */
export interface Conflict {
  planId: string
  storedId: string
  kind: 'id' | 'edition'
}

/** Rows of plans stored before with those that are read now behind them, and which of the stored ones had to give way. */
export function addPlans(stored: TableRows, read: TableRows): { rows: TableRows; conflicts: Conflict[] } {
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
  return { rows: mergeRows([rowsOfPlans(stored, (planId) => !replaced.has(planId)), read]), conflicts }
}
