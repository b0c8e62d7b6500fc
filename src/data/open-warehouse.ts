import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api'
import { libraryTables } from '../../loaders/editions/library-tables.ts'
import type { Table } from '../../loaders/records/table.ts'
import { type Row, tables } from '../../loaders/tables.ts'
import { allEditions } from '../../loaders/warehouse/all-editions.ts'
import { type MartRow, marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart, RowKey } from '../../loaders/warehouse/marts/mart.ts'
import { published, views } from '../../loaders/warehouse/published.ts'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import { refuseOtherVersion } from '../../loaders/warehouse/version.ts'
import { openReadOnly, runNative } from '../questions/native.ts'
import { readAnalyses, readQuestions } from '../questions/question-files.ts'
import { chosenSql, type Question } from '../questions/questions.ts'
import { type Answered, type ContinuedItem, type DataRow, type DataValue, type ItemHead, Warehouse } from './warehouse.ts'

/**
 * Opens a warehouse folder and reads all of a plan, by the id of its current edition, or else of the first plan; rejects with an
 * `OutputError`. BIGINT comes as number, DATE as ISO 8601 text.
 */
export async function openWarehouse(directory: string, planId?: string): Promise<Warehouse> {
  const path = `${directory}/reform.duckdb`
  const instance = await openReadOnly(path, { threads: '1' })
  const connection = await instance.connect()
  await refuseOtherVersion(connection, directory, 'npm run ingest でもう一度書き出す')
  const rows: readonly unknown[] = await readRows(connection, 'plans')
  const editions = rows as readonly Row<'plans'>[]
  const current = editions.filter(({ is_current }) => is_current)
  const plan = planId === undefined ? current[0] : current.find(({ plan_id }) => plan_id === planId)
  if (!plan) throw new RangeError(`${directory} has no current edition ${planId}`)
  const questions = readQuestions()
  const analyses = readAnalyses()
  const ofMarts = [...questions, ...analyses].filter(asksMarts)
  const ofTables = [...questions, ...analyses].filter((question) => !asksMarts(question))
  const answers = await answersOf(connection, ofTables, plan.plan_id)
  const measures = current.length > 1 && plan === current[0] ? await readMeasures(connection) : undefined
  const continued = current.length > 1 ? await readContinued(connection, plan.plan_id) : []
  const heads = await readHeads(connection, plan, continued)
  connection.closeSync()
  instance.closeSync()
  const read = await readPlan(path, plan.plan_id, ofMarts)
  const drawings = await readDrawings(directory, read.relations.get(published.sourcePages.name) ?? [])
  const answered = new Map([...answers, ...read.answers])
  const inOrder = (asked: readonly Question[]) => asked.flatMap((question) => answered.get(question) ?? [])
  return new Warehouse(plan, editions, read.relations, inOrder(questions), drawings, continued, measures, heads, inOrder(analyses))
}

type Answers = Map<Question, Answered>

async function answersOf(connection: DuckDBConnection, questions: readonly Question[], plan: string): Promise<Answers> {
  const answers: Answers = new Map()
  for (const question of questions) {
    const sql = chosenSql(question, { plan })
    answers.set(question, { question, sql, result: await runNative(connection, sql) })
  }
  return answers
}

/** Whether a question asks marts, which hold a plan's rows alone wherever they are kept, and which take longest to answer as views. */
function asksMarts({ sql }: Question): boolean {
  return /\bmarts\.\w/.test(sql)
}

async function readMeasures(connection: DuckDBConnection): Promise<ReadonlyMap<string, MartRow<'plan_measures'>>> {
  const rows: readonly unknown[] = await readRows(connection, 'marts.plan_measures')
  return new Map((rows as readonly MartRow<'plan_measures'>[]).map((row) => [row.plan_id, row]))
}

async function readContinued(connection: DuckDBConnection, planId: string): Promise<ContinuedItem[]> {
  const reader = await connection.runAndReadAll(
    `SELECT own.item_no, other.plan_id, other.item_no
FROM items AS own JOIN items AS other ON other.lineage = own.lineage AND other.plan_id <> own.plan_id
WHERE own.plan_id = ${literal(planId)}
ORDER BY ALL`,
  )
  return reader.getRows().map(([itemNo, other, otherNo]) => ({ itemNo: Number(itemNo), planId: String(other), otherNo: Number(otherNo) }))
}

