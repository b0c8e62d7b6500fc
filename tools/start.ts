import { parseArgs } from 'node:util'
import { sayFailure } from '../loaders/failure.ts'
import { main as ingest } from '../loaders/main.ts'
import { buildSite } from './build.ts'
import { builtInPlans } from './built-in-plans.ts'
import { serveFolder } from './serve.ts'

const usage = `使い方: npm start [-- PLAN…] [--port N]
  PLAN      plan.json と文書のあるフォルダ、または文書のファイル。初めは data/ にあるプランのすべて
  --port N  見るための番号。初めは 3000。使われていれば空いている番号にする
`
const warehouse = 'warehouse'
const output = 'dist'

/** Reads plans, those that are shipped where none is named, builds their site and serves it on loopback: the one command of the README. */
export async function main(words: string[]): Promise<number> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const code = await step(`文書を読む (${given.plans.join('、')})`, () => ingest([...given.plans, '--out', warehouse]))
  if (code !== 0) return code
  return sayFailure(() => buildAndServe(given.port))
}

async function buildAndServe(port: number): Promise<number> {
  await step('サイトを組み立てる', () => buildSite({ warehouse, output }))
  const { address } = await step('サーバーを始める', () => serveOn(port))
  process.stdout.write(`\n${address} をブラウザで開く (終わるには Ctrl+C)\n`)
  return 0
}

function readArguments(words: string[]): { plans: string[]; port: number } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { port: { type: 'string', default: '3000' } } })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    return { plans: positionals.length > 0 ? positionals : builtInPlans(), port }
  } catch {
    return undefined
  }
}

async function serveOn(port: number) {
  try {
    return await serveFolder(output, port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return serveFolder(output, 0)
  }
}

/** Says what is done and how long it took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`${name} …\n`)
  const start = performance.now()
  const result = await work()
  process.stdout.write(`  ${((performance.now() - start) / 1000).toFixed(2)}秒\n`)
  return result
}
