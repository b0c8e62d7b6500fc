import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSingle } from '../../../tools/build-single.ts'
import { axeViolations, openSite, type Site } from '../../site/browser.ts'
import { openFile } from '../../site/open-file.ts'
import { choose } from '../../site/reader.ts'
import { drawnPages, expectSamePages, goTo, openDashboard } from '../../site/reader-dashboard.ts'
import { temporaryFolder } from '../../support/command.ts'
import { parquetRows } from '../../support/parquet-rows.ts'
import { digestPath, root } from '../../support/plans.ts'

const temporary = temporaryFolder()
afterAll(() => temporary.remove())

describe('the files of what was read in the page', () => {
  let site: Site
  let page: Page
  beforeAll(async () => {
    site = await openSite()
    ;({ page } = await site.open('reader.html'))
    await choose(page, digestPath, 'folder')
    await openDashboard(page)
  })
  afterAll(() => site?.close())

  it('offers the files of the site: Excel, CSV and what describes them byte for byte, Parquet with the same rows', async () => {
    await goTo(page, '/data')
    await page.locator('#files').waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'reform.zip' }).click()
    const zip = await saved
    expect(zip.suggestedFilename()).toBe('042153-reform.zip')
    const made = unzipSync(readFileSync(await zip.path()))
    const offered = (path: string) => readFileSync(join(site.folder, 'files', path))
    const tables = Object.keys(made).filter((path) => path.startsWith('parquet/'))
    expect(tables.length).toBe(27)
    for (const path of tables) expect(await parquetRows(made[path] as Uint8Array), path).toEqual(await parquetRows(offered(path)))
    const same = Object.keys(made).filter((path) => /^(?:csv\/|reform\.xlsx$|datapackage\.json$|csvw\.json$|LICENSE)/.test(path))
    expect(same.length).toBe(32)
    for (const path of same) expect(Buffer.compare(made[path] as Uint8Array, offered(path)), path).toBe(0)
    expect(Object.keys(made).filter((path) => !tables.includes(path) && !same.includes(path))).toEqual(['README.txt', 'dcat.jsonld', 'manifest.json'])
    expect(await axeViolations(page)).toEqual([])
  })

  it('saves all pages as the one HTML file of the build, byte for byte', async () => {
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '1つのHTMLで保存' }).click()
    const path = join(temporary.path, 'report.html')
    await buildSingle(site.warehouse, path)
    expect(readFileSync(await (await saved).path()).equals(readFileSync(path))).toBe(true)
  })
})

describe('the dashboard of what was read in the page', () => {
  it('is drawn where the page was opened as a file', async () => {
    const site = await openSite()
    const { page, problems } = await openFile(site, 'reader.html')
    await choose(page, digestPath, 'folder')
    await openDashboard(page)
    await expectSamePages(page, site, ['index.html', 'source.html', 'items/21.html'])
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('has the pages of each plan of several, as their site has them', async () => {
    const plans = ['data/sample-plan1', 'data/sample-plan2']
    const folder = join(temporary.path, 'plans')
    mkdirSync(folder)
    for (const plan of plans) cpSync(join(root, plan), join(folder, plan.replace('data/', '')), { recursive: true })
    const site = await openSite(...plans)
    const { page, problems } = await site.open('reader.html')
    await choose(page, folder, 'folder')
    await openDashboard(page)
    const pages = drawnPages(site)
    expect(pages).toContain('plans/sample-plan2/effects.html')
    await expectSamePages(page, site, pages)
    await goTo(page, '/index')
    await page.locator('.chooser summary').click()
    await page.locator('.chooser a[href^="#/plans/sample-plan2/"]').click()
    await page.waitForFunction(() => history.state?.page === '/plans/sample-plan2/index')
    expect(problems).toEqual([])
    await site.close()
  }, 240_000)
})
