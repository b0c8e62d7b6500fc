import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { DuckDBInstance } from '@duckdb/node-api'
import { VFile } from 'vfile'
import { sha256 } from '../loaders/document/hash.ts'
import { nothingSaid } from '../loaders/document/plan.ts'
import { Report } from '../loaders/document/report.ts'
import { Source } from '../loaders/document/source.ts'
import { mergeRows } from '../loaders/editions/table-rows.ts'
import { decode } from '../loaders/formats/text.ts'
import { readRows } from '../loaders/read-plans.ts'
import type { TableRows } from '../loaders/tables.ts'
import { type TableKey, tables } from '../loaders/tables.ts'
import { fillTables } from '../loaders/warehouse/load.ts'
import { createTables } from '../loaders/warehouse/schema.ts'
import { literal } from '../loaders/warehouse/sql-words.ts'
import { randomPlan } from './generate/random.ts'
import { render } from './generate/render.ts'

/** All municipalities of Japan, and tenths of them. */
const sizes = [1, 17, 174, 1741]
const prefectures = 47
const queryRuns = 9
/** What a worker's short-lived objects may fill before they are collected: many times one document's. */
const maxYoungGenerationSizeMb = 64

/** Municipalities whose documents are read and stored in one go: few tables to write, and rows of few documents in memory. */
const batchSize = 40

/** Some made-up municipalities: five digits of code, their documents in a folder. */
interface Task {
  scale: 'generate' | 'ingest'
  codes: string[]
  directory: string
}

/** What a worker did: bytes read, and milliseconds from text to rows and to Parquet. */
interface Done {
  bytes: number
  readMs: number
  storeMs: number
  rows: number
}

/** Times ingesting made-up plans of 1 to 1,741 municipalities into Parquet by runs of municipalities, and a national query on them. */
export async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({ args: words, options: { sizes: { type: 'string', default: sizes.join(',') } } })
  let before: number | undefined
  for (const size of values.sizes.split(',').map(Number)) {
    const directory = mkdtempSync(join(tmpdir(), 'scale-'))
    const tasks = tasksFor(size, directory)
    await runTasks(tasks.map((task) => ({ ...task, scale: 'generate' as const })))
    const memory = watchMemory()
    const start = performance.now()
    const startCpu = process.cpuUsage()
    const done = await runTasks(tasks)
    const elapsed = performance.now() - start
    const { user, system } = process.cpuUsage(startCpu)
    process.stdout.write(
      `${describeRun(size, done, elapsed, before)}、CPU ${((user + system) / 1e6).toFixed(2)}秒、最大メモリ ${memory()} MB、全国の問い合わせ ${await timeQuery(directory)} ms\n`,
    )
    before = elapsed
    rmSync(directory, { recursive: true, force: true })
  }
  return 0
}

function tasksFor(size: number, directory: string): Task[] {
  const codes = Array.from(
    { length: size },
    (_, index) => String((index % prefectures) + 1).padStart(2, '0') + String(Math.floor(index / prefectures) + 100).padStart(3, '0'),
  ).sort()
  const starts = Array.from({ length: Math.ceil(size / batchSize) }, (_, batch) => batch * batchSize)
  return starts.map((start) => ({ scale: 'ingest', directory, codes: codes.slice(start, start + batchSize) }))
}

function describeRun(size: number, done: readonly Done[], elapsed: number, before: number | undefined): string {
  const sum = (value: (one: Done) => number) => done.reduce((total, one) => total + value(one), 0)
  const megabytes = sum(({ bytes }) => bytes) / 1e6
  const perCore = megabytes / (sum(({ readMs }) => readMs) / 1000)
  const growth = before === undefined ? '' : `、前の${(elapsed / before).toFixed(1)}倍`
  return `${size}団体: ${megabytes.toFixed(1)} MB、${sum(({ rows }) => rows)}行、${(elapsed / 1000).toFixed(2)}秒 (${(megabytes / (elapsed / 1000)).toFixed(1)} MB/秒)${growth}、文から行まで1コア ${perCore.toFixed(1)} MB/秒`
}

