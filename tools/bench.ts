import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { nothingSaid } from '../loaders/document/plan.ts'
import { Report } from '../loaders/document/report.ts'
import { Source } from '../loaders/document/source.ts'
import { decode } from '../loaders/formats/text.ts'
import { readRows } from '../loaders/read-plans.ts'
import { tables } from '../loaders/tables.ts'

const runs = 11
const readings = 60

/** A Node process that imports DuckDB and writes as many tables of one row: what no ingest can do without. */
const floorProgram = `
import { DuckDBInstance } from '@duckdb/node-api'
const directory = process.argv[1]
const instance = await DuckDBInstance.create(directory + '/floor-' + process.pid + '.duckdb')
const connection = await instance.connect()
for (const name of ${JSON.stringify(Object.values(tables).map(({ name }) => name))}) {
  await connection.run('CREATE TABLE ' + name + ' AS SELECT 1 AS value')
  await connection.run("COPY " + name + " TO '" + directory + '/' + name + ".parquet' (FORMAT parquet, COMPRESSION zstd)")
}
connection.closeSync()
instance.closeSync()
`

/** Times the whole ingest process against the floor, in pairs, and the speed of reading alone. */
export async function main(words: string[]): Promise<number> {
  const published = join('..', 'shared', 'sources', 'osaki-plan5-results.txt')
  const path = words[0] ?? (existsSync(published) ? published : join('data', 'osaki-plan5', 'document.txt'))
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  const floor = ['--input-type=module', '-e', floorProgram, directory]
  const ingest = [join('tools', 'run.mjs'), join('loaders', 'main.ts'), path, '--out', join(directory, 'warehouse')]
  for (const words of [floor, ingest]) timeProcess(words)
  const pairs = Array.from({ length: runs }, () => ({ floor: timeProcess(floor), ingest: timeProcess(ingest) }))
  rmSync(directory, { recursive: true, force: true })
  const ratio = median(pairs.map(({ floor, ingest }) => ingest / floor))
  print(
    'ingest 全体',
    pairs.map(({ ingest }) => ingest),
  )
  print(
    '床 (DuckDBを読み込み1行の表を同数書くだけ)',
    pairs.map(({ floor }) => floor),
  )
  process.stdout.write(`比 (組ごとの中央値) ${ratio.toFixed(2)}倍\n`)
  const bytes = readFileSync(path)
  const times = Array.from({ length: readings }, () => timeReading(bytes, path)).slice(readings / 3)
  process.stdout.write(
    `読み取りだけ: ${(bytes.length / 1e6 / (median(times) / 1000)).toFixed(1)} MB/秒 (${median(times).toFixed(1)} ms、${bytes.length}バイト)\n`,
  )
  return 0
}

function timeProcess(words: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

function timeReading(bytes: Uint8Array, path: string): number {
  const start = performance.now()
  const decoded = decode(bytes)
  if (decoded.text !== undefined)
    readRows({ planId: 'bench', description: nothingSaid, sha256: '', source: new Source(decoded.text) }, new Report(new VFile({ path })))
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

function print(name: string, times: readonly number[]): void {
  process.stdout.write(
    `${name}: 最小 ${Math.min(...times).toFixed(0)} ms、中央 ${median(times).toFixed(0)} ms、最大 ${Math.max(...times).toFixed(0)} ms (${times.length}回)\n`,
  )
}
