import { existsSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { build } from 'esbuild'
import { type Browser, chromium as launcher } from 'playwright-core'
import { serveFolder } from './serve.ts'

const pairs = 9
const site = 'dist'

/** Two ways to a first answer, timed in the page: DuckDB alone, and the page's engine with all tables. */
const program = `
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import { Engine } from './src/sql/engine.ts'
import { engineFiles } from './src/sql/engine-files.ts'
const timed = async (work) => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
globalThis.bench = {
  bare: () => timed(async () => {
    const { worker, module } = engineFiles('./')
    const database = new AsyncDuckDB(new VoidLogger(), new Worker(worker))
    await database.instantiate(module)
    await database.open({})
    await database.runQuery(await database.connectInternal(), 'SELECT 1')
  }),
  ready: () => timed(async () => {
    const engine = await Engine.start(engineFiles('./'))
    await engine.run('SELECT 1', 1)
  }),
}`

/** Times the start of the page's DuckDB with all tables against a bare start, in pairs, each in a page of its own. */
export async function main(): Promise<number> {
  if (!existsSync(join(site, 'sql.html'))) {
    process.stderr.write(`${site} に sql.html がない。先に npm run build を実行する\n`)
    return 1
  }
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    logLevel: 'error',
  })
  const script = outputFiles[0]?.text ?? ''
  const { server, address } = await serveFolder(site, 0)
  const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'], headless: true })
  const time = (way: 'bare' | 'ready') => timeStart(browser, `${address}about.html`, script, way)
  await time('ready')
  const times: { bare: number; ready: number }[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) times.push({ bare: await time('bare'), ready: await time('ready') })
    else times.push({ ready: await time('ready'), bare: await time('bare') })
  }
  await browser.close()
  server.close()
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number
  process.stdout.write(`DuckDB-Wasm だけ: 中央 ${middle(times.map(({ bare }) => bare)).toFixed(0)} ms (${pairs}回)\n`)
  process.stdout.write(`全部の表とともに: 中央 ${middle(times.map(({ ready }) => ready)).toFixed(0)} ms (${pairs}回)\n`)
  process.stdout.write(`比 (組ごとの中央値) ${middle(times.map(({ bare, ready }) => ready / bare)).toFixed(2)}倍\n`)
  return 0
}

async function timeStart(browser: Browser, address: string, script: string, way: 'bare' | 'ready'): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(script)
  const time = await page.evaluate<number>(`bench.${way}()`)
  await context.close()
  return time
}
