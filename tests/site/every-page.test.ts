import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { printedValue } from '../support/printed.ts'
import { auditOpened, wideView, wideViewByAxe } from './audit.ts'
import { type Opened, openSite, type Site } from './browser.ts'
import { isOfItsKind, pagesOf } from './pages.ts'

const { folder } = inject('site')
const all = pagesOf(folder)
const kinds = all.filter(isOfItsKind)

/** Pages that have charts, tables, receipts and an item between them; axe looks at all pages, in every view, in `npm run test:long`. */
const seenByAxe: readonly string[] = ['index.html', 'effects.html', 'items/17.html']

let site: Site
/** the tab in which one page after another is looked at */
let opened: Opened
let page: Page
beforeAll(async () => {
  site = await openSite()
  opened = await site.open('index.html')
  page = opened.page
})
afterAll(() => site?.close())

describe.each(kinds)('%s', (path) => {
  beforeAll(async () => {
    await page.setViewportSize({ width: wideView.width, height: 800 })
    await page.emulateMedia({ media: 'screen' })
    await site.turnTo(opened, path)
  })

  it('has no error, outside request or sideways scroll on a wide screen, nor what axe finds', async () => {
    expect(await auditOpened(opened, [seenByAxe.includes(path) ? wideViewByAxe : wideView])).toEqual([])
  }, 180_000)

  it('has one h1, a title that names the page, a description, a sign, its language, and a menu that marks it', async () => {
    const document = await readPage(path)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title).toMatch(/.+ \| 大崎市 第5次集中改革プラン/)
    expect(document.documentElement.getAttribute('lang')).toBe('ja')
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toMatch(/^大崎市 第5次集中改革プラン 取組実績 .{5,145}$/)
    expect(existsSync(join(folder, dirname(path), document.querySelector('link[rel=icon]')?.getAttribute('href') ?? '?'))).toBe(true)
    expect(document.querySelectorAll('.menu [aria-current=page]')).toHaveLength(path === '404.html' ? 0 : 1)
  })

  it('says the same without a script, tables open', async () => {
    const document = await readPage(path)
    expect(document.querySelectorAll('.card details:not([open])')).toHaveLength(0)
    expect(await page.locator('.card details:not([open])').count()).toBe(await page.locator('.card details').count())
    const words = await page.locator('#observablehq-main').evaluate(wordsOf, scripted)
    if (!needsScript(path)) expect(words).toBe(wordsOf(document.querySelector('#observablehq-main') as Element, scripted))
  })

  it('has a name for every table, chart and control', async () => {
    for (const name of await namesOf(page, '.table-scroll, table')) expect(name).not.toMatch(/^表?$/)
    for (const name of await namesOf(page, 'svg[role]')) expect(name).toMatch(saysItsValues)
    expect((await namesOf(page, 'a[href], button, select, input, summary')).filter((name) => name === '')).toEqual([])
  })

  it('calls the table of a card as the card is called', async () => {
    const pairs = await page.locator('.card .table-scroll table').evaluateAll((tables) =>
      tables.map((table) => {
        const labelledBy = document.getElementById(table.getAttribute('aria-labelledby') ?? '')
        return [labelledBy?.textContent, labelledBy?.closest('.card') === table.closest('.card')]
      }),
    )
    for (const pair of pairs) expect(pair).toEqual([expect.stringMatching(/./), true])
  })

  it('has every place that a chart leads to among the links of its card, where the keyboard comes', async () => {
    const lost = await page.locator('.card:has(.chart svg a)').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const links = [...card.querySelectorAll<HTMLAnchorElement>('a[href]:not([tabindex])')].map(({ href }) => href)
        const led = [...card.querySelectorAll('.chart svg a')].map((link) => link.getAttribute('href') ?? '')
        return led.filter((href) => href !== `#${card.id}-table` && !links.includes(new URL(href, location.href).href)).map((href) => `${card.id}: ${href}`)
      }),
    )
    expect(lost).toEqual([])
  })

  it('prints on A4 without menu, tables open, nothing wider than the sheet', async () => {
    await page.setViewportSize({ width: 703, height: 1000 }) // 210 mm less the margins
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.menu').isVisible()).toBe(false)
    expect(await page.locator('.card details:not([open])').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(703)
  })
})

/** A value that is no year, a number of a plan's entry, the keys of a diagram, or where the values stand. */
const saysItsValues = /\d(?!年度)|[①-⑳]|キー|値は下の表にある/

/** The words that an element is called by: those of the elements it names, else its label, else its own. */
function namesOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id)?.textContent ?? [])
      const own = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent
      return (labels.join(' ') || element.getAttribute('aria-label') || own || element.getAttribute('title') || '').trim()
    }),
  )
}

/** A page as its file has it, before any script. */
async function readPage(path: string): Promise<Document> {
  return parseHTML(await readFile(join(folder, path), 'utf8')).document
}

/** What scripts bring or may do without. */
const scripted = '.downloads button, .snippet button, form, output, script'

/** The words of an element but for some of its parts; runs in the browser too. */
function wordsOf(element: Element, without: string): string {
  const copy = element.cloneNode(true) as Element
  for (const part of copy.querySelectorAll(without)) part.remove()
  return (copy.textContent ?? '').replace(/\s+/g, '')
}

/** Pages whose content is made by a script. */
function needsScript(path: string): boolean {
  return ['explore.html', 'sql.html', 'reader.html'].includes(path)
}

