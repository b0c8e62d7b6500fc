import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, filesBelow, query, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { harumi } from '../support/editions.ts'
import { excelFile, sheetRow } from '../support/office-files.ts'
import { root } from '../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)
const at = (name: string) => join(temporary.path, name)
const rowsOf = (name: string, sql: string) => query(sql, join(at(name), 'reform.duckdb'))

beforeAll(async () => {
  writeFiles(temporary.path, harumi)
  await runIngest(at('r5.txt'), at('r6.txt'), '--out', at('two'))
})

describe('--add', () => {
  it('gives what reading all at once gives', async () => {
    await runIngest(at('r5.txt'), '--out', at('grown'))
    expect((await runIngest(at('r6.txt'), '--out', at('grown'), '--add')).status).toBe(0)
    expect(bytesOf(at('grown'))).toEqual(bytesOf(at('two')))
    const { status, stdout } = await runIngest(at('r7.txt'), at('next.txt'), '--out', at('grown'), '--add')
    expect([status, stdout.split('\n').slice(-3)]).toEqual([0, ['現行の版: r7、next', '前の版 (all_editions にある): r5、r6', '']])
    await runIngest(...['r5.txt', 'r6.txt', 'r7.txt', 'next.txt'].map(at), '--out', at('four'))
    expect(bytesOf(at('grown'))).toEqual(bytesOf(at('four')))
  })

  it('gives it where plans of other cities stand before and between, and where an item of one is said to be that of another', async () => {
    const osaki = join(root, 'data/osaki-plan5')
    const files = { 'said/plan.json': JSON.stringify({ document: 'plan.txt', same_as: { 1: 'osaki-plan5/19' } }), 'said/plan.txt': harumi['r7.txt'] }
    writeFiles(temporary.path, files)
    await runIngest(at('r5.txt'), osaki, at('next.txt'), '--out', at('others'))
    await runIngest(at('r6.txt'), '--out', at('others'), '--add')
    await runIngest(at('said'), '--out', at('others'), '--add')
    await runIngest(at('r5.txt'), osaki, at('next.txt'), at('r6.txt'), at('said'), '--out', at('at-once'))
    expect(bytesOf(at('others'))).toEqual(bytesOf(at('at-once')))
    const lineages = await rowsOf('others', "SELECT lineage FROM all_editions.items WHERE item_no = 1 AND plan_id <> 'osaki-plan5' ORDER BY plan_id")
    expect(lineages.map(({ lineage }) => lineage)).toEqual(['はるみ市-7/1', 'はるみ市-6/1', 'はるみ市-6/1', '042153-5/19'])
  })

  it('keeps the drawings of the pages of a plan that stays', async () => {
    const heads = ['No.', '項目名', '担当課', '主な取組', '実績（令和5年度）', '評価']
    const rows = [heads, ['1', '広告の募集', '総務課', '①募集', '・募集した。', 'A']]
    const cells = (row: readonly string[]) => Object.fromEntries(row.map((text, column) => [`${'ABCDEF'[column]}`, text]))
    const sheet = { rows: rows.map((row, index) => sheetRow(index + 1, cells(row))).join('') }
    writeFiles(temporary.path, { 'list.xlsx': excelFile({ 一覧: sheet }) })
    await runIngest(at('list.xlsx'), '--out', at('drawn'))
    const before = filesBelow(at('drawn')).filter((path) => path.startsWith('pages/'))
    expect(before).toHaveLength(1)
    await runIngest(at('r5.txt'), '--out', at('drawn'), '--add')
    await runIngest(at('list.xlsx'), at('r5.txt'), '--out', at('drawn-at-once'))
    expect(filesBelow(at('drawn')).filter((path) => path.startsWith('pages/'))).toEqual(before)
    expect(bytesOf(at('drawn'))).toEqual(bytesOf(at('drawn-at-once')))
  })
})
