import { DuckDBDateValue, DuckDBInstance, DuckDBListValue, type DuckDBValue } from '@duckdb/node-api'
import { type Row, type TableKey, tables } from '../../loaders/dictionary/tables.ts'
import { runNative } from '../sql/native.ts'
import { readQuestions } from '../sql/question-files.ts'
import { chosenSql, type Question } from '../sql/questions.ts'
import type { Result } from '../sql/values.ts'

/** A row of a mart: a view of the warehouse, made for pages. */
export type MartRow = Readonly<Record<string, string | number | boolean | null>>

/** The warehouse of one plan as the pages see it: rows of each table and of each mart. */
export interface Warehouse {
  plan: Row<'plans'>
  table<K extends TableKey>(key: K): readonly Row<K>[]
  mart(name: string): readonly MartRow[]
  /** the ready questions, answered with nothing but the plan chosen */
  answers: readonly { question: Question; result: Result }[]
}

/** Opens a warehouse folder and reads all of its last plan. BIGINT comes as number, DATE as ISO 8601 text. */
export async function openWarehouse(directory: string): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(`${directory}/reform.duckdb`, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const read = async (source: string, planId?: string): Promise<MartRow[]> => {
    const where = planId === undefined ? '' : ` WHERE plan_id = '${planId.replaceAll("'", "''")}'`
    const reader = await connection.runAndReadAll(`SELECT * FROM ${source}${where}`)
    return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])) as MartRow)
  }
  const plan = (await read('plans')).at(-1) as unknown as Row<'plans'>
  const names = (await connection.runAndReadAll("SELECT view_name FROM duckdb_views() WHERE schema_name = 'marts'")).getColumns()[0] as string[]
  const marts = new Map<string, MartRow[]>()
  for (const name of names) marts.set(name, await read(`marts.${name}`, plan.plan_id))
  const rows = new Map<string, MartRow[]>()
  for (const key of Object.keys(tables) as TableKey[]) rows.set(key, await read(tables[key].name, plan.plan_id))
  const answers: { question: Question; result: Result }[] = []
  for (const question of readQuestions()) answers.push({ question, result: await runNative(connection, chosenSql(question, { plan: plan.plan_id })) })
  connection.closeSync()
  instance.closeSync()
  return {
    plan,
    table: <K extends TableKey>(key: K) => (rows.get(key) ?? []) as unknown as Row<K>[],
    mart: (name) => marts.get(name) ?? [],
    answers,
  }
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  return value instanceof DuckDBListValue ? value.items : value
}
