import { planBase } from '../format/site-paths.ts'

/** The database of the warehouse; files that were made in a page have none. */
export const databaseName = 'reform.duckdb'

/** The names of what the site makes of the warehouse, beside the warehouse's own files. */
export const workbookName = 'reform.xlsx'
export const archiveName = 'reform.zip'
export const readmeName = 'README.txt'
export const licenceName = 'LICENSE.txt'

/** The name of a plan's Excel file: that of the first plan as above, each other's with its id. */
export function workbookOf(plan: { plan_id: string }, plans: readonly { plan_id: string }[]): string {
  return planBase(plan, plans) === '' ? workbookName : `reform-${plan.plan_id}.xlsx`
}
