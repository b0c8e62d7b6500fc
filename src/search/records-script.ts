import { scriptLiteral } from '../format/script-literal.ts'
import type { SearchRecord } from './record.ts'

declare global {
  /** What the loaded scripts of records hold, by the id of their plan. */
  var searchRecords: Record<string, readonly SearchRecord[]> | undefined
}

/** The path of a plan's script of records, from the root of the site. */
export function recordsPath(planId: string): string {
  return `search-records/${planId}.js`
}

/** A classic script that adds a plan's records to `searchRecords`: a page opened as a file may load nothing else. */
export function recordsScript(planId: string, records: readonly SearchRecord[]): string {
  return `(globalThis.searchRecords ??= {})[${scriptLiteral(planId)}] = ${scriptLiteral(records)}\n`
}
