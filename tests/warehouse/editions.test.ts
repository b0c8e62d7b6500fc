import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../loaders/records/table.ts'
import { published } from '../../loaders/warehouse/published.ts'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { query, runIngest, sha256, stateOf, temporaryFolder, writeFiles } from '../support/command.ts'
import { harumi } from '../support/editions.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (name: string) => join(temporary.path, name)
const rowsOf = (name: string, sql: string) => query(sql, join(at(name), 'reform.duckdb'))
const yearSums = (relation: string) => `SELECT fiscal_year::INTEGER AS fiscal_year, sum(amount_yen)::INTEGER AS yen FROM ${relation} GROUP BY ALL ORDER BY ALL`
const names = Object.values<Table>(published).map(({ name }) => name)

beforeAll(async () => {
  writeFiles(temporary.path, harumi)
  await runIngest(at('r5.txt'), at('r6.txt'), '--out', at('two'))
})

describe('a warehouse of two editions', () => {
  it('counts each year once, in tables, facts and files', async () => {
    const once = [
      { fiscal_year: 2023, yen: 6_324_000 },
      { fiscal_year: 2024, yen: 7_500_000 },
    ]
    expect(await rowsOf('two', yearSums('effects'))).toEqual(once)
    expect(await rowsOf('two', yearSums("(SELECT fiscal_year, value AS amount_yen FROM facts WHERE measure = 'effects_yen')"))).toEqual(once)
    expect(await rowsOf('two', yearSums(`'${at('two/parquet/effects.parquet')}'`))).toEqual(once)
    expect(await rowsOf('two', yearSums(`'${at('two/csv/effects.csv')}'`))).toEqual(once)
    expect(await rowsOf('two', 'SELECT plan_id, compared FROM marts.check_totals')).toEqual([{ plan_id: 'r6', compared: 0 }])
  })

  it('keeps the other one in all_editions, and says in plans which is which', async () => {
    expect(await rowsOf('two', yearSums('all_editions.effects'))).toEqual([
      { fiscal_year: 2023, yen: 12_558_000 },
      { fiscal_year: 2024, yen: 7_500_000 },
    ])
    expect(
      await rowsOf('two', "SELECT plan_id, sum(value)::INTEGER AS yen FROM all_editions.facts WHERE measure = 'effects_yen' GROUP BY ALL ORDER BY ALL"),
    ).toEqual([
      { plan_id: 'r5', yen: 6_234_000 },
      { plan_id: 'r6', yen: 13_824_000 },
    ])
    expect(await rowsOf('two', 'SELECT plan_id, is_current FROM plans')).toEqual([
      { plan_id: 'r5', is_current: false },
      { plan_id: 'r6', is_current: true },
    ])
    expect(await rowsOf('two', 'SELECT fiscal_year, old_value, new_value FROM restatements')).toEqual([
      { fiscal_year: 2023, old_value: 1_234_000, new_value: 1_324_000 },
    ])
  })

  it('has in all_editions every published table with its columns, all of them described', async () => {
    const columns = (schema: string) =>
      rowsOf(
        'two',
        `SELECT table_name AS name, column_name AS column, data_type AS type, comment FROM duckdb_columns() WHERE schema_name = '${schema}' AND table_name IN (${names.map((name) => `'${name}'`).join()}) ORDER BY table_name, column_index`,
      )
    expect(await columns('all_editions')).toEqual(await columns('main'))
    const undescribed = ['tables', 'views', 'columns'].map(
      (kind) => `SELECT count(*)::INTEGER AS count FROM duckdb_${kind}() WHERE NOT internal AND comment IS NULL`,
    )
    expect(await rowsOf('two', undescribed.join(' UNION ALL '))).toEqual([{ count: 0 }, { count: 0 }, { count: 0 }])
  })

  it('names in the manifest the rows of each file, and of the database those of all editions', async () => {
    const { files } = JSON.parse(readFileSync(at('two/manifest.json'), 'utf8')) as { files: { path: string; rows: number | null }[] }
    const rowsIn = (path: string) => files.find((file) => file.path === path)?.rows
    expect([rowsIn('csv/items.csv'), rowsIn('csv/plans.csv'), rowsIn('parquet/effects.parquet'), rowsIn('csv/restatements.csv')]).toEqual([3, 2, 4, 1])
    const tables = names.filter((name) => name !== 'facts').map((name) => `SELECT count(*) AS count FROM all_editions.${name}`)
    const [total] = await rowsOf('two', `SELECT sum(count)::INTEGER AS rows FROM (${tables.join(' UNION ALL ')})`)
    expect(rowsIn('reform.duckdb')).toBe(total?.rows)
  })

  it('describes the plans that its files hold', () => {
    const said = JSON.parse(readFileSync(at('two/datapackage.json'), 'utf8')) as { name: string; sources: { title: string }[] }
    expect([said.name, said.sources.map(({ title }) => title)]).toEqual(['r6', ['r6.txt']])
  })

  it('shows the current edition on the site', async () => {
    const { plan, plans, editions } = await openWarehouse(at('two'))
    expect([plan.plan_id, plans.length, editions.length]).toEqual(['r6', 1, 2])
  })
})

