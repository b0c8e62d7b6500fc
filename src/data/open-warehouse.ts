import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDateValue, DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api'
import type { Table } from '../../loaders/records/table.ts'
import type { Row } from '../../loaders/tables.ts'
import { marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart, RowKey } from '../../loaders/warehouse/marts/mart.ts'
import { published } from '../../loaders/warehouse/published.ts'
import { OutputError } from '../../loaders/warehouse/refusal.ts'
import { literal } from '../../loaders/warehouse/schema.ts'
import { openReadOnly, runNative } from '../questions/native.ts'
import { readQuestions } from '../questions/question-files.ts'
import { chosenSql, type Question } from '../questions/questions.ts'
import type { Result } from '../questions/values.ts'
import { type DataRow, type DataValue, Warehouse } from './warehouse.ts'

/** Opens a warehouse folder and reads all of its last plan, or rejects with an `OutputError`. BIGINT comes as number, DATE as ISO 8601 text. */
export async function openWarehouse(directory: string): Promise<Warehouse> {
  const instance = await openReadOnly(`${directory}/reform.duckdb`, { threads: '1' })
  const connection = await instance.connect()
  await refuseOtherVersion(connection, directory)
  const read = async (source: string, planId?: string): Promise<DataRow[]> => {
    const where = planId === undefined ? '' : ` WHERE plan_id = ${literal(planId)}`
    const reader = await connection.runAndReadAll(`SELECT * FROM ${source}${where}`)
    return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
  }
  const rows: readonly unknown[] = await read('plans')
  const plans = rows as readonly Row<'plans'>[]
  const plan = plans.at(-1) as Row<'plans'>
  const relations = new Map<string, DataRow[]>()
  for (const { name } of Object.values<Table>(published)) relations.set(name, await read(name, plan.plan_id))
  for (const name of Object.keys(marts)) relations.set(name, await read(`marts.${name}`, plan.plan_id))
  const answers: { question: Question; result: Result }[] = []
  for (const question of readQuestions()) answers.push({ question, result: await runNative(connection, chosenSql(question, { plan: plan.plan_id })) })
  connection.closeSync()
  instance.closeSync()
  return new Warehouse(plan, plans, relations, answers, await readDrawings(directory, relations.get(published.sourcePages.name) ?? []))
}

/** The drawings that pages name, by their path. */
async function readDrawings(directory: string, pages: readonly DataRow[]): Promise<ReadonlyMap<string, string>> {
  const paths = pages.flatMap(({ drawing }) => (typeof drawing === 'string' ? [drawing] : []))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(directory, path), 'utf8')] as const)))
}

/** A warehouse that lacks a column of today's was written by another version of the tool. */
async function refuseOtherVersion(connection: DuckDBConnection, directory: string): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT concat_ws('.', schema_name, table_name, column_name) AS name FROM duckdb_columns() WHERE NOT internal")
  const found = new Set(reader.getRowObjects().map(({ name }) => name))
  const ofTables = Object.values<Table>(published).flatMap(({ name, columns }) => columns.map((column) => `main.${name}.${column.name}`))
  const ofMarts = Object.entries<Mart>(marts).flatMap(([name, { columns }]) => Object.keys(columns).map((column) => `marts.${name}.${column}`))
  if ([...ofTables, ...ofMarts].every((name) => found.has(name))) return
  throw new OutputError(`${directory} はこのツールの別の版が書いたものである。npm run ingest でもう一度書き出す`)
}

function plain(value: DuckDBValue): DataValue {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBListValue) return value.items.map(plain)
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, plain(part)])) as RowKey
  return value as DataValue
}
