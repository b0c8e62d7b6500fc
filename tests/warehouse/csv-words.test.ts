import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Column, isList, type Table } from '../../loaders/records/table.ts'
import { tables } from '../../loaders/tables.ts'
import { query, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { readCsv, unguarded } from '../support/csv.ts'
import { documentText } from '../support/documents.ts'

const title = '=HYPERLINK("http://example.com","見る")'
const hostile = documentText({
  title,
  departments: '＠総務課',
  initiatives: "①=cmd|' /C calc'!A0\n②'=1+1\n③''@SUM(1,1)",
  years: { 令和2年度: '・＋始めた。\n- 続けた。\n\t=SUM(1,1)' },
  effects: ['令和2年度\t=経費\t△5円', '令和3年度\t-経費\t7円', '総計\t2円'],
  rating: 'A',
})

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
beforeAll(async () => {
  const folder = writeFiles(join(temporary.path, 'plan'), {
    'plan.json': JSON.stringify({ title: '＝題名', municipality: "'-市", document: 'document.txt' }),
    'document.txt': hostile,
  })
  expect((await runIngest(folder, '--out', out)).status).toBe(0)
})
afterAll(temporary.remove)

const all = Object.values<Table>(tables)
const isText = ({ type }: Column) => type.startsWith('VARCHAR')

/** The cells of a CSV file by column, without its head. */
function cellsIn(table: string): Map<string, string[]> {
  const [head = [], ...rows] = readCsv(readFileSync(join(out, 'csv', `${table}.csv`), 'utf8').slice(1))
  return new Map(head.map((name, index) => [name, rows.map((row) => row[index] as string)]))
}

function cellsOf(table: string, column: string): string[] {
  return cellsIn(table).get(column) as string[]
}

/** The values of a Parquet file by column as the text that CSV has for them: whole numbers without .0. */
async function valuesIn(table: string, columns: readonly Column[]): Promise<Map<string, string[]>> {
  const texts = columns.map(({ name, type }) => {
    const text = isList(type) ? `array_to_string(${name}, ';')` : `${name}::VARCHAR`
    return `coalesce(${text}, '') AS ${name}`
  })
  const rows = await query(`SELECT ${texts.join(', ')} FROM '${join(out, 'parquet', `${table}.parquet`)}'`)
  const printed = ({ type }: Column, text: string) => (type === 'DOUBLE' && text !== '' ? String(Number(text)) : text)
  return new Map(columns.map((column) => [column.name, rows.map((row) => printed(column, String(row[column.name])))]))
}

interface Described {
  resources: { schema: { fields: Field[] } }[]
}
interface Field {
  name: string
  type: string
  constraints: { enum?: string[] }
  csvGuard?: { prefix: string; pattern: string }
}

describe('the CSV files of texts that Excel would run', () => {
  it('begin no text with what Excel runs', () => {
    expect(cellsOf('items', 'title')).toEqual([`'${title}`])
    expect(cellsOf('plans', 'title')).toEqual(["'＝題名"])
    expect(cellsOf('plans', 'municipality')).toEqual(["''-市"])
    expect(cellsOf('initiatives', 'text')).toEqual(["'=cmd|' /C calc'!A0", "''=1+1", "'''@SUM(1,1)"])
    const texts = all.flatMap(({ name, columns }) => columns.filter(isText).flatMap((column) => cellsOf(name, column.name)))
    expect(texts.filter((text) => /^[=+\-@＝＋－＠\t\r]/.test(text))).toEqual([])
  })

  it('leave numbers as they are', () => {
    expect(cellsOf('effects', 'amount_yen')).toEqual(['-5', '7'])
  })

  it.each(all)('give the rows of Parquet when the apostrophes are taken away: $name', async ({ name, columns }) => {
    const cells = cellsIn(name)
    const values = await valuesIn(name, columns)
    for (const column of columns) {
      const texts = cells.get(column.name) ?? []
      expect([column.name, isText(column) ? texts.map(unguarded) : texts]).toEqual([column.name, values.get(column.name)])
    }
  })

  it('are described as such: each column of text that is from no list', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as Described
    const fields = resources.flatMap(({ schema }) => schema.fields)
    for (const { name, constraints, csvGuard } of fields.filter(({ type }) => type === 'string'))
      expect([name, csvGuard?.prefix]).toEqual([name, constraints.enum ? undefined : "'"])
    const pattern = new RegExp(fields.find(({ name }) => name === 'title')?.csvGuard?.pattern ?? '')
    expect(["'=1", '＠', "''", '文'].map((text) => pattern.test(text))).toEqual([true, true, false, false])
  })
})
