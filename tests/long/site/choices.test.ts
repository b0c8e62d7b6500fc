import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openSite, type Site } from '../../site/browser.ts'
import type { PageAddress } from '../../site/pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** What the labels of a card's chart say that is shown. */
async function labels(page: Page, card: string): Promise<string[]> {
  const texts = await page.locator(`${card} .drawing:not([hidden]) .chart-wide svg a text`).allTextContents()
  return texts.map((text) => text.trim())
}

describe('the ways to see a chart', () => {
  it('are chosen by keyboard, kept in the address, and shown again from there', async () => {
    const { page, problems } = await site.open('effects.html')
    expect(await labels(page, '#items')).toContain('5.68億円 32.8%増')
    await page.locator('#items [name=show]:checked').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).search).toBe('?show=growth')
    await page.getByRole('radio', { name: '寄附を除く' }).check()
    await expect.poll(() => new URL(page.url()).search).toBe('?show=growth&donations=without')
    const growths = ['43.9%減', '16.6%減', '74.6%増', '84.1%減', '5.6%減', '36.0%減', '比較しない', '比較しない', '31.4%増', '20.9%減']
    expect(await labels(page, '#items')).toEqual(growths)
    expect(await page.locator('#items .drawing-name:visible').innerText()).toBe('増減率、寄附を除く')
    await page.reload()
    expect(await labels(page, '#items')).toEqual(growths)
    await page.getByRole('radio', { name: '構成比' }).check()
    expect(await labels(page, '#items')).toContain('6.5%')
    await page.getByRole('radio', { name: '金額' }).check()
    await page.getByRole('radio', { name: '寄附を含む' }).check()
    await expect.poll(() => new URL(page.url()).search).toBe('')
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('are those of claims too, and what the chart says stands in the table', async () => {
    const { page } = await site.open('collections.html?show=growth')
    expect(await labels(page, '#departments')).toEqual(expect.arrayContaining(['74.6%増', '97.1%減']))
    await page.context().close()
    const { page: still } = await site.open('collections.html?show=growth', { javaScriptEnabled: false })
    expect(await still.locator('#departments .choices').isVisible()).toBe(false)
    expect(await still.locator('#departments .drawing:visible').count()).toBe(1)
    expect(await still.locator('#departments-table').innerText()).toContain('−97.1%')
    await still.context().close()
  })

  it.each(['?show=constructor&donations=%3Cb%3E', '?show=&donations', '?show=growth%22%5D&donations=__proto__', `?show=${'x'.repeat(5000)}`])(
    'are the first ones where the address names none: %s',
    async (address) => {
      const { page, problems } = await site.open(`effects.html${address}` as PageAddress)
      expect(await labels(page, '#items')).toContain('5.68億円 32.8%増')
      expect(await page.locator('#items .drawing:visible').count()).toBe(1)
      expect(problems).toEqual([])
      await page.context().close()
    },
  )

  it('are saved and printed as they are shown', async () => {
    const { page } = await site.open('effects.html?show=share&donations=without')
    const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('#items .downloads a', { hasText: 'SVG' }).click()])
    expect(await readFile(await svg.path(), 'utf8')).toContain('6.5%')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#items .drawing:visible').getAttribute('data-choice-show')).toBe('share')
    expect(await page.locator('#items .choices').isVisible()).toBe(false)
    await page.context().close()
  })

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)('have no accessibility violation and fit: $width, $colorScheme', async (view) => {
    for (const path of ['effects.html?show=growth&donations=without', 'collections.html?show=share'] as const) {
      const { page } = await site.open(path, view)
      expect(await axeViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
      await page.context().close()
    }
  })
})

describe('the link of a card', () => {
  it('is copied with what is chosen, and leads to the card without a script', async () => {
    const { page } = await site.open('effects.html?show=growth')
    await page.context().grantPermissions(['clipboard-read'])
    await page.locator('#items .card-link').focus()
    await page.keyboard.press('Enter')
    await page.locator('#items .copied', { hasText: /^コピーした$/ }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.address}effects.html?show=growth#items`)
    expect(await page.locator(':focus').getAttribute('href')).toBe('#items')
    await page.context().close()
    const { page: still } = await site.open('effects.html', { javaScriptEnabled: false })
    await still.locator('#shares .card-link').click()
    expect(still.url()).toBe(`${site.address}effects.html#shares`)
    await still.context().close()
  })

  it('is on every card', async () => {
    for (const name of ['index', 'staffing', 'items/01', 'ratings']) {
      const text = await readFile(join(site.folder, `${name}.html`), 'utf8')
      const cards = [...text.matchAll(/<section class="card [^"]*" id="([^"]+)"/g)].map(([, id]) => id)
      expect([...text.matchAll(/<a class="card-link" href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(cards)
    }
  })
})

describe('the head of an item', () => {
  it('says rating, effect with its change, target and what came of it first, and leads to the page of its topic', async () => {
    const facts = async (path: PageAddress) => {
      const { page } = await site.open(path, { javaScriptEnabled: false })
      const found = await page.locator('.facts > div').evaluateAll((divs) => divs.map((div) => (div as HTMLElement).innerText.replace(/\s+/g, ' ')))
      await page.context().close()
      return found
    }
    const [rating, effect, target, topics] = await facts('items/17.html')
    expect(rating).toMatch(/^総括評価 C ◆/)
    expect(effect).toBe('効果額 (全年度) 1.4億円 令和4年度は前年度より16.6%減')
    expect(target).toBe('目標と結果 令和4年度の効果額は目標を1,903万円下回る 未達 (文書の記載)')
    expect(topics).toBe('関連ページ 効果額')
    expect(await facts('items/18.html')).toContain('関連ページ 効果額、滞納整理 (収納)')
    expect(await facts('items/19.html')).toContain('効果額 (全年度) 17.9億円 寄附の受入額であり、節減ではない 令和4年度は前年度より40.6%増')
    expect((await facts('items/01.html')).slice(1, 3)).toEqual(['効果額 (全年度) 文書に記載なし', '目標と結果 文書に記載なし'])
  })
})
