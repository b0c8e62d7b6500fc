import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryTables } from '../../loaders/editions/library-tables.ts'
import { isRequired, type Table } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'
import { type Ended, query, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { contentsText, itemText } from '../support/documents.ts'

const survey = (score: number) => `・対象10人、9人から回答があった（回答率90%）。総合点は${score}点。`

/** An item that has a mark for another that is not there, two surveys in a year, and rows with nothing in a column of their key. */
const document = `第5次見本プラン取組実績一覧
${contentsText([1, '窓口', '総務課'], [2, '電話', '総務課'], [3, '広報', '広報課'])}
${itemText({ no: 1, title: '窓口', departments: '総務課', schedule: ['窓口\t検討\t試行\t実施\t待たせない。'], years: { 令和2年度: `${survey(60)} ${survey(61)} ・（No.77に再掲）` } })}
${itemText({ no: 3, title: '広報', departments: '広報課', years: { 令和2年度: '・売却額 300円（甲 1件、乙 2件） ・貸付額 20円（甲 1件）' } })}
`

const temporary = temporaryFolder()
const out = join(temporary.path, 'warehouse')
const rowsOf = (sql: string) => query(sql, join(out, 'reform.duckdb'))
let run: Ended
beforeAll(async () => {
  writeFiles(temporary.path, { 'document.txt': document })
  run = await runIngest(join(temporary.path, 'document.txt'), '--out', out)
})
afterAll(temporary.remove)

describe('the keys in the database', () => {
  const keysOf = (type: string) =>
    rowsOf(`SELECT table_name AS name, constraint_column_names AS columns FROM duckdb_constraints() WHERE constraint_type = '${type}'`)
  const sorted = (keys: readonly object[]) => keys.map((key) => JSON.stringify(key)).sort()
  const all = Object.values<Table>({ ...tables, ...libraryTables })

  it('are those of the tables: primary where no column may be NULL', async () => {
    const expected = (isPrimary: boolean) =>
      sorted(all.filter((table) => isRequired(table, table.key) === isPrimary).map(({ name, key }) => ({ name, columns: key })))
    expect(sorted(await keysOf('PRIMARY KEY'))).toEqual(expected(true))
    expect(sorted(await keysOf('UNIQUE'))).toEqual(expected(false))
    expect(all.filter((table) => !isRequired(table, table.key)).map(({ name }) => name)).toEqual(['schedules', 'assets'])
  })

  it('lead to plans, items and figures, but not from the numbers of items that need not be there', async () => {
    const links = await rowsOf(
      "SELECT table_name AS name, constraint_column_names[-1] AS column, referenced_table AS other FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'",
    )
    const of = (table: string) => links.filter(({ name }) => name === table).map(({ column, other }) => `${column} → ${other}`)
    expect(of('items')).toEqual(['plan_id → plans'])
    expect(of('figures')).toEqual(['item_no → items', 'plan_id → plans'])
    expect(of('effects')).toEqual(['item_no → items', 'amount_yen_figure_no → figures', 'quantity_figure_no → figures'])
    expect(of('reemployment')).toHaveLength(8)
    expect(of('check_operands')).toEqual(['check_no → checks', 'figure_no → figures'])
    expect(of('item_references')).toEqual(['item_no → items'])
    expect(of('checks')).toEqual(['plan_id → plans'])
    const figures = Object.values<Table>(tables).flatMap(({ columns }) => columns.filter(({ name }) => name.endsWith('_figure_no')))
    expect(links.filter(({ column }) => String(column).endsWith('_figure_no'))).toHaveLength(figures.length)
  })
})

describe('a document with a foreign 再掲, a doubled row and empty key columns', () => {
  it('is read, with a message for each', () => {
    expect(run.status).toBe(0)
    expect(run.stderr).toMatch(/document\.txt:13:\d+: 注意: 「職員意識調査」の同じ行 \(項目番号 1、年度 2020\) が2度ある。初めのものを採る \[duplicate-row\]/)
    expect(run.stderr).toMatch(/document\.txt:13:\d+: 注意: 再掲の印が指す項目がこの文書にない: No\.77 \[unknown-reference\]/)
    expect(run.stderr).toMatch(/No\.2「電話」の節がない \[check-missing\]/)
  })

  it('keeps the first row and those with nothing in a column of their key', async () => {
    expect(await rowsOf('SELECT score FROM surveys')).toEqual([{ score: 60 }])
    expect(await rowsOf('SELECT fiscal_year, initiative_no, note FROM schedules')).toEqual([
      { fiscal_year: 2020, initiative_no: null, note: '検討' },
      { fiscal_year: 2021, initiative_no: null, note: '試行' },
      { fiscal_year: 2022, initiative_no: null, note: '実施' },
    ])
    expect(await rowsOf('SELECT kind, region, contracts FROM assets WHERE region IS NULL ORDER BY kind')).toEqual([
      { kind: 'lease', region: null, contracts: null },
      { kind: 'sale', region: null, contracts: null },
    ])
    expect(await rowsOf('SELECT item_no, referenced_item_no FROM item_references')).toEqual([{ item_no: 1, referenced_item_no: 77 }])
  })

  it('gives the numbers of a line of the contents to no item where that is not there', async () => {
    const contents = await rowsOf("SELECT value, item_no FROM figures WHERE role = 'item_no' AND source_line < 6 ORDER BY figure_no")
    expect(contents).toEqual([
      { value: 1, item_no: 1 },
      { value: 2, item_no: null },
      { value: 3, item_no: 3 },
    ])
  })
})
