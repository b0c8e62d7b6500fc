import type { Result } from '../questions/values.ts'
import type { DataRow } from './warehouse.ts'

/** DuckDB as a warehouse is read through it: that of this process, or that of a page. */
export interface Database {
  /** Runs statements of which nothing is read. */
  run(sql: string): Promise<unknown>
  /** The rows of a relation or of a query in brackets: BIGINT as number, DATE as ISO 8601 text. */
  rows(source: string): Promise<DataRow[]>
  /** The result of a query as the page of SQL shows it. */
  answer(sql: string): Promise<Result>
}