describe('every page', () => {
  it('has a policy that lets in nothing from outside, and no script but its own', async () => {
    for (const name of all) {
      const text = await readFile(join(folder, name), 'utf8')
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? ''
      expect(policy, name).toContain("default-src 'self'")
      expect(policy, name).toContain("object-src 'none'; base-uri 'none'")
      expect(/script-src ([^;]*)/.exec(policy)?.[1], name).not.toMatch(/'unsafe-|https?:|\*/)
      expect(text.match(/\s(?:src|href)="(?:https?:)?\/\//g)?.filter((link) => !text.includes(`<a ${link.trim()}`)) ?? [], name).toEqual([])
    }
  })

  it('leads to files of the site alone, and to places in them that are there', async () => {
    const texts = new Map(await Promise.all(all.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
    const ids = new Map<string, Set<string | undefined>>(
      [...texts].map(([name, text]) => [name, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
    )
    const broken: string[] = []
    for (const [name, text] of texts) {
      for (const [, href = ''] of text.matchAll(/<(?:a|link|script|img)\s[^>]*?(?:href|src)="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:)/.test(href)) continue
        const [file = '', anchor] = href.replaceAll('&amp;', '&').split('#')
        const target = file === '' ? name : normalize(join(dirname(name), file.split('?')[0] as string))
        const isThere = !href.startsWith('/') && (target.endsWith('.html') ? ids.has(target) : existsSync(join(folder, target)))
        const isQuery = target === 'sql.html' && anchor?.startsWith('q=')
        if (!isThere || (anchor && !isQuery && !ids.get(target)?.has(anchor))) broken.push(`${name}: ${href}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('leads from each number that was read to words that hold it, of one that falls its size', async () => {
    const source = await readFile(join(folder, 'source.html'), 'utf8')
    const words = new Map([...source.matchAll(/<(?:a|button)[^>]* id="(n\d+)"[^>]*>([^<]*)</g)].map(([, id = '', text = '']) => [id, text]))
    const wrong: string[] = []
    let links = 0
    for (const name of all) {
      const text = await readFile(join(folder, name), 'utf8')
      for (const [, id = '', attributes = '', shown = ''] of text.matchAll(/<a class="read[^"]*" href="[^"]*source\.html#(n\d+)"([^>]*)>([^<]*)<\/a>/g)) {
        const value = /data-value="([^"]+)"/.exec(attributes)?.[1]
        const printed = words.get(id) ?? ''
        links += 1
        if (value === undefined ? shown !== printed : Math.abs(Number(value)) !== printedValue(printed))
          wrong.push(`${name} ${id}: ${value ?? shown} / ${printed}`)
      }
    }
    expect(wrong).toEqual([])
    expect(links).toBeGreaterThan(1000)
  })

  it('leads from each label of a chart to words that hold its number', async () => {
    const source = await readFile(join(folder, 'source.html'), 'utf8')
    const words = new Map([...source.matchAll(/<(?:a|button)[^>]* id="(n\d+)"[^>]*>([^<]*)</g)].map(([, id = '', text = '']) => [id, text]))
    const wrong: string[] = []
    let labels = 0
    for (const name of all) {
      const text = await readFile(join(folder, name), 'utf8')
      for (const [, id = '', label = ''] of text.matchAll(/<a[^>]* href="[^"]*source\.html#(n\d+)"[^>]*><text[^>]*>([^<]*)<\/text>/g)) {
        const [shown] = label.replaceAll(',', '').match(/(?<![\d.+−])\d[\d.]*(?:億|万)?(?=円|人|件|%|点|m²|$)/) ?? []
        if (/^[+−]/.test(label)) wrong.push(`${name} ${id}: ${label} is a change, which no word of the document holds`)
        if (shown === undefined) continue
        labels += 1
        const scale = shown.endsWith('億') ? 1e8 : shown.endsWith('万') ? 1e4 : 1
        const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0
        const rounded = (printedValue(words.get(id) ?? '') / scale).toFixed(decimals)
        if (Number(rounded) !== Number.parseFloat(shown)) wrong.push(`${name} ${id}: ${label} / ${words.get(id)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(labels).toBeGreaterThan(100)
  })
})

describe('by keyboard', () => {
  it('reaches the text past the menu, opens a receipt, follows it and closes it, focus in sight all along', async () => {
    const { page } = await site.open('index.html')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('本文へ')
    expect(await page.locator(':focus').evaluate((link) => link.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('class')).toBe('computed')
    expect(await page.locator(':focus').evaluate((button) => getComputedStyle(button).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.locator(':scope > .receipt-formula').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').evaluate((link) => link.closest('.receipt') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await receipt.count()).toBe(0)
    expect(await page.locator(':focus').getAttribute('class')).toBe('computed')
    await page.context().close()
  })

  it('leads from a figure to its words, which then say what they are', async () => {
    const { page } = await site.open('index.html')
    await page.locator('#effects-table summary').press('Enter')
    await page.locator('#effects tbody a.read').first().press('Enter')
    await page.waitForURL(/source\.html#n\d+$/)
    expect(await page.locator(':target').innerText()).toMatch(/\d/)
    expect(await page.locator(':target').evaluate((mark) => getComputedStyle(mark, '::after').content)).toContain('金額')
    await page.context().close()
  })
})

describe('where motion is unwanted', () => {
  it('nothing moves', async () => {
    const context = await site.browser.newContext({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${site.address}index.html`)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto')
    await context.close()
  })
})
