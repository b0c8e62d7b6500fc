import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { killedBuild, killedIngest, killRuns } from './fuzz/kills.ts'
import { PdfRuns } from './fuzz/pdf-runs.ts'
import { type Failure, Runs, signOf } from './fuzz/runs.ts'
import { ZipRuns } from './fuzz/zip-runs.ts'

const usage = `使い方: npm run fuzz -- [--runs N] [--seed S] [--run R] [--show N] [FILE]
       npm run fuzz -- --zips [--runs N] [--seed S] [--run R] [FILE]
       npm run fuzz -- --pdfs [--runs N] [--seed S] [--run R] [FILE]
       npm run fuzz -- --kills N [--builds] [--seed S]
  --runs N   文書を壊して読ませる回数。初めは 20000
  --seed S   乱数の種。初めは時刻から
  --run R    R回目だけをもう一度行う
  --show N   同じ種類の失敗を何件まで小さくして示すか。初めは 3
  --zips     Word か Excel のファイルを壊して読ませる。初めは200回、公表された文書を Word にしたもの
  --pdfs     PDF を壊して読ませる。初めは500回、公表された文書を PDF にしたもの
  --kills N  取り込みをN回途中で止めて、出力を確かめる
  --builds   取り込みの代わりにサイトの組み立てを止める
  FILE       元にする文書。初めは公表された文書、なければ data/osaki-plan5/document.txt
失敗は build/fuzz/ に残る
`
const threads = 2
const hangMs = 60_000
const fileHangMs = 10_000
const published = join('..', 'shared', 'sources', 'osaki-plan5-results.txt')
/** What is mutated where nothing else is said, and how often. */
const kinds = {
  text: { path: existsSync(published) ? published : join('data', 'osaki-plan5', 'document.txt'), runs: 20_000 },
  zips: { path: join('..', 'shared', 'sources', 'files', 'osaki.docx'), runs: 200 },
  pdfs: { path: join('..', 'shared', 'sources', 'files', 'osaki-word-ipa.pdf'), runs: 500 },
} as const
const folder = join('build', 'fuzz')

interface Given {
  runs: number
  first: number
  seed: number
  examples: number
  kills: number | undefined
  builds: boolean
  kind: keyof typeof kinds
  path: string
}

/** What a thread is given, and the run it is at for the others to see. */
interface Task {
  fuzz: Given
  thread: number
  at: Int32Array
}

/** Reads thousands of mutated documents, or kills runs of ingest, and says what broke. Exit code 1 where anything did. */
export async function main(words: string[]): Promise<number> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  return given.kills === undefined ? fuzz(given) : kill(given.kills, given)
}

function readArguments(words: string[]): Given | undefined {
  try {
    const number = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        runs: number,
        seed: number,
        run: number,
        show: number,
        kills: number,
        builds: { type: 'boolean', default: false },
        zips: { type: 'boolean', default: false },
        pdfs: { type: 'boolean', default: false },
      },
    })
    const { builds, zips, pdfs } = values
    if (zips && pdfs) return undefined
    const kind = zips ? 'zips' : pdfs ? 'pdfs' : 'text'
    const [path = kinds[kind].path, ...rest] = positionals
    if (rest.length > 0 || !existsSync(path)) return undefined
    const runs = values.run === undefined ? (wholeNumber(values.runs) ?? kinds[kind].runs) : 1
    const seed = wholeNumber(values.seed) ?? Date.now() % 2 ** 31
    const kills = wholeNumber(values.kills)
    return { runs, first: wholeNumber(values.run) ?? 0, seed, examples: wholeNumber(values.show) ?? 3, kills, builds, kind, path }
  } catch {
    return undefined
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,10}$/.test(text)) throw new TypeError(`no whole number: ${text}`)
  return Number(text)
}

async function fuzz(given: Given): Promise<number> {
  process.stdout.write(`${given.path} を${given.runs}回壊して読む (--seed ${given.seed})\n`)
  const counts = new Map<string, number>()
  const start = Date.now()
  const at = new Int32Array(new SharedArrayBuffer(4 * threads))
  const show = () => process.stderr.write(`${progress(at, given, start)}、失敗${[...counts.values()].reduce((sum, count) => sum + count, 0)}件\n`)
  const timer = setInterval(show, 10_000)
  const tell = (failure: Failure) => {
    const sign = signOf(failure)
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
    if ((counts.get(sign) as number) <= given.examples) report(given, failure)
  }
  await Promise.all(Array.from({ length: threads }, (_, thread) => runThread({ fuzz: given, thread, at }, tell)))
  clearInterval(timer)
  show()
  for (const [sign, count] of [...counts].sort(([, a], [, b]) => b - a)) process.stdout.write(`${sign}: ${count}件\n`)
  if (counts.size === 0) process.stdout.write('失敗はない\n')
  return counts.size === 0 ? 0 : 1
}

