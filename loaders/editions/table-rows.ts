import { type TableKey, type TableRows, tables } from '../tables.ts'

/** Rows of every table, as a function gives them. */
export function eachTable(rowsOf: (key: TableKey) => object[]): TableRows {
  const keys = Object.keys(tables) as TableKey[]
  return Object.fromEntries(keys.map((key) => [key, rowsOf(key)])) as TableRows
}

/** The rows of several plans as one, in the order of the plans. */
export function mergeRows(plans: readonly TableRows[]): TableRows {
  return eachTable((key) => plans.flatMap((rows): object[] => rows[key]))
}

/** The rows of the plans whose ids are wanted. */
export function rowsOfPlans(rows: TableRows, isWanted: (planId: string) => boolean): TableRows {
  return eachTable((key) => rows[key].filter(({ plan_id }) => isWanted(plan_id)))
}
