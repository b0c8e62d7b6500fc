import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import { isOfItsKind, pagesOf } from './pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** A value that is no year, a number of a plan's entry, the keys of a diagram, or where the values stand. */
const saysItsValues = /\d(?!年度)|[①-⑳]|キー|値は下の表にある/

const kinds = pagesOf(inject('site').folder).filter(isOfItsKind)

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

describe.each(kinds)('%s', (path) => {
  it('has a name for every table, chart and control', async () => {
    const { page } = await site.open(path)
    for (const name of await namesOf(page, '.table-scroll, table')) expect(name).not.toMatch(/^表?$/)
    for (const name of await namesOf(page, 'svg[role]')) expect(name).toMatch(saysItsValues)
    expect((await namesOf(page, 'a[href], button, select, input, summary')).filter((name) => name === '')).toEqual([])
    await page.context().close()
  })

  it('calls the table of a card as the card is called', async () => {
    const { page } = await site.open(path)
    const pairs = await page.locator('.card .table-scroll table').evaluateAll((tables) =>
      tables.map((table) => {
        const labelledBy = document.getElementById(table.getAttribute('aria-labelledby') ?? '')
        return [labelledBy?.textContent, labelledBy?.closest('.card') === table.closest('.card')]
      }),
    )
    for (const pair of pairs) expect(pair).toEqual([expect.stringMatching(/./), true])
    await page.context().close()
  })

  it('has every place that a chart leads to among the links of its card, where the keyboard comes', async () => {
    const { page } = await site.open(path)
    const lost = await page.locator('.card:has(.chart svg a)').evaluateAll((cards) =>
      cards.flatMap((card) => {
        const links = [...card.querySelectorAll<HTMLAnchorElement>('a[href]:not([tabindex])')].map(({ href }) => href)
        const led = [...card.querySelectorAll('.chart svg a')].map((link) => link.getAttribute('href') ?? '')
        return led.filter((href) => href !== `#${card.id}-table` && !links.includes(new URL(href, location.href).href)).map((href) => `${card.id}: ${href}`)
      }),
    )
    expect(lost).toEqual([])
    await page.context().close()
  })
})

describe('the overview', () => {
  it('has at most 120 stops for the Tab key', async () => {
    const { page } = await site.open('index.html')
    const isAtEnd = () => page.evaluate(() => document.activeElement === document.body)
    let stops = -1
    do {
      await page.keyboard.press('Tab')
      stops += 1
    } while (!(await isAtEnd()) && stops <= 300)
    expect(stops).toBeGreaterThan(40)
    expect(stops).toBeLessThanOrEqual(120)
    await page.context().close()
  })

  it('offers one CSV a card, and says which tables it was made of', async () => {
    const { page } = await site.open('index.html')
    for (const card of await page.locator('.card').all()) expect(await card.getByRole('link', { name: 'CSV', exact: true }).count()).toBe(1)
    expect(await page.locator('#effects .downloads').innerText()).toMatch(/^CSV SVG PNG 元の表: 取組による効果$/)
    await page.context().close()
  })
})
