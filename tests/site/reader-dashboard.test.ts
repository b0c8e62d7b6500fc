import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestPath } from '../support/plans.ts'
import { axeViolations, openSite, type Site, sheetsOf } from './browser.ts'
import { choose } from './reader.ts'
import { arrive, drawnPages, expectSamePages, goTo, openDashboard } from './reader-dashboard.ts'

let site: Site
let page: Page
let problems: string[]
const asked: string[] = []
const saved: string[] = []
beforeAll(async () => {
  site = await openSite()
  ;({ page, problems } = await site.open('reader.html'))
  page.on('request', (request) => asked.push(`${request.method()} ${request.url().replace(site.address, '')}`))
  page.on('download', (download) => saved.push(download.suggestedFilename()))
  await choose(page, digestPath, 'folder')
  await openDashboard(page)
})
afterAll(() => site?.close())

const head = () => page.locator('h1').innerText()

describe('the dashboard of what was read in the page', () => {
  it('has every page of the site of the same plan, each part the same but for where links lead', async () => {
    const pages = drawnPages(site)
    expect(pages.length).toBe(34)
    await expectSamePages(page, site, pages)
    expect(problems).toEqual([])
  })

  it('asks for nothing but scripts of the site', () => {
    const scripts = ['dashboard', 'duckdb', 'worker'].map((name) => `GET reader/${name}.js`)
    expect(asked.filter((one) => !one.startsWith('GET blob:')).sort()).toEqual(scripts)
  })

  it('leads from a number to its words, and back', async () => {
    await goTo(page, '/effects')
    await page.locator('main .card a[href^="#/source#"]:visible').first().click()
    await arrive(page, '/source')
    expect(await head()).toContain('文書には何と書いてあるか')
    expect(await page.locator('main :target').count()).toBe(1)
    await page.goBack()
    await arrive(page, '/effects')
    await page.locator('main .card svg a[href^="#/source#"]:visible').first().click()
    await arrive(page, '/source')
    await page.goBack()
    await arrive(page, '/effects')
    expect(await head()).toContain('いくらの効果があり、増えているか')
    await page.getByRole('link', { name: '項目', exact: true }).click()
    await arrive(page, '/items/index')
    expect(await page.getByRole('link', { name: '項目', exact: true }).getAttribute('aria-current')).toBe('page')
    expect(await page.title()).toBe('項目 | 大崎市 第5次集中改革プラン')
  })

  it('narrows tables, saves the files of cards, and prints the sheet for the council', async () => {
    await goTo(page, '/items/index')
    await page.locator('form[data-filters] input').first().fill('納税')
    expect(await page.locator('form[data-filters] output').innerText()).toBe('22件のうち3件')
    await goTo(page, '/effects')
    const download = page.waitForEvent('download')
    await page.locator('main .downloads a[href$=".csv"]').first().click()
    const path = await (await download).path()
    expect(readFileSync(path).subarray(0, 3).toString('hex')).toBe('efbbbf')
    await goTo(page, '/sheet')
    expect(await sheetsOf(page)).toBe(1)
  })

  it('is accessible, and leads back to the list', async () => {
    await goTo(page, '/index')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('link', { name: '点検の一覧へ戻る' }).click()
    await arrive(page, '/reader')
    expect(await head()).toBe('点検: 次の版の前に確かめる所')
    expect(saved).toEqual(['042153-effects-comparison.csv'])
    expect(await page.locator('.reader-said li').count()).toBe(2)
    await page.getByRole('button', { name: 'ダッシュボードにする' }).click()
    await arrive(page, '/index')
    expect(problems).toEqual([])
  })
})
