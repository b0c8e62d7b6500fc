import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../loaders/main.ts'
import { csvw } from '../../loaders/warehouse/csvw.ts'
import { csvFiles } from '../../loaders/warehouse/published.ts'
import { temporaryFolder } from '../support/command.ts'
import { readCsv } from '../support/csv.ts'
import { digestPath, ingest } from '../support/plans.ts'

interface Column {
  name: string
  titles: string[]
  'dc:description': string
  datatype: { base: string; format?: string; minimum?: number }
  required: boolean
  null?: string[]
  separator?: string
}
interface CsvTable {
  url: string
  tableSchema: {
    columns: Column[]
    primaryKey?: string[]
    foreignKeys?: { columnReference: string[]; reference: { resource: string; columnReference: string[] } }[]
  }
}

/** What cells of a datatype look like, after the lexical forms of XML Schema that CSVW takes. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /^/,
  int: /^-?\d{1,10}$/,
  long: /^-?\d{1,19}$/,
  double: /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
}

const temporary = temporaryFolder()
const out = join(temporary.path, 'out')
let described: { '@context': unknown; dialect: object; tables: CsvTable[] }
let records: Map<string, string[][]>

beforeAll(async () => {
  expect(await main([digestPath, '--out', out])).toBe(0)
  described = JSON.parse(readFileSync(join(out, 'csvw.json'), 'utf8'))
  records = new Map(described.tables.map(({ url }) => [url, readCsv(readFileSync(join(out, url), 'utf8').replace(/^\ufeff/, ''))]))
})
afterAll(temporary.remove)

/** The rows of a table without its head. */
const rowsOf = (url: string) => (records.get(url) ?? []).slice(1)

/** The values of some columns of a row as one text. */
function keyOf({ tableSchema: { columns } }: CsvTable, names: readonly string[], row: readonly string[]): string {
  return names.map((name) => row[columns.findIndex((column) => column.name === name)]).join('\t')
}

describe('the CSVW description', () => {
  it('has the context that CSVW asks for, with Japanese as its language', () => {
    expect(described['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'ja' }])
  })

  it('names publisher and licence where all plans have the same', async () => {
    const { rows } = await ingest(digestPath)
    const [plan] = rows.plans as [(typeof rows.plans)[number]]
    const said = { ...plan, licence: 'CC0-1.0', publisher: '見本市' }
    const named = (plans: (typeof rows.plans)[number][]) => {
      const { 'dc:publisher': publisher, 'dc:license': licence } = csvw({ ...rows, plans }) as Readonly<Record<string, unknown>>
      return [publisher, licence]
    }
    expect(named([said])).toEqual(['見本市', { '@id': 'https://spdx.org/licenses/CC0-1.0' }])
    expect(named([said, { ...said, licence: null }])).toEqual(['見本市', undefined])
    expect(named([plan])).toEqual([undefined, undefined])
  })

  it('describes the columns of every CSV file, in their order, by their heads', () => {
    expect(described.tables).toHaveLength(csvFiles.length)
    for (const { url, tableSchema } of described.tables) expect([url, tableSchema.columns.map(({ titles }) => titles[0])]).toEqual([url, records.get(url)?.[0]])
  })

  it('names columns as CSVW allows, each once, with a title and description in Japanese', () => {
    for (const { tableSchema } of described.tables) {
      const names = tableSchema.columns.map(({ name }) => name)
      expect(names.filter((name, index) => !/^[a-z][\w]*$/.test(name) || names.indexOf(name) !== index)).toEqual([])
      expect(tableSchema.columns.filter((column) => !/[ぁ-んァ-ヶ一-龠]/.test(column.titles.at(-1) ?? '') || !column['dc:description'])).toEqual([])
    }
  })

  it('gives datatypes that every cell of the files has, and says which are never empty', () => {
    const wrong: string[] = []
    for (const { url, tableSchema } of described.tables) {
      for (const row of rowsOf(url)) {
        expect([url, row.length]).toEqual([url, tableSchema.columns.length])
        tableSchema.columns.forEach((column, index) => {
          if (!fits(column, row[index] as string)) wrong.push(`${url} ${column.name}: ${row[index]}`)
        })
      }
    }
    expect(wrong).toEqual([])
  })

  it('names primary keys that no two rows share', () => {
    const keyed = described.tables.filter(({ tableSchema }) => tableSchema.primaryKey)
    expect(described.tables.filter((table) => !keyed.includes(table)).map(({ url }) => url)).toEqual([
      'csv/schedules.csv',
      'csv/assets.csv',
      'csv/facts.csv',
      'csv/facts-ja.csv',
    ])
    for (const table of keyed) {
      const keys = rowsOf(table.url).map((row) => keyOf(table, table.tableSchema.primaryKey as string[], row))
      expect([table.url, new Set(keys).size]).toEqual([table.url, keys.length])
    }
  })

  it('names foreign keys that lead to one row each', () => {
    let references = 0
    for (const table of described.tables) {
      for (const { columnReference, reference } of table.tableSchema.foreignKeys ?? []) {
        const other = described.tables.find(({ url }) => url === reference.resource) as CsvTable
        const targets = rowsOf(other.url).map((row) => keyOf(other, reference.columnReference, row))
        for (const row of rowsOf(table.url)) {
          const key = keyOf(table, columnReference, row)
          expect([table.url, key, targets.filter((target) => target === key).length]).toEqual([table.url, key, 1])
          references += 1
        }
      }
    }
    expect(references).toBeGreaterThan(500)
  })
})

function fits({ datatype: { base, format, minimum }, required, separator, null: nulls = [''] }: Column, cell: string): boolean {
  if (nulls.includes(cell)) return !required
  const values = separator === undefined ? [cell] : cell.split(separator)
  const isOfFormat = (value: string) => base !== 'string' || format === undefined || new RegExp(`^(?:${format})$`).test(value)
  return values.every((value) => (forms[base] as RegExp).test(value) && isOfFormat(value) && (minimum === undefined || Number(value) >= minimum))
}
