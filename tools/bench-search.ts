import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as launcher, type Page } from 'playwright-core'
import { serveFolder } from './serve.ts'

const starts = 7
const patienceMs = 30_000
const queries = ['滞納整理', 'ふるさと', '会計年度任用職員', 'まいなんばー', '51,000,000', '5,100万円', '納税課', 'の', '令和', '宇宙開発']

/** Times the search of the built site in a real browser: from opening it to the first answer, then each further answer. */
export async function main(): Promise<number> {
  const folder = process.env.REFORM_OUTPUT ?? 'dist'
  if (!existsSync(folder)) {
    process.stderr.write(`${folder} がない。先に npm run build を実行する\n`)
    return 1
  }
  const { server, address } = await serveFolder(folder, 0)
  const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'], headless: true })
  const firsts: number[] = []
  const nexts: number[] = []
  for (let start = 0; start < starts; start++) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${address}about.html`)
    firsts.push(await timeFirst(page, queries[0] as string))
    for (const query of queries) nexts.push(await timeAnswer(page, query))
    await context.close()
  }
  await browser.close()
  server.close()
  print('開いてから最初の答えまで', firsts)
  print('2つ目からの答え', nexts)
  return 0
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
