import { sha256 } from '../../loaders/document/hash.ts'
import type { Table } from '../../loaders/records/table.ts'
import { copyToCsv } from '../../loaders/warehouse/csv-query.ts'
import { descriptions } from '../../loaders/warehouse/descriptions.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import { parquetMetadata } from '../../loaders/warehouse/parquet-metadata.ts'
import { csvFiles, published } from '../../loaders/warehouse/published.ts'
import { createAnswers, rowsOf } from '../../loaders/warehouse/views.ts'
import type { Files, RowsOf } from '../files/offered.ts'
import { parquetFile } from '../files/parquet.ts'
import type { ReadRows } from '../reader/dashboard-messages.ts'
import type { Connection } from './engine.ts'

/** The files of a warehouse by their path, as `ingest` writes them but for the database and the manifest, and how many rows each holds. */
export async function warehouseFiles(connection: Connection, { rows, drawings }: ReadRows): Promise<{ files: Files; rowsOf: RowsOf }> {
  await connection.run(createAnswers())
  const plans = rows.plans.filter(({ is_current }) => is_current)
  const files: Record<string, Uint8Array> = {}
  const counts = new Map<string, number | null>()
  const put = (path: string, bytes: Uint8Array, count: number | null) => {
    files[path] = bytes
    counts.set(path, count)
  }
  for (const table of Object.values<Table>(published)) {
    const result = await connection.answer(`FROM ${rowsOf(table)}`)
    put(`parquet/${table.name}.parquet`, parquetFile(table, result.rows, parquetMetadata(table, plans)), result.rows.length)
    for (const file of csvFiles.filter((one) => one.table === table))
      put(`csv/${file.name}.csv`, connection.written('written.csv', copyToCsv(file, 'written.csv')), result.rows.length)
  }
  for (const { path, content } of drawings) put(path, new TextEncoder().encode(content), null)
  const entries = Object.entries(files).map(
    ([path, bytes]): FileEntry => ({ path, bytes: bytes.length, sha256: sha256(bytes), rows: counts.get(path) ?? null }),
  )
  for (const [path, text] of Object.entries(descriptions(rows, entries, undefined))) put(path, new TextEncoder().encode(text), null)
  return { files, rowsOf: counts }
}
