import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../site/browser.ts'
import { openMadeUpSite } from '../../site/made-up.ts'
import { type PageAddress, pagesOf } from '../../site/pages.ts'
import { filesBelow } from '../../support/command.ts'

/** Words that would become markup where a replacement reads its signs, or where markup is taken out only once. */
const preface = '前書き\t重点$&/onfocus=__x=true//12件\n序$`<scr<b>ipt>document.title=\'taken\'</scr</b>ipt>$1\n末$\'" onload="__x=true"\n'
const nested = '<im<b>g src=x onerror=__x=true>'
const longName = (letter: string) => `${letter.repeat(699)}課`

let site: Site
let pages: PageAddress[]
beforeAll(async () => {
  site = await openMadeUpSite(
    7,
    { firstYear: 2020, years: 3, items: 4 },
    (plan) => ({
      ...plan,
      name: `${plan.name}$&`,
      items: plan.items.map((item, index) => {
        const department = [longName('長'), longName('W'), '$&課', `総務${nested}課`][index] ?? '総務課'
        return { ...item, title: `${item.title}$&$1`, goal: `${nested}${item.goal}`, leadDepartment: department, departments: [department.slice(-300)] }
      }),
    }),
    preface,
  )
  pages = pagesOf(site.folder)
})
afterAll(() => site?.close())

/** The elements of every page as built, with the page. */
async function elements(): Promise<{ path: string; element: Element }[]> {
  const found = await Promise.all(
    pages.map(async (path) => {
      const { document } = parseHTML(await readFile(join(site.folder, path), 'utf8'))
      return [...document.querySelectorAll('*')].map((element) => ({ path, element }))
    }),
  )
  return found.flat()
}

describe('the site of a document that would write pages', () => {
  it('has no attribute that runs, and no element of the document', async () => {
    const all = await elements()
    expect(all.length).toBeGreaterThan(1000)
    const running = all.filter(({ element }) => [...element.attributes].some(({ name }) => /^on/.test(name)))
    expect(running.map(({ path, element }) => `${path} ${element.outerHTML}`)).toEqual([])
    expect(
      all.filter(({ element }) => ['IMG', 'IFRAME', 'OBJECT'].includes(element.tagName)).map(({ path, element }) => `${path} ${element.outerHTML}`),
    ).toEqual([])
  })

  it('has no script of its own in a page, and allows none', async () => {
    const all = await elements()
    const scripts = all.filter(({ element }) => element.tagName === 'SCRIPT')
    expect(scripts.length).toBeGreaterThanOrEqual(pages.length)
    expect(scripts.filter(({ element }) => !element.hasAttribute('src') || element.textContent !== '').map(({ path }) => path)).toEqual([])
    const policies = new Set(all.flatMap(({ element }) => (element.hasAttribute('http-equiv') ? [element.getAttribute('content')] : [])))
    // the page that reads files has one of its own
    expect([...policies]).toHaveLength(2)
    for (const policy of policies) {
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).not.toContain('sha256')
    }
  })

  it('makes whole pictures of its charts', async () => {
    const pictures = filesBelow(site.folder).filter((path) => path.endsWith('.svg'))
    expect(pictures.length).toBeGreaterThan(5)
    for (const path of pictures) {
      const { window } = new JSDOM(await readFile(join(site.folder, path), 'utf8'), { contentType: 'image/svg+xml' })
      expect([path, window.document.querySelectorAll('script, foreignObject').length]).toEqual([path, 0])
    }
  })

  it('shows its words as they stand', async () => {
    const { page, problems } = await site.open('source.html')
    expect(await page.locator('#L1').innerText()).toContain('重点$&/onfocus=__x=true//12件')
    expect(await page.locator('#L2').innerText()).toContain("序$`document.title='taken'$1")
    expect(await page.locator('#L3').innerText()).toContain(`末$'" onload="__x=true"`)
    expect(await page.title()).toContain('原文')
    expect(await page.evaluate(() => '__x' in globalThis)).toBe(false)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

/** What of a page opens only when it is asked for: the choices of departments, in the explorer and of a question in SQL. */
async function openChoices(page: Page): Promise<void> {
  for (const name of await page.locator('[data-filter=lead_department] summary').all()) await name.click()
  for (const question of await page.locator('[data-question=collections-by-claim]').all()) await question.click()
}

describe('a department of 700 letters', () => {
  it('does not widen a page, be it 1280, 390 or 320 px wide', async () => {
    const wide: string[] = []
    const opened = await site.open('index.html')
    const { page, problems } = opened
    for (const path of pages) {
      await site.turnTo(opened, path)
      await openChoices(page)
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (overflow > 0) wide.push(`${path} at ${width} px: ${overflow} px too wide`)
      }
      expect([path, problems]).toEqual([path, []])
    }
    expect(wide).toEqual([])
  })
})
