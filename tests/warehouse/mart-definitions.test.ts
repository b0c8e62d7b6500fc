import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main as ingest } from '../../loaders/main.ts'
import { tables } from '../../loaders/tables.ts'
import { isFormulaKind } from '../../loaders/vocabulary/formulas.ts'
import { marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart, MartColumn } from '../../loaders/warehouse/marts/mart.ts'
import { root } from '../support/plans.ts'

const all: Readonly<Record<string, Mart>> = marts

/** What each kind of column is in DuckDB. */
const types: Readonly<Record<MartColumn['kind'], RegExp>> = {
  text: /^VARCHAR$/,
  number: /^(?:INTEGER|BIGINT|DOUBLE)$/,
  flag: /^BOOLEAN$/,
  day: /^DATE$/,
  key: /^STRUCT\(.*\)$/,
  keys: /^STRUCT\(.*\)\[\]$/,
}

let directory: string
let columns: Map<string, { name: string; type: string }[]>
let nulls: Map<string, number>
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mart-definitions-'))
  await ingest([join(root, 'data/osaki-plan5'), '--out', join(directory, 'warehouse')])
  const instance = await DuckDBInstance.create(join(directory, 'warehouse', 'reform.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, string>[]
  columns = new Map()
  for (const { table_name, column_name, data_type } of await rows(
    "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'marts' ORDER BY table_name, column_index",
  ))
    columns.set(table_name as string, [...(columns.get(table_name as string) ?? []), { name: column_name as string, type: data_type as string }])
  nulls = new Map()
  for (const [name, mart] of Object.entries(all)) {
    const counts = Object.keys(mart.columns).map((column) => `count(*) FILTER (${column} IS NULL)::INTEGER AS ${column}`)
    const [count = {}] = await rows(`SELECT ${counts.join(', ')} FROM marts.${name}`)
    for (const [column, number] of Object.entries(count)) nulls.set(`${name}.${column}`, Number(number))
  }
  connection.closeSync()
  instance.closeSync()
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('the definitions of the marts', () => {
  it('name every view that there is, and every file of SQL', () => {
    expect([...columns.keys()].sort()).toEqual(Object.keys(all).sort())
    const files = readdirSync(join(root, 'loaders/warehouse/marts')).filter((name) => name.endsWith('.sql'))
    expect(files.map((name) => name.replace('.sql', '')).sort()).toEqual(Object.keys(all).sort())
  })

  it.each(Object.keys(all))('of %s has its columns as the database has them', (name) => {
    const defined = Object.entries((all[name] as Mart).columns).map(([column, { kind }]) => ({ name: column, kind }))
    const held = (columns.get(name) ?? []).filter((column) => column.name !== 'plan_id')
    expect(defined.map((column) => column.name).sort()).toEqual(held.map((column) => column.name).sort())
    for (const { name: column, kind } of defined) expect(held.find((other) => other.name === column)?.type, `${name}.${column}`).toMatch(types[kind])
  })

  it('say of every column that holds NULL that it may', () => {
    const wrong = Object.entries(all).flatMap(([name, mart]) =>
      Object.entries(mart.columns).flatMap(([column, { nullable }]) => ((nulls.get(`${name}.${column}`) ?? 0) > 0 && !nullable ? [`${name}.${column}`] : [])),
    )
    expect(wrong).toEqual([])
  })

  it('lead each formula to columns that there are', () => {
    const known = (relation: string, column: string) =>
      relation in all
        ? column in (all[relation] as Mart).columns
        : Object.values(tables).some((table) => table.name === relation && table.columns.some(({ name }) => name === column))
    const wrong = Object.entries(all).flatMap(([name, mart]) =>
      Object.entries(mart.columns).flatMap(([column, { formula }]) => {
        const operands = formula?.operands ?? []
        const lost = operands.filter((source) => !known(source.relation ?? name, source.column) || (source.rows !== undefined && !known(name, source.rows)))
        const isKnown = formula === undefined || isFormulaKind(formula.kind)
        return lost.length > 0 || !isKnown ? [`${name}.${column}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })
})
