import { checkOperands } from './checks/check-operands.ts'
import { checks } from './checks/checks.ts'
import { digitBalance } from './ledger/digit-balance.ts'
import { figures } from './ledger/figures.ts'
import { sourceLines } from './ledger/source-lines.ts'
import { sourcePages } from './ledger/source-pages.ts'
import { assets } from './records/assets.ts'
import { collections } from './records/collections.ts'
import { effectTotals } from './records/effect-totals.ts'
import { effects } from './records/effects.ts'
import { initiatives } from './records/initiatives.ts'
import { itemReferences } from './records/item-references.ts'
import { items } from './records/items.ts'
import { planEffects } from './records/plan-effects.ts'
import { plans } from './records/plans.ts'
import { ratings } from './records/ratings.ts'
import { reemployment } from './records/reemployment.ts'
import { results } from './records/results.ts'
import { reviews } from './records/reviews.ts'
import { schedules } from './records/schedules.ts'
import { staffing } from './records/staffing.ts'
import { surveys } from './records/surveys.ts'
import type { RowOf } from './records/table.ts'
import { targets } from './records/targets.ts'
import { trainings } from './records/trainings.ts'

/** Every table, in the order in which they are read and published. What stands here is read, checked, stored and described. */
export const tables = {
  plans,
  items,
  initiatives,
  schedules,
  results,
  reviews,
  ratings,
  effects,
  effectTotals,
  planEffects,
  targets,
  collections,
  staffing,
  reemployment,
  surveys,
  trainings,
  assets,
  itemReferences,
  figures,
  checks,
  checkOperands,
  sourceLines,
  sourcePages,
  digitBalance,
} as const

export type TableKey = keyof typeof tables

/** The published row of a table. */
export type Row<K extends TableKey> = RowOf<(typeof tables)[K]>

/** Rows of every published table, as they are stored. */
export type TableRows = { [K in TableKey]: Row<K>[] }