function progress(at: Int32Array, { runs }: Given, start: number): string {
  const done = Math.min(
    runs,
    at.reduce((sum, run) => sum + run, 0),
  )
  const seconds = (Date.now() - start) / 1000
  return `${done}/${runs}回、毎秒${(done / seconds).toFixed(1)}回、${seconds.toFixed(0)}秒`
}

async function kill(runs: number, { builds, seed }: Given): Promise<number> {
  process.stdout.write(`${builds ? 'サイトの組み立て' : '取り込み'}を${runs}回途中で止める (--seed ${seed})\n`)
  const { killed, replaced, between, problems } = await killRuns(builds ? killedBuild : killedIngest, runs, seed, (done, report) => {
    if (done % 10 === 0) process.stderr.write(`${done}/${runs}回、途中で止まった${report.killed}回、失敗${report.problems.length}件\n`)
  })
  for (const problem of problems) process.stdout.write(`失敗 ${problem}\n`)
  process.stdout.write(
    `途中で止まった${killed}回のうち、出力が前のまま${killed - replaced}回、新しい出力になっていた${replaced}回、入れ替えの間${between}回。失敗${problems.length}件\n`,
  )
  return problems.length === 0 ? 0 : 1
}

/** Milliseconds that the threads have worked, whatever else the machine does. */
function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A thread that does every `threads`-th run; one that stays at a run for too long is a failure and is ended. */
function runThread(task: Task, tell: (failure: Failure) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    let last = { at: -1, since: worked() }
    const watch = setInterval(() => {
      const at = Atomics.load(task.at, task.thread)
      if (at !== last.at) last = { at, since: worked() }
      if (worked() - last.since < threads * (task.fuzz.kind === 'text' ? hangMs : fileHangMs)) return
      const run = task.fuzz.first + at * threads + task.thread
      tell({ law: 'hang', sign: '', detail: `run ${run} does not end`, run, mutations: [], text: undefined })
      void worker.terminate()
    }, 1000)
    worker.on('message', (failures: Failure[]) => failures.forEach(tell))
    worker.on('error', reject)
    worker.on('exit', () => {
      clearInterval(watch)
      resolve()
    })
  })
}

/** Prints a failure and keeps it with its seed and the least text that fails. */
function report({ seed, path }: Given, failure: Failure): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${seed}-${failure.run}-${failure.law}.json`)
  writeFileSync(file, `${JSON.stringify({ path, seed, ...failure }, null, 2)}\n`)
  process.stdout.write(
    `失敗 ${signOf(failure)}: ${failure.detail}\n  --seed ${seed} --run ${failure.run}、${failure.mutations.length}か所、${file}\n${shown(failure.text)}`,
  )
}

/** A short text line by line, with what cannot be seen escaped. */
function shown(text: string | undefined): string {
  if (text === undefined || text.length > 2000) return ''
  const escaped = text.replace(/[^\P{C}\n]|[\u00a0\u3000]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
  return `${escaped.replace(/^/gm, '  | ')}\n`
}

/** The part of a thread: its runs, a message whenever some fail. */
async function runTask({ fuzz, thread, at }: Task): Promise<void> {
  const fuzzing = runsOf(fuzz)
  for (let index = 0; index * threads + thread < fuzz.runs; index++) {
    const failures = await fuzzing.failuresOf(fuzz.first + index * threads + thread)
    if (failures.length > 0) parentPort?.postMessage(failures)
    Atomics.store(at, thread, index + 1)
  }
}

function runsOf({ kind, path, seed, examples }: Given): Runs | ZipRuns | PdfRuns {
  if (kind === 'zips') return new ZipRuns(readFileSync(path), seed)
  return kind === 'pdfs' ? new PdfRuns(readFileSync(path), seed) : new Runs(readFileSync(path, 'utf8'), seed, examples)
}

const task = workerData as Task | null
if (!isMainThread && task?.fuzz) void runTask(task)
