import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from '../../site/browser.ts'
import { type PageAddress, pagesOf } from '../../site/pages.ts'
import { temporaryFolder, writeFiles } from '../../support/command.ts'
import { harumi, minato } from '../../support/editions.ts'

const temporary = temporaryFolder()
/** Two editions of a plan and the plan after it, and a plan of another city, whose id is no plain word. */
const given = ['r5.txt', 'r6.txt', 'next.txt', 'みなと 第2次.txt']
let site: Site
let pages: PageAddress[]
beforeAll(async () => {
  writeFiles(temporary.path, { ...harumi, 'みなと 第2次.txt': minato['minato.txt'] })
  site = await openSite(...given.map((name) => join(temporary.path, name)))
  pages = pagesOf(site.folder)
})
afterAll(async () => {
  await site?.close()
  temporary.remove()
})

const second = 'plans/next/'
const third = 'plans/みなと 第2次/'

async function documentOf(path: string): Promise<Document> {
  return parseHTML(await readFile(join(site.folder, path), 'utf8')).document
}

/** The links of a page's chooser by the plan's name, as files of the site. */
async function choices(path: string): Promise<Record<string, string>> {
  const links = [...(await documentOf(path)).querySelectorAll('.chooser a[href]')].filter((link) => link.closest('li'))
  return Object.fromEntries(links.map((link) => [link.textContent, join(dirname(path), decodeURIComponent(link.getAttribute('href') ?? ''))]))
}

