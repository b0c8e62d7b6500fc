import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site, sheetsOf } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('a page on paper', () => {
  it.each([
    ['effects.html', true],
    ['ratings.html', true],
    ['effects.html', false],
    ['ratings.html', false],
  ] as const)('%s takes three sheets at most, and more with its tables (script: %s)', async (path, javaScriptEnabled) => {
    const { page } = await site.open(path, { javaScriptEnabled })
    const sheets = await sheetsOf(page)
    expect(sheets).toBeLessThanOrEqual(3)
    await page.getByLabel('表も印刷する').check()
    expect(await sheetsOf(page)).toBeGreaterThan(sheets)
    await page.context().close()
  })

  it('has its charts, and its tables on request only; one that a card is about says so', async () => {
    const { page } = await site.open('ratings.html')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const shown = (selector: string) =>
      page
        .locator(selector)
        .filter({ visible: true })
        .count()
        .then((count) => count > 0)
    expect([await shown('#distribution svg'), await shown('#distribution table'), await shown('#support table')]).toEqual([true, false, false])
    expect(await page.locator('#support .table-note').innerText()).toBe('表 (22行) は、画面で「表も印刷する」を選ぶと印刷される。')
    await page.locator('.print-tables').evaluate((box: HTMLInputElement) => box.click())
    expect([await shown('#distribution svg'), await shown('#distribution table'), await shown('#support table')]).toEqual([true, true, true])
    expect(await shown('#support .table-note')).toBe(false)
    await page.context().close()
  })

  it('offers its tables only where it has some to print', async () => {
    for (const [path, offers] of [
      ['index.html', false],
      ['sheet.html', false],
      ['effects.html', true],
    ] as const) {
      const { page } = await site.open(path)
      expect(await page.getByLabel('表も印刷する').count()).toBe(offers ? 1 : 0)
      await page.context().close()
    }
  })
})
