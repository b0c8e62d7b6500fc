import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The number of the document that a line of it shows. */
const numberOf = (page: Page, text: string) => page.locator('.n', { hasText: new RegExp(`^${text}$`) }).first()

/** Opens the list of a number by keyboard; gives its links as `group: words href`. */
async function usesOf(page: Page, text: string): Promise<string[]> {
  await numberOf(page, text).press('Enter')
  const links = await page
    .locator('.uses:popover-open li li')
    .evaluateAll((lines) =>
      lines.map(
        (line) => `${line.parentElement?.parentElement?.firstChild?.textContent}: ${line.textContent} ${line.querySelector('a')?.getAttribute('href')}`,
      ),
    )
  await page.keyboard.press('Escape')
  return links
}

describe('source', () => {
  it('says of each number what it is and in how many places it is used', async () => {
    const { page } = await site.open('source.html')
    const amount = numberOf(page, '568,051,833円')
    const places = (await usesOf(page, '568,051,833円')).length
    expect(await amount.getAttribute('title')).toMatch(new RegExp(`^金額、.*令和3年度 \\(2021\\)。使っている所${places}か所$`))
    expect(await amount.evaluate((mark) => getComputedStyle(mark, '::after').content)).toContain(`使っている所${places}か所`)
    expect(await page.locator('.n-measure:not([popovertarget])').count()).toBe(0)
    expect(await page.locator('.n:not([popovertarget]):not([title$="使っている所はない"])').count()).toBe(0)
    await page.context().close()
  })

  it('leads from a number to the pages, items and tables that use it, with no script', async () => {
    const { page } = await site.open('source.html', { javaScriptEnabled: false })
    const id = await numberOf(page, '568,051,833円').getAttribute('popovertarget')
    const hrefs = await page.locator(`#${id} a`).evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    // the donations of a year: an effect of No.19, and the donations' own card
    for (const href of ['./revenue.html#donations-19', './effects.html#items', './items/19.html#effects', './data.html#table-effects'])
      expect(hrefs).toContain(href)
    expect(hrefs.some((href) => /staffing|collections/.test(href ?? ''))).toBe(false)
    await numberOf(page, '568,051,833円').click()
    await page.locator('.uses:popover-open a', { hasText: 'No.19の行' }).first().click()
    await page.waitForURL(/data\.html#table-effects$/)
    await page.context().close()
  })

  it('names the claims, the department sums and the item for an amount that was collected', async () => {
    const { page } = await site.open('source.html')
    const uses = await usesOf(page, '39,650,750円')
    for (const group of ['収納', '照合', '項目', 'No.18 使用料等の収入確保'])
      expect(
        uses.some((use) => use.startsWith(`${group}: `)),
        group,
      ).toBe(true)
    expect(uses).toContain('表: 債権ごとの収納のNo.18の行 ./data.html#table-collections')
    await page.context().close()
  })

  it('lists exactly the cards whose numbers link to it, or whose receipts do', async () => {
    const page = await readFile(join(site.folder, 'source.html'), 'utf8')
    const cards = await cardsByFigure(join(site.folder, 'effects.html'))
    const listed = new Map([...page.matchAll(/<div popover id="(uses-\d+)"[\s\S]*?<\/div>/g)].map(([list, id]) => [id, list]))
    let links = 0
    for (const [, figure, id] of page.matchAll(/id="n(\d+)"[^>]* popovertarget="(uses-\d+)"/g)) {
      const hrefs = [...(listed.get(id)?.matchAll(/href="\.\/effects\.html#([^"]*)"/g) ?? [])].map(([, card]) => card).sort()
      expect(hrefs, figure).toEqual([...(cards.get(`n${figure}`) ?? [])].sort())
      links += hrefs.length
    }
    expect(links).toBeGreaterThan(80)
  })

  it('keeps an open list within a phone, without an axe finding, and closes it with the key Escape', async () => {
    const { page } = await site.open('source.html', { width: 320 })
    await numberOf(page, '568,051,833円').press('Enter')
    const list = page.locator('.uses:popover-open')
    const box = await list.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true)
    expect(await axeViolations(page, {}, '.uses:popover-open')).toEqual([])
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').evaluate((link) => link.closest('.uses') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await list.count()).toBe(0)
    await page.context().close()
  })

  it('stays a page of moderate size', async () => {
    const page = await readFile(join(site.folder, 'source.html'))
    expect(gzipSync(page).length).toBeLessThan(50_000)
    expect(page.length).toBeLessThan(440_000)
  })
})

/** The ids of the cards of a built page whose marked numbers lead to each number of the document, by themselves or through receipts. */
async function cardsByFigure(path: string): Promise<Map<string, Set<string>>> {
  const { document } = new JSDOM(await readFile(path, 'utf8')).window
  const found = new Map<string, Set<string>>()
  const follow = (element: Element, card: string, seen: Set<string>) => {
    for (const link of element.querySelectorAll('a.read[href*="#n"]')) {
      const figure = (link.getAttribute('href') ?? '').split('#')[1] as string
      found.set(figure, (found.get(figure) ?? new Set()).add(card))
    }
    for (const button of element.querySelectorAll('[popovertarget]')) {
      const id = button.getAttribute('popovertarget') as string
      const receipt = document.getElementById(id)
      if (receipt && !seen.has(id)) follow(receipt, card, seen.add(id))
    }
  }
  for (const card of document.querySelectorAll('.card')) follow(card, card.id, new Set())
  return found
}
