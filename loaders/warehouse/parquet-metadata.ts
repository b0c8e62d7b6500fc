import tool from '../../package.json' with { type: 'json' }
import type { Table } from '../records/table.ts'
import type { Row } from '../tables.ts'
import { alike } from './package-words.ts'

/**
 * What the Parquet file of a table says of itself beside its columns, as texts by their keys: its Japanese title, what a
 * row of it stands for, the units of its columns by name (JSON), the sha256 of each plan's document by `plan_id` (JSON),
 * the program with its version, and the licence of the data where all plans have the same.
 */
export function parquetMetadata(table: Table, plans: readonly Row<'plans'>[]): Readonly<Record<string, string>> {
  const units = table.columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const]))
  const hashes = plans.map(({ plan_id, source_sha256 }) => [plan_id, source_sha256] as const)
  const licence = alike(plans, 'licence')
  return {
    title: table.title,
    description: table.grain,
    units: JSON.stringify(Object.fromEntries(units)),
    source_sha256: JSON.stringify(Object.fromEntries(hashes)),
    version: `${tool.name} ${tool.version}`,
    ...(licence !== null && { licence }),
  }
}
