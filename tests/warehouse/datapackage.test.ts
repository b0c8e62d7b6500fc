import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Column, Table } from '../../loaders/records/table.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { dataPackage } from '../../loaders/warehouse/datapackage.ts'
import { fillTables } from '../../loaders/warehouse/load.ts'
import { published } from '../../loaders/warehouse/published.ts'
import { createTables } from '../../loaders/warehouse/schema.ts'
import { createViews } from '../../loaders/warehouse/views.ts'
import { digestPath, ingest } from '../support/plans.ts'

interface Field {
  name: string
  title: string
  description: string
  type: string
  missingValues?: string[]
  constraints: { required: boolean; enum?: string[]; minimum?: number }
}
interface Resource {
  name: string
  title: string
  description: string
  path: string
  bytes?: number
  hash?: string
  schema: {
    fields: Field[]
    primaryKey?: string[]
    uniqueKeys?: string[][]
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[]
  }
}
interface Package {
  name: string
  title: string
  homepage?: string
  licenses?: object[]
  contributors?: object[]
  sources: object[]
  resources: Resource[]
}

const japanese = /[ぁ-んァ-ヶ一-龠]/
const all = Object.values<Table>(published)
const files = [{ path: 'csv/items.csv', bytes: 12, sha256: 'abc', rows: 22 }]

let rows: TableRows
let described: Package
/** The resources with the names of columns; the facts stand there once more with Japanese heads. */
let resources: Resource[]
let instance: DuckDBInstance
/** The rows of a query on the digest's tables. */
let query: (sql: string) => Promise<unknown[][]>

beforeAll(async () => {
  rows = (await ingest(digestPath)).rows
  described = dataPackage(rows, files) as Package
  resources = described.resources.filter(({ name }) => name !== 'facts-ja')
  instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run([...createTables(), ...createViews()].join(';\n'))
  await fillTables(connection, rows)
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()
})
afterAll(() => instance.closeSync())

const fieldsOf = (resources: readonly Resource[]) => resources.flatMap(({ name, schema }) => schema.fields.map((field) => ({ table: name, ...field })))

describe('the data package', () => {
  it('has the name and title of its plan', () => {
    expect([described.name, described.title]).toEqual(['osaki-plan5', '大崎市 第5次集中改革プラン'])
  })

  it('says how the data are published where plan.json says it', () => {
    const [plan] = rows.plans as [TableRows['plans'][number]]
    expect([described.homepage, described.licenses, described.contributors]).toEqual([undefined, undefined, undefined])
    const publisher = { licence: 'CC-BY-4.0', publisher: '見本市', contact: '財政課 <zaisei@example.jp>' }
    const said = { ...plan, ...publisher, source_url: 'https://example.jp/plan' }
    expect(dataPackage({ ...rows, plans: [said] }, files)).toMatchObject({
      homepage: 'https://example.jp/plan',
      licenses: [{ name: 'CC-BY-4.0', path: 'https://spdx.org/licenses/CC-BY-4.0' }],
      contributors: [
        { title: '見本市', roles: ['publisher'] },
        { title: '財政課', email: 'zaisei@example.jp', roles: ['contact'] },
      ],
      sources: [{ title: plan.source_name, path: 'https://example.jp/plan', hash: `sha256:${plan.source_sha256}` }],
    })
    const other = { ...said, licence: 'https://example.jp/terms', publisher: '隣市' }
    const two = dataPackage({ ...rows, plans: [said, other] }, files) as Package
    expect([two.licenses, two.contributors?.length]).toEqual([undefined, 3])
    expect((dataPackage({ ...rows, plans: [other] }, files) as Package).licenses).toEqual([{ path: 'https://example.jp/terms' }])
  })

  it('has a resource for every table and view, with a Japanese title and description', () => {
    expect(resources.map(({ name }) => name)).toEqual(all.map(({ name }) => name))
    expect(resources.filter(({ title, description }) => !japanese.test(title) || !japanese.test(description))).toEqual([])
  })

  it('has a field for every column, with a Japanese title and description', () => {
    const fields = fieldsOf(resources)
    expect(fields.map(({ table, name }) => `${table}.${name}`)).toEqual(all.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)))
    expect(fields.filter(({ title, description }) => !japanese.test(title) || !japanese.test(description))).toEqual([])
  })

  it('has the facts once more, under the heads of their Japanese file', () => {
    const [facts, japanese] = described.resources.filter(({ name }) => name.startsWith('facts'))
    expect([japanese?.name, japanese?.path]).toEqual(['facts-ja', 'csv/facts-ja.csv'])
    expect(japanese?.schema.fields).toEqual(facts?.schema.fields.map((field) => ({ ...field, name: field.title })))
    expect(japanese?.schema.foreignKeys).toEqual([{ fields: ['プランID'], reference: { resource: 'plans', fields: ['plan_id'] } }])
  })

  it('has the types that the columns have in DuckDB', async () => {
    const types: Record<string, string> = {
      VARCHAR: 'string',
      INTEGER: 'integer',
      BIGINT: 'integer',
      DOUBLE: 'number',
      BOOLEAN: 'boolean',
      DATE: 'date',
      'VARCHAR[]': 'list',
      'INTEGER[]': 'list',
    }
    const columns = await query('SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal')
    const inDuckdb = columns.map(([table, column, type]) => `${table}.${column} ${types[String(type)]}`)
    expect(
      fieldsOf(resources)
        .map(({ table, name, type }) => `${table}.${name} ${type}`)
        .sort(),
    ).toEqual(inDuckdb.sort())
  })

  it('takes nothing in a cell for NULL, but for texts that are never NULL', () => {
    const exceptions = fieldsOf(resources).filter(({ missingValues }) => missingValues)
    expect(exceptions.every(({ type, constraints }) => type === 'string' && constraints.required)).toBe(true)
    expect(exceptions.map(({ table, name }) => `${table}.${name}`)).toContain('source_lines.text')
  })

  it('says size and hash of the CSV file', () => {
    expect(resources.find(({ name }) => name === 'items')).toMatchObject({ path: 'csv/items.csv', bytes: 12, hash: 'sha256:abc' })
  })

  it('names a key of each table, primary where none of its columns may be NULL', () => {
    for (const { name, key } of all.filter(({ key }) => key.length > 0)) {
      const schema = resources.find((resource) => resource.name === name)?.schema
      expect([name, schema?.primaryKey ?? schema?.uniqueKeys?.[0]]).toEqual([name, key])
    }
    expect(resources.filter(({ schema }) => schema.uniqueKeys).map(({ name }) => name)).toEqual(['schedules', 'assets'])
  })
})