describe('a site of many plans', () => {
  it('has the first plan at its root, each other under its own path, and what they share once', () => {
    const at = (base: string) => pages.filter((path) => path.startsWith(base)).map((path) => path.slice(base.length))
    const own = (paths: readonly string[]) => paths.filter((path) => !/^(?:plans|items)\//.test(path))
    const shared = ['404.html', 'data.html', 'library.html', 'reader.html']
    expect(at(second)).toContain('items/04.html')
    expect(at(third)).toContain('items/03.html')
    expect(own(at(third))).toEqual(own(at(second)))
    expect(own(at('')).filter((path) => !shared.includes(path))).toEqual(own(at(second)))
    expect(own(at(''))).toEqual(expect.arrayContaining(shared))
  })

  it('names its plan on each page', async () => {
    const plans = await Promise.all(pages.map(async (path) => [path, (await documentOf(path)).querySelector('.plan a')?.textContent] as const))
    const of = (path: string) => {
      if (path.startsWith(third)) return '第2次みなと市行政改革プラン 取組実績'
      return path.startsWith(second) ? '第7次はるみ市集中改革プラン 取組実績' : '第6次はるみ市集中改革プラン 取組実績'
    }
    expect(plans.filter(([path, plan]) => plan !== of(path))).toEqual([])
  })

  it('has no link that leads nowhere: pages, places in them, files', async () => {
    const documents = new Map(await Promise.all(pages.map(async (path) => [path as string, await documentOf(path)] as const)))
    const idsOf = new Map([...documents].map(([path, document]) => [path, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))]))
    const wrong: string[] = []
    let count = 0
    for (const [path, document] of documents)
      for (const element of document.querySelectorAll('[href], script[src]')) {
        const href = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
        if (/^(?:https?|mailto):/.test(href)) continue
        const [address = '', id = ''] = href.split('#').map(decodeURIComponent)
        const target = address === '' ? path : join(dirname(path), address.replace(/\?.*$/, ''))
        const isThere = target.endsWith('.html')
          ? idsOf.has(target) && (id === '' || id.startsWith('q=') || idsOf.get(target)?.has(id))
          : existsSync(join(site.folder, target))
        count += 1
        if (!isThere) wrong.push(`${path}: ${href}`)
      }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(2000)
  })

  it('lets a reader choose a plan without leaving the page', async () => {
    expect(await choices('effects.html')).toEqual({
      第6次はるみ市集中改革プラン: 'effects.html',
      第7次はるみ市集中改革プラン: 'plans/next/effects.html',
      第2次みなと市行政改革プラン: 'plans/みなと 第2次/effects.html',
    })
    expect(Object.values(await choices('plans/みなと 第2次/print.html'))).toEqual(['print.html', 'plans/next/print.html', 'plans/みなと 第2次/print.html'])
    expect(Object.values(await choices('data.html'))).toEqual(['index.html', 'plans/next/index.html', 'plans/みなと 第2次/index.html'])
  })

  it('compares the plans that are chosen, and keeps the choice in the address', async () => {
    const { page, problems } = await site.open('library.html')
    const shown = (card: string) => page.locator(`#${card} tbody tr:visible th`).allInnerTexts()
    const said = page.locator('[data-chosen-plans] output')
    await page.getByLabel('第6次はるみ市集中改革プランを比べる').check()
    expect(await said.innerText()).toBe('上の表で2件から6件のプランを選ぶと、それだけを比べる')
    expect(await shown('compare-effects')).toEqual(['第6次はるみ市集中改革プラン', '第2次みなと市行政改革プラン'])
    await page.getByLabel('第7次はるみ市集中改革プランを比べる').check()
    await page.reload()
    expect(await said.innerText()).toBe('選んだ2件のプランを比べている')
    expect(await shown('compare-effects')).toEqual(['第6次はるみ市集中改革プラン'])
    await page.getByLabel('第6次はるみ市集中改革プランを比べる').uncheck()
    await page.getByLabel('第2次みなと市行政改革プランを比べる').check()
    expect(await shown('compare-effects')).toEqual(['第2次みなと市行政改革プラン'])
    await expect.poll(() => new URL(page.url()).searchParams.getAll('plan')).toEqual(['next', 'みなと 第2次'])
    await page.getByRole('button', { name: 'すべてを比べる' }).click()
    expect(await shown('compare-effects')).toHaveLength(2)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('leads from an item to the same item of the other plan, else to its items', async () => {
    expect(Object.values(await choices('items/02.html'))).toEqual(['items/02.html', 'plans/next/items/02.html', 'plans/みなと 第2次/items/index.html'])
    expect(Object.values(await choices('plans/next/items/04.html'))).toEqual([
      'items/index.html',
      'plans/next/items/04.html',
      'plans/みなと 第2次/items/index.html',
    ])
  })

  it('offers an Excel file of each plan', async () => {
    const names = [...(await documentOf('data.html')).querySelectorAll('#files a')]
      .map(({ textContent }) => textContent)
      .filter((name) => name?.endsWith('.xlsx'))
    expect(names).toEqual(['reform.xlsx', 'reform-next.xlsx', 'reform-みなと 第2次.xlsx'])
  })

  it('answers in the browser below the path of a plan: explorer, SQL, chooser', async () => {
    const { page, problems } = await site.open(`${third}explore.html` as PageAddress)
    await page.locator('.explore-chart svg').waitFor()
    expect(await page.locator('.scope').first().innerText()).toContain('第2次みなと市行政改革プラン')
    await page.goto(`${site.address}${third}sql.html`)
    await page.locator('[data-do=run]').click()
    await page.locator('.sql-result table').waitFor({ timeout: 60_000 })
    await page.locator('.chooser summary').click()
    await page.locator('.chooser a', { hasText: '第7次' }).click()
    await page.waitForURL(`${site.address}${second}sql.html`)
    expect(problems).toEqual([])
    await page.context().close()
  }, 120_000)

  it('searches all plans from any of them, its own first, each hit with its plan, by city and plan', async () => {
    const { page, problems } = await site.open(`${third}effects.html` as PageAddress)
    await page.locator('[data-action=search]').click()
    await page.locator('#search-query').fill('窓口の改善')
    await page.locator('.search-count', { hasText: /^\d+件$/ }).waitFor()
    const items = (await page.locator('.search-hits a').allInnerTexts()).filter((text) => /、項目/.test(text)).map((text) => text.replace(/\s+/g, ' '))
    expect(items).toEqual([
      '第2次みなと市行政改革プラン、No.3 窓口の改善、項目 No.3 窓口の改善',
      '第6次はるみ市集中改革プラン、No.3 窓口の改善、項目 No.3 窓口の改善',
      '第7次はるみ市集中改革プラン、No.1 窓口の改善、項目 No.1 窓口の改善',
    ])
    await page
      .locator('[data-facet=city]')
      .selectOption({ label: (await page.locator('[data-facet=city] option').allInnerTexts()).find((name) => name.startsWith('はるみ市')) ?? '' })
    expect((await page.locator('.search-hits a').allInnerTexts()).filter((text) => text.includes('みなと市'))).toEqual([])
    await page.locator('.search-hits a', { hasText: '第7次' }).first().click()
    await page.waitForURL(`${site.address}${second}items/01.html#item`)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('prints no chooser', async () => {
    const { page } = await site.open('index.html')
    expect(await page.locator('.chooser').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.chooser').isVisible()).toBe(false)
    await page.context().close()
  })
})
