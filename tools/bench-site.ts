import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import { chromium as launcher } from 'playwright-core'
import { openWarehouse } from '../src/data/open-warehouse.ts'
import { asideFolder } from './bench-site/aside.ts'
import { lighthouse, type Marks } from './bench-site/lighthouse.ts'
import { type Contestant, type Visit, visit } from './bench-site/measure.ts'
import { echartsPage, helloPage, plainPages } from './bench-site/opponents.ts'
import { serveFolder } from './serve.ts'

const runs = 11
const otherRuns = 5
/** Lighthouse's marks vary from run to run; the middle one counts. */
const lighthouseRuns = 5
const aims = { timesPlain: 1.5, otherTimesPlain: 2, pageBytes: 60_000, bytes: 100_000, requests: 12, performance: 98 } as const

/** What stands last in every page of the site. */
const footer = 'footer'

/**
 * Measures the built overview in a real browser against itself without style and script, a page that says hello and one by vite
 * and echarts, visited in turns, and every other page against itself without style and script; then what Lighthouse gives to it (`--all`: to every page). `--no-lighthouse` leaves that out. Returns 1 where an aim is missed.
 */
export async function main(words: string[]): Promise<number> {
  if (!existsSync(join('dist', 'index.html')) || !existsSync('warehouse')) {
    process.stderr.write('dist と warehouse がない。先に npm start か npm run build を実行する\n')
    return 1
  }
  const aside = asideFolder()
  const executable = await chromium.executablePath()
  const isFast = [await raceOverview(aside, executable), await raceOthers(aside, executable)].every(Boolean)
  const isGood = words.includes('--no-lighthouse') || (await markPages(aside, executable, words.includes('--all')))
  return isFast && isGood ? 0 : 1
}

/** Visits contestants in turns, once for nothing, and says the middle of each one's visits. */
async function race(executable: string, contestants: readonly Contestant[], runs: number): Promise<Visit[]> {
  const browser = await launcher.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    headless: true,
  })
  const visits = contestants.map((): Visit[] => [])
  for (let run = -1; run < runs; run++) {
    for (const [index, contestant] of contestants.entries()) {
      const result = await visit(browser, contestant)
      if (run >= 0) visits[index]?.push(result)
    }
  }
  await browser.close()
  return visits.map(medianVisit)
}

async function raceOverview(aside: string, executable: string): Promise<boolean> {
  const warehouse = await openWarehouse('warehouse')
  const folders = [helloPage(aside), plainPages(aside, 'dist', ['index.html']), 'dist', echartsPage(aside, warehouse)]
  const served = await Promise.all(folders.map((folder) => serveFolder(folder, 0)))
  const [hello, plain, site, echarts] = served.map(({ address }) => address) as [string, string, string, string]
  const contestants: Contestant[] = [
    { name: 'こんにちはだけのページ', address: hello, isDrawn: 'h1' },
    { name: '概要から体裁を除いたページ', address: plain, isDrawn: footer },
    { name: '概要', address: `${site}index.html`, isDrawn: footer },
    { name: 'vite + echarts', address: echarts, isDrawn: '' },
  ]
  const result = await race(executable, contestants, runs)
  for (const { server } of served) server.close()
  const [floor, bare, own, other] = result as [Visit, Visit, Visit, Visit]
  for (const [index, { name }] of contestants.entries()) printVisit(name, result[index] as Visit)
  return [
    aim(
      `概要がそろうまでは、体裁を除いたものの${(own.ready / bare.ready).toFixed(2)}倍 (目標 ${aims.timesPlain}倍以内)、こんにちはの${(own.ready / floor.ready).toFixed(2)}倍 (体裁を除くと${(bare.ready / floor.ready).toFixed(2)}倍)`,
      own.ready <= bare.ready * aims.timesPlain,
    ),
    aim(`概要はechartsより${(other.ready - own.ready).toFixed(0)} ms早い (目標 0より大)`, own.ready < other.ready),
    aim(
      `概要は${(own.bytes / 1000).toFixed(1)} KB (gzip、目標 ${aims.bytes / 1000} KB未満)、要求${own.requests}回 (目標 ${aims.requests}回未満)`,
      own.bytes < aims.bytes && own.requests < aims.requests,
    ),
  ].every(Boolean)
}

/** Every other page against itself without style and script, and its letters against what a page may have; of the items' pages the first. */
async function raceOthers(aside: string, executable: string): Promise<boolean> {
  const paths = builtPages().filter((path) => path !== 'index.html' && !/^items\/(?!01|index)/.test(path))
  const served = await Promise.all([plainPages(aside, 'dist', paths), 'dist'].map((folder) => serveFolder(folder, 0)))
  const [plain, site] = served.map(({ address }) => address) as [string, string]
  const reached: boolean[] = []
  for (const path of paths) {
    const contestants = [
      { name: `体裁を除いた${path}`, address: plain + path, isDrawn: footer },
      { name: path, address: site + path, isDrawn: footer },
    ]
    const [bare, own] = (await race(executable, contestants, otherRuns)) as [Visit, Visit]
    const page = gzipSync(await readFile(join('dist', path))).length
    const isLight = page < aims.pageBytes || path === 'source.html'
    reached.push(
      aim(
        `${path}: そろうまで ${own.ready.toFixed(0)} ms、体裁を除いたものの${(own.ready / bare.ready).toFixed(2)}倍 (目標 ${aims.otherTimesPlain}倍以内)、${(page / 1000).toFixed(1)} KB (gzip、原文のほかは目標 ${aims.pageBytes / 1000} KB未満)`,
        own.ready <= bare.ready * aims.otherTimesPlain && isLight,
      ),
    )
  }
  for (const { server } of served) server.close()
  return reached.every(Boolean)
}

function builtPages(): string[] {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
    .sort()
}

async function markPages(aside: string, executable: string, isAll: boolean): Promise<boolean> {
  const { server, address } = await serveFolder('dist', 0, { gzip: true })
  const pages = isAll ? builtPages() : ['index.html']
  let isGood = true
  for (const page of pages) {
    const marks: Marks[] = []
    while (marks.length < lighthouseRuns) marks.push(await lighthouse(aside, executable, address + page))
    marks.sort((a, b) => a.performance - b.performance)
    const { performance, accessibility, bestPractices, seo, failed } = marks[lighthouseRuns >> 1] as Marks
    const isEnough = performance >= aims.performance && [accessibility, bestPractices, seo].every((mark) => mark === 100)
    isGood =
      aim(
        `Lighthouse ${page}: 速さ ${performance}、使いやすさ ${accessibility}、作法 ${bestPractices}、検索 ${seo}${failed.length > 0 ? ` (${failed.join('、')})` : ''}`,
        isEnough,
      ) && isGood
  }
  server.close()
  return isGood
}

function medianVisit(visits: readonly Visit[]): Visit {
  const median = (name: keyof Visit) => visits.map((visit) => visit[name]).sort((a, b) => a - b)[visits.length >> 1] as number
  return { paint: median('paint'), ready: median('ready'), bytes: median('bytes'), requests: median('requests') }
}

function printVisit(name: string, { paint, ready, bytes, requests }: Visit): void {
  process.stdout.write(
    `${name}: 最大描画 ${paint.toFixed(0)} ms、そろうまで ${ready.toFixed(0)} ms、${(bytes / 1000).toFixed(1)} KB (gzip)、要求${requests}回 (${runs}回の中央)\n`,
  )
}

function aim(words: string, isReached: boolean): boolean {
  process.stdout.write(`${isReached ? '達成' : '未達'} ${words}\n`)
  return isReached
}
