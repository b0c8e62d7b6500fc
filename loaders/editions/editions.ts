import { cityOf } from '../records/plan-series.ts'
import type { TableRows } from '../tables.ts'
import { settleLineages } from './lineage.ts'
import type { Note } from './note.ts'
import { findRestatements, type Restatement } from './restatements.ts'
import { type Edition, isSameEdition, settleSeries } from './series.ts'
import { rowsOfPlans } from './table-rows.ts'

/** The rows of plans that know of each other, the values that were restated, and what is to be said of each plan. */
export interface Settled {
  rows: TableRows
  restatements: Restatement[]
  notes: Note[]
}

/** Tells plans and their items which belong together: series, current edition, lineage and restated values. Rows keep their order. */
export function settleEditions(rows: TableRows): Settled {
  const plans = settleSeries(rows.plans)
  const { items, notes } = settleLineages(plans, rows.items)
  const settled = { ...rows, plans, items }
  const restated = findRestatements(settled)
  return { rows: settled, restatements: restated.restatements, notes: [...notesOfPlans(plans), ...notes, ...restated.notes] }
}

function notesOfPlans(plans: readonly Edition[]): Note[] {
  if (plans.length === 1) return []
  return plans.flatMap((plan): Note[] => {
    const { plan_id: planId, series, source_sha256 } = plan
    if (series === planId && plan.municipality_code === null && cityOf(plan) === null)
      return [
        {
          planId,
          ruleId: 'no-municipality',
          reason: '自治体の名前がないので、ほかの文書と同じプランの版とみなさない。plan.json の municipality か series に書ける',
        },
      ]
    const other = plan.is_current ? plans.find((each) => each !== plan && each.source_sha256 !== source_sha256 && isSameEdition(each, plan)) : undefined
    if (!other) return []
    return [
      {
        planId,
        ruleId: 'unclear-edition',
        reason: `${other.plan_id} と同じ年度までの同じ版で、どちらが新しいかわからない。この文書を現行の版とした。plan.json の published_on に公表日を書くと、遅い方を採る`,
      },
    ]
  })
}

/** The rows of the current editions, and those of earlier ones without their plans: every plan is among the current rows. */
export function partEditions(rows: TableRows): { current: TableRows; earlier: TableRows } {
  const current = new Set(rows.plans.flatMap(({ plan_id, is_current }) => (is_current ? [plan_id] : [])))
  if (current.size === rows.plans.length) return { current: rows, earlier: rowsOfPlans(rows, () => false) }
  return {
    current: { ...rowsOfPlans(rows, (planId) => current.has(planId)), plans: rows.plans },
    earlier: { ...rowsOfPlans(rows, (planId) => !current.has(planId)), plans: [] },
  }
}
