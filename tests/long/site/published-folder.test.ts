import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serveFolder } from '../../../tools/serve.ts'
import { openSite, type Site } from '../../site/browser.ts'

const built = inject('site')
let directory: string
let site: Site
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'published-'))
  site = await openSite()
})
afterAll(async () => {
  await site?.close()
  await rm(directory, { recursive: true, force: true })
})

describe('the folder', () => {
  it('works under a sub-path of a plain file server: pages, assets, receipts, files', async () => {
    await cp(built.folder, join(directory, 'city', 'reform', 'plan5'), { recursive: true })
    const { server, address } = await serveFolder(directory, 0)
    const root = `${address}city/reform/plan5/`
    const context = await site.browser.newContext()
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`))
    page.on('request', (request) => !/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(root) && wrong.push(`outside ${request.url()}`))
    page.on('pageerror', (error) => wrong.push(error.message))
    for (const name of ['index', 'source', 'explore', 'items/index', 'items/21']) {
      await page.goto(`${root}${name}.html`, { waitUntil: 'networkidle' })
      expect(await page.locator('.menu').evaluate((menu) => getComputedStyle(menu.querySelector('ul') as Element).display)).toBe('flex')
    }
    await page.locator('#effects .computed').first().click()
    await page.locator('.receipt:popover-open a').first().click()
    await page.waitForURL(new RegExp(`^${root}source\\.html#`))
    await page.goto(`${root}index.html`)
    const hrefs = await page.locator('.downloads a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    for (const href of hrefs) expect((await context.request.get(href)).status(), href).toBe(200)
    expect(hrefs.length).toBeGreaterThan(5)
    for (const name of ['index', 'items/21']) await findAndFollow(page, `${root}${name}.html`, root)
    expect(wrong).toEqual([])
    await context.close()
    server.close()
  })
})

/** Searches on a page below a sub-path: all hits lead below it, and the first to words that hold what was asked for. */
async function findAndFollow(page: Page, address: string, root: string): Promise<void> {
  await page.goto(address)
  await page.keyboard.press('/')
  await page.locator('#search-query').fill('滞納整理')
  const hits = page.locator('.search-hits a')
  await hits.first().waitFor()
  const targets = await hits.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(targets.filter((href) => !href.startsWith(root))).toEqual([])
  expect(targets).toContain(`${root}items/17.html#item`)
  await page.locator(`.search-hits a[href$="items/17.html#item"]`).click()
  await page.waitForURL(`${root}items/17.html#item`)
  expect(await page.locator('h1').innerText()).toContain('滞納整理')
}
