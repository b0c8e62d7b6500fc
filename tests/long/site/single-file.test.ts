import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { buildSingle } from '../../../tools/build-single.ts'
import { openSite, type Site, sheetsOf } from '../../site/browser.ts'
import { expectAccessible, openReport as openReportOf } from '../../site/open-report.ts'
import { sha256 } from '../../support/command.ts'

const { warehouse } = inject('site')
let site: Site
let folder: string
let file: string
beforeAll(async () => {
  site = await openSite()
  folder = await mkdtemp(join(tmpdir(), 'single-'))
  file = join(folder, 'report.html')
  await buildSingle(warehouse, file)
})
afterAll(async () => {
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Opens the file at a place, with no script. */
const openReport = (hash = '') => openReportOf(site, file, hash)

const shownHeads = (page: Page) => page.locator('h1:visible').allInnerTexts()

describe('the site as one file', () => {
  it('is smaller than 3 MB, and leaves nothing beside it', async () => {
    expect((await stat(file)).size).toBeLessThan(3_000_000)
    expect(await readdir(folder)).toEqual(['report.html'])
  })

  it('has no script, no link that leads nowhere, and no id twice', async () => {
    const { document } = parseHTML(await readFile(file, 'utf8'))
    expect(document.querySelectorAll('script, link, iframe').length).toBe(0)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const known = new Set(ids)
    expect(known.size).toBe(ids.length)
    const places = [...document.querySelectorAll('a[href]')].flatMap((link) => link.getAttribute('href')?.match(/^#(.*)/)?.[1] ?? [])
    expect(places.length).toBeGreaterThan(3000)
    expect(places.filter((place) => !known.has(place))).toEqual([])
    const others = [...document.querySelectorAll('a[href]')].flatMap((link) => link.getAttribute('href')?.match(/^(?!#|data:text\/csv;)(.*)/)?.[1] ?? [])
    expect(others.filter((address) => !/^https?:/.test(address))).toEqual([])
    const named = [...document.querySelectorAll('[popovertarget], [aria-labelledby]')].map(
      (element) => element.getAttribute('popovertarget') ?? element.getAttribute('aria-labelledby') ?? '',
    )
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('shows one page at a time, each led to by the menu', async () => {
    const { page, problems } = await openReport()
    expect(await shownHeads(page)).toEqual(['概要'])
    expect(await page.locator('.menu:visible a').allInnerTexts()).toEqual([
      '概要',
      '答弁用1枚',
      '効果額',
      '職員数',
      '収納',
      '寄附・資産',
      '評価',
      '項目',
      '原文の要約',
      '照合',
      'この資料について',
    ])
    await page.locator('.menu:visible a', { hasText: '項目' }).click()
    await page.locator('#items-index--items a', { hasText: 'No.21' }).first().click()
    expect(await shownHeads(page)).toEqual([expect.stringContaining('No.21')])
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('leads from a computed number to its receipt and on to the words, highlighted', async () => {
    const { page, problems } = await openReport('#items-21')
    await page.locator('#items-21--effects .computed').first().click()
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.locator('.receipt-result').innerText()).toContain('520,904,000円')
    await receipt.locator('a', { hasText: '406,172,000円' }).click()
    const words = page.locator('.n:target')
    expect(await words.innerText()).toContain('406,172千円')
    expect(await words.evaluate((mark) => getComputedStyle(mark).outlineStyle)).toBe('solid')
    expect(await shownHeads(page)).toEqual(['原文の要約: 文書には何と書いてあるか'])
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('hands out the table of a card', async () => {
    const { page } = await openReport('#effects')
    const [csv] = await Promise.all([page.waitForEvent('download'), page.locator('#effects--items .downloads a:visible', { hasText: 'CSV' }).click()])
    const text = await readFile(await csv.path(), 'utf8')
    expect(text).toBe(await readFile(join(inject('site').folder, 'cards', '042153-effects-items.csv'), 'utf8'))
    await page.context().close()
  })

  it('prints the page that is shown, as the site does', async () => {
    const { page } = await openReport('#items-21')
    const { page: published } = await site.open('items/21.html')
    expect(await sheetsOf(page)).toBe(await sheetsOf(published))
    await page.context().close()
    await published.context().close()
  })

  it.each([1280, 390])('has no accessibility violation and no sideways scroll, %d px wide', async (width) => {
    await expectAccessible(site, file, width)
  })

  it('is the same bytes twice', async () => {
    const before = sha256(await readFile(file))
    await buildSingle(warehouse, file)
    expect(sha256(await readFile(file))).toBe(before)
  })

  it('takes the place of no file of others', async () => {
    const notes = join(folder, 'notes.html')
    await writeFile(notes, '大事な覚え書き')
    await expect(buildSingle(warehouse, notes)).rejects.toThrow(`${notes} はこのツールで作ったファイルではない。まだない名前を指定する`)
    expect(await readFile(notes, 'utf8')).toBe('大事な覚え書き')
    await rm(notes)
  })
})
