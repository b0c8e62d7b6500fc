import { libraryTables } from '../../loaders/editions/library-tables.ts'
import type { Table } from '../../loaders/records/table.ts'
import { type Row, tables } from '../../loaders/tables.ts'
import { allEditions } from '../../loaders/warehouse/all-editions.ts'
import { type MartRow, marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart } from '../../loaders/warehouse/marts/mart.ts'
import { published, views } from '../../loaders/warehouse/published.ts'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import { chosenSql, type Question } from '../questions/questions.ts'
import type { Database } from './database.ts'
import { type Answered, type ContinuedItem, type DataRow, type ItemHead, Warehouse } from './warehouse.ts'

/** What a warehouse is read from. */
export interface WarehouseSource {
  /** the database that holds all plans */
  stored: Database
  /** another, without rows, to which the first is attached as `stored` */
  work: Database
  /** the drawing that stands at a path of the warehouse */
  readDrawing: (path: string) => Promise<string>
  questions: readonly Question[]
  analyses: readonly Question[]
}

/** Reads all of a plan, by the id of its current edition, or else of the first plan; rejects with a `RangeError` where there is none of that id. */
export async function readWarehouse({ stored, work, readDrawing, questions, analyses }: WarehouseSource, planId?: string): Promise<Warehouse> {
  const rows: readonly unknown[] = await stored.rows('plans')
  const editions = rows as readonly Row<'plans'>[]
  const current = editions.filter(({ is_current }) => is_current)
  const plan = planId === undefined ? current[0] : current.find(({ plan_id }) => plan_id === planId)
  if (!plan) throw new RangeError(`there is no current edition ${planId}`)
  const ofMarts = [...questions, ...analyses].filter(asksMarts)
  const ofTables = [...questions, ...analyses].filter((question) => !asksMarts(question))
  const answers = await answersOf(stored, ofTables, plan.plan_id)
  const measures = current.length > 1 && plan === current[0] ? await readMeasures(stored) : undefined
  const continued = current.length > 1 ? await readContinued(stored, plan.plan_id) : []
  const heads = await readHeads(stored, plan, continued)
  const relations = await readPlan(work, plan.plan_id)
  const answered = new Map([...answers, ...(await answersOf(work, ofMarts, plan.plan_id))])
  const inOrder = (asked: readonly Question[]) => asked.flatMap((question) => answered.get(question) ?? [])
  const drawings = await readDrawings(readDrawing, relations.get(published.sourcePages.name) ?? [])
  return new Warehouse(plan, editions, relations, inOrder(questions), drawings, continued, measures, heads, inOrder(analyses))
}

async function answersOf(database: Database, questions: readonly Question[], plan: string): Promise<Map<Question, Answered>> {
  const answers = new Map<Question, Answered>()
  for (const question of questions) {
    const sql = chosenSql(question, { plan })
    answers.set(question, { question, sql, result: await database.answer(sql) })
  }
  return answers
}

/** Whether a question asks marts, which hold a plan's rows alone wherever they are kept, and which take longest to answer as views. */
function asksMarts({ sql }: Question): boolean {
  return /\bmarts\.\w/.test(sql)
}

async function readMeasures(stored: Database): Promise<ReadonlyMap<string, MartRow<'plan_measures'>>> {
  const rows: readonly unknown[] = await stored.rows('marts.plan_measures')
  return new Map((rows as readonly MartRow<'plan_measures'>[]).map((row) => [row.plan_id, row]))
}

async function readContinued(stored: Database, planId: string): Promise<ContinuedItem[]> {
  const rows = await stored.rows(
    `(SELECT own.item_no, other.plan_id, other.item_no AS other_no
FROM items AS own JOIN items AS other ON other.lineage = own.lineage AND other.plan_id <> own.plan_id
WHERE own.plan_id = ${literal(planId)}
ORDER BY ALL)`,
  )
  return rows.map(({ item_no, plan_id, other_no }) => ({ itemNo: Number(item_no), planId: String(plan_id), otherNo: Number(other_no) }))
}

/** The items of every edition of a plan, and of the plans in which its items go on. */
async function readHeads(stored: Database, { series }: Row<'plans'>, continued: readonly ContinuedItem[]): Promise<ItemHead[]> {
  const others = [...new Set(continued.map(({ planId }) => literal(planId)))]
  const ofOthers = others.length > 0 ? `OR plan_id IN (${others.join(', ')})` : ''
  const rows: readonly unknown[] = await stored.rows(
    `(SELECT plan_id, item_no, item_code, items.title FROM ${allEditions}.items JOIN plans USING (plan_id) WHERE series = ${literal(series)} ${ofOthers})`,
  )
  return [...(rows as readonly ItemHead[])]
}

/** The drawings that pages name, by their path. */
async function readDrawings(readDrawing: WarehouseSource['readDrawing'], pages: readonly DataRow[]): Promise<ReadonlyMap<string, string>> {
  const paths = pages.flatMap(({ drawing }) => (typeof drawing === 'string' ? [drawing] : []))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readDrawing(path)] as const)))
}

/**
 * The rows of a plan in every table and mart, by name; of marts across plans, those of the plans that share an item with it too. Each
 * mart is kept as a table before the next is asked for: as views, DuckDB would plan each again within all that are made of it.
 */
async function readPlan(work: Database, planId: string): Promise<Map<string, DataRow[]>> {
  await work.run("CREATE SCHEMA IF NOT EXISTS marts; SET search_path = 'memory.main,stored.main'")
  const martViews = await work.rows("(SELECT view_name, sql FROM duckdb_views() WHERE database_name = 'stored' AND schema_name = 'marts')")
  const queries = new Map(martViews.map(({ view_name, sql }) => [view_name, String(sql).replace(/^CREATE VIEW \S+ AS /, '')]))
  const relations = new Map<string, DataRow[]>()
  const keep = async (name: string, query: string, shown = '') => {
    await work.run(`CREATE OR REPLACE TABLE memory.${name} AS ${query}`)
    relations.set(name.replace(/^.*\./, ''), await work.rows(`memory.${name} ${shown}`))
  }
  const ofPlan = `WHERE plan_id = ${literal(planId)}`
  const related = (await readRelated(work, planId)).map(literal).join(', ')
  for (const { name } of Object.values<Table>({ ...tables, ...views }))
    await keep(`main.${name}`, `FROM stored.main.${name} WHERE plan_id IN (${related})`, ofPlan)
  for (const { name } of Object.values<Table>(libraryTables)) await keep(`main.${name}`, `FROM stored.main.${name}`)
  for (const [name, mart] of Object.entries<Mart>(marts)) await keep(`marts.${name}`, queries.get(name) as string, mart.isAcrossPlans ? '' : ofPlan)
  return relations
}

/** The plan and every other current one that shares an item with it. */
async function readRelated(work: Database, planId: string): Promise<string[]> {
  const rows = await work.rows(
    `(SELECT DISTINCT theirs.plan_id FROM stored.main.items AS ours JOIN stored.main.items AS theirs USING (lineage)
      WHERE ours.plan_id = ${literal(planId)} AND theirs.plan_id <> ours.plan_id ORDER BY ALL)`,
  )
  return [planId, ...rows.map(({ plan_id }) => String(plan_id))]
}
