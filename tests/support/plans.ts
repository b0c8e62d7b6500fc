import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../loaders/document/report.ts'
import { ingestPlans } from '../../loaders/ingest.ts'
import type { TableRows } from '../../loaders/warehouse/rows.ts'

export const root = join(import.meta.dirname, '../..')

/** The document as the city published it; not part of this project, so tests that need it are skipped without it. */
export const publishedPath = join(root, '../shared/sources/osaki-plan5-results.txt')
export const hasPublished = existsSync(publishedPath)

/** The plan of this project: the same document, its sentences written anew. */
export const digestPath = join(root, 'data/osaki-plan5')

/** The rows that are stored for one plan, and its report. */
export async function ingest(path: string): Promise<{ rows: TableRows; report: Report }> {
  const { rows, reports } = await ingestPlans([path], 2 ** 26)
  const [report] = reports
  if (!report) throw new Error(`no report for ${path}`)
  return { rows, report }
}

/** A row's provenance columns. */
export interface Placed {
  source_line: number
  source_column: number
  source_end_line: number
  source_end_column: number
}

/** Values without provenance and plan, which differ between editions of a document. */
export function valuesOf<T extends object>(rows: readonly T[]): Partial<T>[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'plan_id' && !name.includes('source_'))) as Partial<T>)
}