describe('what the data package says holds for the digest', () => {
  it.each(all.filter(({ key }) => key.length > 0).map(({ name }) => name))('%s: no key stands twice', async (name) => {
    const table = all.find((table) => table.name === name)
    expect(await query(`SELECT ${table?.key.join(', ')}, count(*) FROM ${name} GROUP BY ALL HAVING count(*) > 1`)).toEqual([])
  })

  it('every reference has its row', async () => {
    for (const { name, schema } of resources) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const columns = fields.map((field, index) => `${reference.resource}.${reference.fields[index]} = ${name}.${field}`)
        const known = fields.map((field) => `${name}.${field} IS NOT NULL`)
        const orphans = `SELECT count(*)::INTEGER FROM ${name} WHERE ${known.join(' AND ')} AND NOT EXISTS (FROM ${reference.resource} WHERE ${columns.join(' AND ')})`
        expect([name, fields, await query(orphans)]).toEqual([name, fields, [[0]]])
      }
    }
  })

  it('every value is one that its column may hold', async () => {
    for (const { table, name, constraints } of fieldsOf(resources)) {
      const broken = [
        ...(constraints.required ? [`${name} IS NULL`] : []),
        ...(constraints.enum ? [`${name} NOT IN (${constraints.enum.map((value) => `'${value}'`).join(', ')})`] : []),
        ...(constraints.minimum === undefined ? [] : [`${name} < ${constraints.minimum}`]),
      ]
      if (broken.length > 0)
        expect([table, name, await query(`SELECT count(*)::INTEGER FROM ${table} WHERE ${broken.join(' OR ')}`)]).toEqual([table, name, [[0]]])
    }
  })

  it('no text is empty', async () => {
    const texts = all.flatMap(({ name, columns }) =>
      columns.filter(({ type }: Column) => type === 'VARCHAR').map((column) => ({ table: name, name: column.name })),
    )
    for (const { table, name } of texts.filter(({ table, name }) => `${table}.${name}` !== 'source_lines.text'))
      expect([table, name, await query(`SELECT count(*)::INTEGER FROM ${table} WHERE ${name} = ''`)]).toEqual([table, name, [[0]]])
  })
})
