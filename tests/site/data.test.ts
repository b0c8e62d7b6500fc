import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { tables } from '../../loaders/tables.ts'
import { marts } from '../../loaders/warehouse/marts/definitions.ts'
import { published } from '../../loaders/warehouse/published.ts'
import { siteFolder } from '../../tools/site-folder.ts'
import { filesBelow } from '../support/command.ts'
import { openSite, type Site } from './browser.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const madeBySite = ['reform.xlsx', 'reform.zip', 'README.txt', 'LICENSE.txt']
/** What names the other files, and so is not the same in the warehouse, on the site and in the zip. */
const describing = ['dcat.jsonld', 'manifest.json']

it('has no file that the next build would take for one of others, and leave behind where a build was killed', () => {
  const paths = filesBelow(inject('site').folder)
  expect(paths).toContain('reader/worker.js')
  expect(paths.filter((path) => !siteFolder.mayHold(path))).toEqual([])
})

let site: Site
let offered: Offered[]
beforeAll(async () => {
  site = await openSite()
  offered = await offeredOnPage()
})
afterAll(() => site?.close())

/** What the page says of each file: its path, rows, size and hash; and the size and hash of what the browser receives. */
interface Offered {
  path: string
  rows: string
  size: number
  hash: string
  received: { size: number; hash: string }
}

async function offeredOnPage(): Promise<Offered[]> {
  const { page, problems } = await site.open('data.html')
  const offered = await page.locator('#files tbody tr, #table-files tbody tr').evaluateAll((rows) =>
    Promise.all(
      rows.map(async (row) => {
        const [rowCount = '', size = '', hash = ''] = [...row.children].map((cell) => cell.textContent ?? '').slice(-3)
        const href = row.querySelector('a[download]')?.getAttribute('href') ?? ''
        const bytes = await (await fetch(href)).arrayBuffer()
        const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        const path = href.replace('./files/', '')
        return { path, rows: rowCount, size: Number(size.replaceAll(',', '')), hash, received: { size: bytes.byteLength, hash: digest } }
      }),
    ),
  )
  expect(problems).toEqual([])
  await page.context().close()
  return offered
}

describe('data', () => {
  it('offers every file of the warehouse byte for byte, with the rows, size and hash of its manifest', async () => {
    const { warehouse } = inject('site')
    const manifest = JSON.parse(await readFile(join(warehouse, 'manifest.json'), 'utf8')) as { files: { path: string; rows: number | null; bytes: number }[] }
    for (const { path, rows, bytes } of manifest.files.filter(({ path }) => !describing.includes(path))) {
      const original = await readFile(join(warehouse, path))
      const file = offered.find((other) => other.path === path)
      expect([path, file?.hash, file?.size, file?.rows.replaceAll(',', '')]).toEqual([path, sha256(original), bytes, String(rows ?? '')])
    }
    expect(offered.map(({ path }) => path)).toEqual(expect.arrayContaining([...madeBySite, ...describing]))
    for (const { path, hash, size, received } of offered) expect([path, received]).toEqual([path, { size, hash }])
  })

  it('offers a zip with every other file, as it is', async () => {
    const { folder } = inject('site')
    const inside = unzipSync(await readFile(join(folder, 'files', 'reform.zip')))
    const others = offered.filter(({ path }) => path !== 'reform.zip')
    expect(Object.keys(inside).sort()).toEqual(others.map(({ path }) => path).sort())
    for (const { path, hash } of others.filter(({ path }) => !describing.includes(path)))
      expect([path, sha256(inside[path] as Uint8Array)]).toEqual([path, hash])
  })

  it('offers each table for a double click: Japanese heads, the municipality, and a code that keeps its 0', async () => {
    const { page } = await site.open('data.html', { javaScriptEnabled: false })
    const forExcel = page.locator('.dictionary a', { hasText: '日本語の見出しのCSV' })
    expect(await forExcel.count()).toBe(Object.keys(published).length)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#table-items a', { hasText: '日本語の見出しのCSV' }).click()])
    expect(download.suggestedFilename()).toBe('042153-table-items.csv')
    const [heads = '', first = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(heads).toMatch(/^\ufeff団体コード,市区町村,プランID,項目番号,/)
    expect(first).toMatch(/^'042153,大崎市,osaki-plan5,1,/)
    const [plain] = await Promise.all([page.waitForEvent('download'), page.locator('#table-items a', { hasText: /^CSV$/ }).click()])
    expect(plain.suggestedFilename()).toBe('042153-items.csv')
    expect(sha256(await readFile(await plain.path()))).toBe(sha256(await readFile(join(inject('site').warehouse, 'csv', 'items.csv'))))
    await page.context().close()
  })

  it('says what each column means, with its unit, type and an example', async () => {
    const { page } = await site.open('data.html', { javaScriptEnabled: false })
    const rows = await page.locator('#table-effects tbody tr').evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)))
    expect(rows).toContainEqual(['amount_yen', '効果額', '効果の金額', '円', '整数 BIGINT', '68307000', ''])
    expect(await page.locator('.dictionary section[id^="table-"]').count()).toBe(Object.keys(published).length)
    await page.context().close()
  })

  it('says what each mart is, and what its columns are', async () => {
    const { page } = await site.open('data.html', { javaScriptEnabled: false })
    expect(await page.locator('.dictionary section[id^="mart-"]').count()).toBe(Object.keys(marts).length)
    const gifts = page.locator('#mart-gift_years')
    expect(await gifts.locator('p').first().textContent()).toBe('寄附を受け入れた項目・年度に1行。件数が書かれていなければ件数は NULL。3行。')
    await gifts.locator('summary').click()
    const rows = await gifts.locator('tbody tr').evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)))
    expect(rows).toContainEqual(['mean_yen', '1件あたり', '金額 ÷ 件数、1円未満は四捨五入', '円', ''])
    await page.context().close()
  })

  it('draws which table refers to which, and says it in words', async () => {
    const { page } = await site.open('data.html', { width: 390 })
    const diagram = page.locator('#keys .chart-narrow svg')
    expect(await diagram.isVisible()).toBe(true)
    expect(await diagram.getAttribute('aria-label')).toContain('取組による効果: キー plan_id、item_no、fiscal_year、effect_no、itemsを参照')
    expect(await diagram.locator('rect').count()).toBe(Object.keys(tables).length)
    await page.context().close()
  })

  it('is where cards lead to for the tables they show, and offers the files of each', async () => {
    const { page } = await site.open('effects.html')
    expect(await page.locator('.card').count()).toBe(await page.locator('.card .tables').count())
    await page.locator('.card .tables a').first().click()
    await page.waitForURL(/data\.html#table-effects$/)
    const files = await page.locator('.dictionary a[download]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(files).toContain('./files/parquet/effects.parquet')
    for (const file of files) expect((await stat(join(inject('site').folder, file as string))).size).toBeGreaterThan(0)
    await page.context().close()
  })
})