describe('--add', () => {
  it('begins a warehouse where there is none', async () => {
    expect((await runIngest(at('r6.txt'), '--out', at('begun'), '--add')).status).toBe(0)
    expect(await rowsOf('begun', 'SELECT plan_id, is_current FROM plans')).toEqual([{ plan_id: 'r6', is_current: true }])
  })

  it('refuses a plan or an edition that is there, and leaves all as it was', async () => {
    writeFiles(temporary.path, { 'again.txt': harumi['r6.txt'] })
    const before = stateOf(at('two'))
    const same = await runIngest(at('r7.txt'), at('r5.txt'), '--out', at('two'), '--add')
    expect([same.status, same.stderr]).toEqual([
      1,
      expect.stringContaining('r5.txt:1:1: エラー: プランID r5 は書き出し先にもうある。入れ替えるには --add --replace とする [stored-already]'),
    ])
    const again = await runIngest(at('again.txt'), '--out', at('two'), '--add')
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('同じ版が書き出し先に r6 としてもうある')])
    expect(stateOf(at('two'))).toEqual(before)
  })

  it('replaces it where that is asked for', async () => {
    await runIngest(at('r5.txt'), at('r6.txt'), '--out', at('replaced'))
    writeFiles(temporary.path, { 'mended/r6.txt': harumi['r6.txt'].replace('1,500千円', '1,550千円') })
    expect((await runIngest(at('mended/r6.txt'), '--out', at('replaced'), '--add', '--replace')).status).toBe(0)
    expect(await rowsOf('replaced', yearSums('effects'))).toEqual([
      { fiscal_year: 2023, yen: 6_324_000 },
      { fiscal_year: 2024, yen: 7_550_000 },
    ])
    expect(await rowsOf('replaced', 'SELECT plan_id FROM plans')).toEqual([{ plan_id: 'r5' }, { plan_id: 'r6' }])
  })

  it('refuses a warehouse of another version, and says what to do', async () => {
    const folder = writeFiles(at('older'), { 'manifest.json': '' })
    const instance = await DuckDBInstance.create(join(folder, 'reform.duckdb'))
    const connection = await instance.connect()
    await connection.run("CREATE TABLE plans AS SELECT 'r5' AS plan_id")
    connection.closeSync()
    instance.closeSync()
    const hash = sha256(readFileSync(join(folder, 'reform.duckdb')))
    writeFiles(folder, { 'manifest.json': JSON.stringify({ files: [{ path: 'reform.duckdb', sha256: hash }] }) })
    const before = stateOf(folder)
    const { status, stderr } = await runIngest(at('r6.txt'), '--out', folder, '--add')
    expect([status, stderr]).toEqual([1, expect.stringContaining('このツールの別の版が書いたものである。--add を付けずに、すべての文書をもう一度読み込む')])
    expect(stateOf(folder)).toEqual(before)
  })

  it.each([
    ['--replace without --add', '--out', 'x', '--replace'],
    ['--add without --out', '--report', 'x.xlsx', '--add'],
  ])('%s is wrong usage', async (_, ...words) => {
    expect((await runIngest(at('r5.txt'), ...words)).status).toBe(2)
  })
})