/** Runs tasks on as many workers as there are cores, each taking the next task when it is free. */
async function runTasks(tasks: readonly Task[]): Promise<Done[]> {
  const waiting = [...tasks]
  const done: Done[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { scale: true }, resourceLimits: { maxYoungGenerationSizeMb } })
      const next = () => {
        const task = waiting.shift()
        if (task) worker.postMessage(task)
        else worker.terminate().then(() => resolve(), reject)
      }
      worker.on('message', (one: Done) => {
        done.push(one)
        next()
      })
      worker.on('error', reject)
      next()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work))
  return done
}

/** Samples the process's memory; the function it returns stops and gives the most seen, in MB. */
function watchMemory(): () => number {
  let most = 0
  const sample = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const timer = setInterval(sample, 20)
  return () => {
    clearInterval(timer)
    sample()
    return Math.round(most / 2 ** 20)
  }
}

/** The median time of effects by year and rating over all municipalities, in ms. */
async function timeQuery(directory: string): Promise<number> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const files = (table: string) => `read_parquet(${literal(join(directory, 'parquet', table, '**', '*.parquet'))}, hive_partitioning = true)`
  const query = `SELECT fiscal_year, rating, sum(amount_yen), count(*) FROM ${files('effects')} JOIN ${files('items')} USING (plan_id, item_no) WHERE part_of IS NULL GROUP BY ALL ORDER BY ALL`
  const times: number[] = []
  for (let run = 0; run < queryRuns; run++) {
    const start = performance.now()
    await connection.runAndReadAll(query)
    times.push(performance.now() - start)
  }
  connection.closeSync()
  instance.closeSync()
  return Math.round(times.sort((a, b) => a - b)[queryRuns >> 1] as number)
}

function documentPath({ directory }: Task, code: string): string {
  return join(directory, 'documents', `${code}.txt`)
}

function generate(task: Task): Done {
  mkdirSync(join(task.directory, 'documents'), { recursive: true })
  for (const code of task.codes) writeFileSync(documentPath(task, code), render(randomPlan(Number(code), { firstYear: 2020, years: 3 })))
  return { bytes: 0, readMs: 0, storeMs: 0, rows: 0 }
}

/** Reads the documents of some municipalities and writes them as Parquet. */
async function ingest(task: Task): Promise<Done> {
  const start = performance.now()
  const documents = task.codes.map((code) => ({ code, bytes: readFileSync(documentPath(task, code)) }))
  const rows = mergeRows(documents.flatMap(({ code, bytes }) => readDocument(code, bytes)))
  const read = performance.now()
  await store(task, rows)
  const count = (Object.keys(tables) as TableKey[]).reduce((total, key) => total + rows[key].length, 0)
  return { bytes: documents.reduce((total, { bytes }) => total + bytes.length, 0), readMs: read - start, storeMs: performance.now() - read, rows: count }
}

function readDocument(code: string, bytes: Uint8Array): TableRows[] {
  const decoded = decode(bytes)
  if (decoded.text === undefined) return []
  const description = { ...nothingSaid, municipalityCode: code, edition: 'sample' as const }
  const reading = readRows(
    { planId: code, description, sha256: sha256(bytes), source: new Source(decoded.text) },
    new Report(new VFile({ path: `${code}.txt` })),
  )
  return reading ? [reading.rows] : []
}

/**
 * One file for each table and run of municipality codes, its rows led by municipality_code and plan_no and in their order:
 * a folder for each would be 30,000 files too small to read fast, and a file's least and greatest code tell what it holds.
 */
async function store({ directory, codes }: Task, rows: TableRows): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(createTables().join(';\n'))
  await fillTables(connection, rows)
  for (const { name } of Object.values(tables)) {
    const folder = join(directory, 'parquet', name, `municipality_codes=${codes[0]}-${codes.at(-1)}`)
    mkdirSync(folder, { recursive: true })
    const led = name === 'plans' ? name : `(SELECT municipality_code, plan_no, ${name}.* FROM ${name} JOIN plans USING (plan_id))`
    await connection.run(
      `COPY (FROM ${led} ORDER BY municipality_code, plan_no) TO ${literal(join(folder, 'data.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
    )
  }
  connection.closeSync()
  instance.closeSync()
}

if (!isMainThread && (workerData as { scale?: true } | null)?.scale) {
  parentPort?.on('message', async (task: Task) => parentPort?.postMessage(task.scale === 'generate' ? generate(task) : await ingest(task)))
}
