import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axeViolations, openSite, type Site } from './browser.ts'

const pages = ['index', 'source', 'checks', 'items/index', 'items/01', 'items/17', 'items/21']
  .concat(
    ['effects', 'staffing', 'collections', 'revenue', 'ratings', 'explore', 'data', 'sql', 'about'].filter((name) => existsSync(join('src', `${name}.md`))),
  )
  .map((name) => `${name}.html`)

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe.each(pages)('%s', (path) => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has no error, outside request, sideways scroll or axe violation at %i px, %s', async (width, colorScheme) => {
    const { page, problems } = await site.open(path, { width, colorScheme })
    expect(problems).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (path !== 'source.html' || width === 1280) expect(await axeViolations(page)).toEqual([])
    await page.context().close()
  })

  it('has one h1, a title that names the page, its language, and a menu that marks it', async () => {
    const { page } = await site.open(path)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(/.+ \| 大崎市 第5次集中改革プラン/)
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    expect(await page.locator('.menu [aria-current=page]').count()).toBe(1)
    await page.context().close()
  })

  it('prints without menu, with tables open', async () => {
    const { page } = await site.open(path)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.menu').isVisible()).toBe(false)
    expect(await page.locator('.card details:not([open])').count()).toBe(0)
    await page.context().close()
  })
})

describe('links', () => {
  it('all lead to a file of the site, and to a place in it where they name one', async () => {
    const { folder } = inject('site')
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'))
    const texts = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
    const ids = new Map([...texts].map(([name, text]) => [name, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]))
    const broken: string[] = []
    for (const [name, text] of texts) {
      for (const [, href = ''] of text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:)/.test(href)) continue
        const [file = '', anchor] = href.replaceAll('&amp;', '&').split('#')
        const target = file === '' ? name : normalize(join(dirname(name), file.split('?')[0] as string))
        const isThere = target.endsWith('.html') ? ids.has(target) : existsSync(join(folder, target))
        if (!isThere || (anchor && !ids.get(target)?.has(anchor))) broken.push(`${name}: ${href}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('to numbers lead to words that hold that number', async () => {
    const { page } = await site.open('source.html')
    const words = new Map(await page.locator('.n').evaluateAll((marks) => marks.map((mark) => [mark.id, mark.textContent ?? ''] as const)))
    await page.context().close()
    const { folder } = inject('site')
    const wrong: string[] = []
    let links = 0
    for (const name of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'))) {
      const text = await readFile(join(folder, name), 'utf8')
      for (const [link, id = ''] of text.matchAll(/<a class="read" href="[^"]*source\.html#(n\d+)"[^>]*>/g)) {
        const value = /data-value="([^"]+)"/.exec(link)?.[1]
        links += 1
        if (Number(value) !== printedValue(words.get(id) ?? '')) wrong.push(`${name} ${id}: ${value} / ${words.get(id)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(links).toBeGreaterThan(300)
  })
})

/** The value of printed words in their base unit, read without the project's own reader: 406,172千円 → 406,172,000. */
function printedValue(words: string): number {
  const factor = /千円/.test(words) ? 1000 : 1
  return Math.round(Number(words.replace(/[^\d.]/g, '')) * factor * 1e6) / 1e6
}