/** The items of every edition of a plan, and of the plans in which its items go on. */
async function readHeads(connection: DuckDBConnection, { series }: Row<'plans'>, continued: readonly ContinuedItem[]): Promise<ItemHead[]> {
  const others = [...new Set(continued.map(({ planId }) => literal(planId)))]
  const ofOthers = others.length > 0 ? `OR plan_id IN (${others.join(', ')})` : ''
  const rows: readonly unknown[] = await readRows(
    connection,
    `(SELECT plan_id, item_no, item_code, items.title FROM ${allEditions}.items JOIN plans USING (plan_id) WHERE series = ${literal(series)} ${ofOthers})`,
  )
  return [...(rows as readonly ItemHead[])]
}

/** The drawings that pages name, by their path. */
async function readDrawings(directory: string, pages: readonly DataRow[]): Promise<ReadonlyMap<string, string>> {
  const paths = pages.flatMap(({ drawing }) => (typeof drawing === 'string' ? [drawing] : []))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(directory, path), 'utf8')] as const)))
}

async function readRows(connection: DuckDBConnection, source: string): Promise<DataRow[]> {
  const reader = await connection.runAndReadAll(`FROM ${source}`)
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

interface ReadPlan {
  relations: ReadonlyMap<string, DataRow[]>
  answers: Answers
}

/**
 * The rows of a plan in every table and mart, by name, and the answers to questions that ask marts; of marts across plans, those of the
 * plans that share an item with it too. Each mart is kept as a table before the next is asked for: as views, DuckDB would plan each
 * again within all that are made of it.
 */
async function readPlan(path: string, planId: string, questions: readonly Question[]): Promise<ReadPlan> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`ATTACH ${literal(path)} AS stored (READ_ONLY); CREATE SCHEMA marts; SET search_path = 'memory.main,stored.main'`)
  const reader = await connection.runAndReadAll("SELECT view_name, sql FROM duckdb_views() WHERE database_name = 'stored' AND schema_name = 'marts'")
  const queries = new Map(reader.getRows().map(([name, sql]) => [name, String(sql).replace(/^CREATE VIEW \S+ AS /, '')]))
  const relations = new Map<string, DataRow[]>()
  const keep = async (name: string, query: string, shown = '') => {
    await connection.run(`CREATE TABLE memory.${name} AS ${query}`)
    relations.set(name.replace(/^.*\./, ''), await readRows(connection, `memory.${name} ${shown}`))
  }
  const ofPlan = `WHERE plan_id = ${literal(planId)}`
  const related = (await readRelated(connection, planId)).map(literal).join(', ')
  for (const { name } of Object.values<Table>({ ...tables, ...views }))
    await keep(`main.${name}`, `FROM stored.main.${name} WHERE plan_id IN (${related})`, ofPlan)
  for (const { name } of Object.values<Table>(libraryTables)) await keep(`main.${name}`, `FROM stored.main.${name}`)
  for (const [name, mart] of Object.entries<Mart>(marts)) await keep(`marts.${name}`, queries.get(name) as string, mart.isAcrossPlans ? '' : ofPlan)
  const answers = await answersOf(connection, questions, planId)
  connection.closeSync()
  instance.closeSync()
  return { relations, answers }
}

/** The plan and every other current one that shares an item with it. */
async function readRelated(connection: DuckDBConnection, planId: string): Promise<string[]> {
  const rows = await readRows(
    connection,
    `(SELECT DISTINCT theirs.plan_id FROM stored.main.items AS ours JOIN stored.main.items AS theirs USING (lineage)
      WHERE ours.plan_id = ${literal(planId)} AND theirs.plan_id <> ours.plan_id ORDER BY ALL)`,
  )
  return [planId, ...rows.map(({ plan_id }) => String(plan_id))]
}

function plain(value: DuckDBValue): DataValue {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBListValue) return value.items.map(plain)
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, plain(part)])) as RowKey
  return value as DataValue
}
