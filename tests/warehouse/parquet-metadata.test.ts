import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../loaders/tables.ts'
import { runIngest, sha256, temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { digestPath } from '../support/plans.ts'

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
const document = documentText({ rating: 'A' })
const said = JSON.stringify({ document: 'document.txt', licence: 'CC-BY-4.0' })
const plan = writeFiles(join(temporary.path, "it's {a} plan"), { 'plan.json': said, 'document.txt': document })

beforeAll(async () => {
  expect((await runIngest(digestPath, plan, '--out', out)).status).toBe(0)
})
afterAll(temporary.remove)

/** The keys and values that a Parquet file carries beside its columns. */
function metadataOf(table: string, folder = out): Record<string, string | undefined> {
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, 'parquet', `${table}.parquet`))
  const { key_value_metadata: pairs = [] } = parquetMetadata(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]))
}

describe('the metadata of a Parquet file', () => {
  it('has title, grain, units, the hash of each document and the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const hashes = { 'osaki-plan5': sha256(readFileSync(join(digestPath, 'document.txt'))), "it's {a} plan": sha256(Buffer.from(document)) }
    expect(metadataOf('effects')).toEqual({
      title: '取組による効果',
      description: '取組による効果の1行に1行',
      units: '{"amount_yen":"円"}',
      source_sha256: JSON.stringify(hashes),
      version: `reform-results ${version}`,
    })
  })

  it('has the units of every column that has one', () => {
    expect(JSON.parse(metadataOf('assets').units ?? '')).toMatchObject({ amount_yen: '円', area_m2: 'm²' })
    expect(JSON.parse(metadataOf('surveys').units ?? '')).toMatchObject({ surveyed: '人', published_percent: '%' })
    expect(metadataOf('results').units).toBe('{}')
  })

  it('is there for each table', () => {
    const titles = Object.values(tables).map(({ name, title }) => [name, title])
    expect(Object.values(tables).map(({ name }) => [name, metadataOf(name).title])).toEqual(titles)
  })

  it('names the licence of the data where all plans have the same', async () => {
    const alone = join(temporary.path, 'alone')
    expect((await runIngest(plan, '--out', alone)).status).toBe(0)
    expect([metadataOf('items', alone).licence, metadataOf('items').licence]).toEqual(['CC-BY-4.0', undefined])
  })
})
