import type { RowOf } from '../records/table.ts'
import { municipalities } from './municipalities.ts'
import { restatements } from './restatements.ts'

/** The tables that are about several plans or about none: they have no `plan_id`. */
export const libraryTables = { restatements, municipalities } as const

type LibraryKey = keyof typeof libraryTables

/** Rows of the tables of the library. */
export type LibraryRows = { [K in LibraryKey]: readonly RowOf<(typeof libraryTables)[K]>[] }
