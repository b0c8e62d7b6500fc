import type { Reading } from '../structure/item.ts'
import type { Row } from '../tables.ts'

/** What was read from the items of a document, table by table, rows with their words. */
export interface Records {
  items: Reading<'items'>[]
  initiatives: Reading<'initiatives'>[]
  schedules: Reading<'schedules'>[]
  results: Reading<'results'>[]
  reviews: Reading<'reviews'>[]
  effects: Reading<'effects'>[]
  effectTotals: Reading<'effectTotals'>[]
  targets: Reading<'targets'>[]
  collections: Reading<'collections'>[]
  staffing: Reading<'staffing'>[]
  reemployment: Reading<'reemployment'>[]
  surveys: Reading<'surveys'>[]
  trainings: Reading<'trainings'>[]
  assets: Reading<'assets'>[]
  itemReferences: Reading<'itemReferences'>[]
}

/** All that was read from a document. */
export interface Readings extends Records {
  figures: Reading<'figures'>[]
  sourceLines: Omit<Row<'sourceLines'>, 'plan_id'>[]
}
