import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parquetRows } from '../support/parquet-rows.ts'
import { digestPath } from '../support/plans.ts'
import { axeViolations, openSite, type Site, sheetsOf } from './browser.ts'
import { choose, openDashboard, shownParts, siteParts } from './reader.ts'

let site: Site
let page: Page
let problems: string[]
const asked: string[] = []
beforeAll(async () => {
  site = await openSite()
  ;({ page, problems } = await site.open('reader.html'))
  page.on('request', (request) => asked.push(`${request.method()} ${request.url().replace(site.address, '')}`))
  await choose(page, digestPath, 'folder')
  await openDashboard(page)
})
afterAll(() => site?.close())

/** Pages that are not drawn in the page: they ask the data of the site; and the one that is drawn with the files. */
const left = ['explore.html', 'data.html', 'sql.html', 'analyses.html', 'reader.html', '404.html']

async function goTo(path: string): Promise<void> {
  await page.evaluate((path) => location.assign(`#${path}`), path)
  await arrive(path)
}

const arrive = (path: string) => page.waitForFunction((path) => history.state?.page === path, path)
const head = () => page.locator('h1').innerText()

describe('the dashboard of what was read in the page', () => {
  it('has every page of the site of the same plan, each part the same but for where links lead', async () => {
    const names = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
    const pages = names.filter((name) => name.endsWith('.html') && !left.includes(name))
    expect(pages.length).toBe(34)
    for (const name of pages) {
      await goTo(`/${name.replace(/\.html$/, '')}`)
      const expected = await siteParts(page, readFileSync(join(site.folder, name), 'utf8'))
      expect(await shownParts(page), name).toEqual(expected)
    }
    expect(problems).toEqual([])
  })

  it('asks for nothing but scripts of the site', () => {
    const scripts = ['dashboard', 'duckdb', 'worker'].map((name) => `GET reader/${name}.js`)
    expect(asked.filter((one) => !one.startsWith('GET blob:')).sort()).toEqual(scripts)
  })

  it('leads from a number to its words, and back', async () => {
    await goTo('/effects')
    await page.locator('main .card a[href^="#/source#"]:visible').first().click()
    await arrive('/source')
    expect(await head()).toContain('文書には何と書いてあるか')
    expect(await page.locator('main :target').count()).toBe(1)
    await page.goBack()
    await arrive('/effects')
    expect(await head()).toContain('いくらの効果があり、増えているか')
    await page.getByRole('link', { name: '項目', exact: true }).click()
    await arrive('/items/index')
    expect(await page.getByRole('link', { name: '項目', exact: true }).getAttribute('aria-current')).toBe('page')
    expect(await page.title()).toBe('項目 | 大崎市 第5次集中改革プラン')
  })

  it('narrows tables, saves the files of cards, and prints the sheet for the council', async () => {
    await goTo('/items/index')
    await page.locator('form[data-filters] input').first().fill('納税')
    expect(await page.locator('form[data-filters] output').innerText()).toBe('22件のうち3件')
    await goTo('/effects')
    const saved = page.waitForEvent('download')
    await page.locator('main .downloads a[href$=".csv"]').first().click()
    const path = await (await saved).path()
    expect(readFileSync(path).subarray(0, 3).toString('hex')).toBe('efbbbf')
    await goTo('/sheet')
    expect(await sheetsOf(page)).toBe(1)
  })

  it('offers the files of the site: Excel, CSV and what describes them byte for byte, Parquet with the same rows', async () => {
    await goTo('/data')
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

  it('is accessible, and leads back to the list', async () => {
    await goTo('/index')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('link', { name: '点検の一覧へ戻る' }).click()
    await arrive('/reader')
    expect(await head()).toBe('点検: 次の版の前に確かめる所')
    expect(await page.locator('.reader-said li').count()).toBe(2)
    expect(problems).toEqual([])
  })
})
