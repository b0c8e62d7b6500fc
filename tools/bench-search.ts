import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInThisContext } from 'node:vm'
import chromium from '@sparticuz/chromium'
import { chromium as launcher, type Page } from 'playwright-core'
import type { SearchRecord } from '../src/search/record.ts'
import { recordsPath, recordsScript } from '../src/search/records-script.ts'
import { serveFolder } from './serve.ts'

const starts = 7
const patienceMs = 30_000
const queries = ['滞納整理', 'ふるさと', '会計年度任用職員', 'まいなんばー', '51,000,000', '5,100万円', '納税課', 'の', '令和', '宇宙開発']

/**
 * Times the search of the built site in a real browser: from opening it to the first answer, then each further answer.
 * A number asks for as many plans, each with the records of the built one but for other digits.
 */
export async function main([plans]: string[]): Promise<number> {
  const folder = process.env.REFORM_OUTPUT ?? 'dist'
  if (!existsSync(folder)) {
    process.stderr.write(`${folder} がない。先に npm run build を実行する\n`)
    return 1
  }
  const planIds = plans === undefined ? undefined : Array.from({ length: Number(plans) }, (_, index) => `plan-${index}`)
  const site = planIds === undefined ? folder : await siteOfPlans(folder, planIds)
  const { server, address } = await serveFolder(site, 0)
  const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'], headless: true })
  const firsts: number[] = []
  const nexts: number[] = []
  for (let start = 0; start < starts; start++) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${address}about.html`)
    if (planIds) await page.locator('[data-plans]').evaluate((button, ids) => button.setAttribute('data-plans', ids), JSON.stringify(planIds))
    firsts.push(await timeFirst(page, queries[0] as string))
    for (const query of queries) nexts.push(await timeAnswer(page, query))
    await context.close()
  }
  await browser.close()
  server.close()
  if (site !== folder) await rm(site, { recursive: true })
  print('開いてから最初の答えまで', firsts)
  print('2つ目からの答え', nexts)
  return 0
}

/** A folder that leads to the files of a built site, with records of plans of its own; the caller removes it. */
async function siteOfPlans(built: string, planIds: readonly string[]): Promise<string> {
  const site = await mkdtemp(join(tmpdir(), 'search-'))
  const folder = dirname(recordsPath(''))
  for (const name of await readdir(built)) if (name !== folder) await cp(join(built, name), join(site, name), { recursive: true })
  const [file = ''] = await readdir(join(built, folder))
  runInThisContext(await readFile(join(built, folder, file), 'utf8'))
  const records = Object.values(globalThis.searchRecords ?? {}).flat()
  await mkdir(join(site, folder))
  for (const [shift, planId] of planIds.entries()) {
    const own = records.map((record) => withOtherDigits(record, shift))
    await writeFile(join(site, recordsPath(planId)), recordsScript(planId, own))
  }
  return site
}

function withOtherDigits(record: SearchRecord, shift: number): SearchRecord {
  const shifted = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + shift) % 10))
  const figures = record.figures.map((figure) => ({ ...figure, value: Number(shifted(String(figure.value))) }))
  return { ...record, text: shifted(record.text), figures }
}

/** Milliseconds from pressing the button to the answer of a query that is there at once. */
function timeFirst(page: Page, query: string): Promise<number> {
  return page.evaluate(
    async ({ query, patienceMs }) => {
      const start = performance.now()
      document.querySelector<HTMLElement>('[data-action=search]')?.click()
      const input = await new Promise<HTMLInputElement>((resolve) => {
        const look = () => {
          const found = document.querySelector<HTMLInputElement>('#search-query')
          if (found) resolve(found)
          else setTimeout(look, 1)
        }
        look()
      })
      input.value = query
      input.dispatchEvent(new Event('input', { bubbles: true }))
      while (performance.getEntriesByName('search-answer').length === 0) {
        if (performance.now() - start > patienceMs) throw new Error('no answer')
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      return performance.now() - start
    },
    { query, patienceMs },
  )
}

/** Milliseconds from a changed query to its answer on the page. */
async function timeAnswer(page: Page, query: string): Promise<number> {
  await page.evaluate(() => performance.clearMeasures())
  await page.locator('#search-query').fill(query)
  await page.waitForFunction(() => performance.getEntriesByName('search-answer').length > 0)
  return page.evaluate(() => performance.getEntriesByName('search-answer')[0]?.duration ?? Number.NaN)
}

function print(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0)
  process.stdout.write(`${name}: 最小 ${at(0)} ms、中央 ${at(0.5)} ms、95% ${at(0.95)} ms、最大 ${at(1)} ms (${times.length}回)\n`)
}
