import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parquetMetadata } from '../../loaders/warehouse/parquet-metadata.ts'
import { type PublishedKey, published } from '../../loaders/warehouse/published.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { parquetFile } from '../../src/files/parquet.ts'
import { openReadOnly, runNative } from '../../src/questions/native.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { parquetRows } from '../support/parquet-rows.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
let warehouse: Warehouse
let instance: DuckDBInstance
beforeAll(async () => {
  expect((await runIngest(digestPath, '--out', out)).status).toBe(0)
  warehouse = await openWarehouse(out)
  instance = await openReadOnly(join(out, 'reform.duckdb'))
})
afterAll(() => {
  instance.closeSync()
  temporary.remove()
})

/** A table as a page writes it. */
async function written(key: PublishedKey): Promise<Uint8Array> {
  const { rows } = await runNative(await instance.connect(), `FROM ${published[key].name}`)
  // DuckDB of this process gives whole numbers of 64 bits as text
  const columns = published[key].columns
  const typed = rows.map((row) => row.map((value, index) => (columns[index]?.type === 'BIGINT' && value !== null ? BigInt(String(value)) : value)))
  return parquetFile(published[key], typed, parquetMetadata(published[key], warehouse.plans))
}

describe('a Parquet file that is made without DuckDB', () => {
  it.each(Object.keys(published) as PublishedKey[])('has the columns, types, rows and metadata of that of ingest: %s', async (key) => {
    const path = join(out, 'parquet', `${published[key].name}.parquet`)
    expect(await parquetRows(await written(key))).toEqual(await parquetRows(readFileSync(path)))
  })
})
