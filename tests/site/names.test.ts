import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

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
    expect(await page.locator('#effects .downloads').innerText()).toMatch(/^CSV SVG PNG リンク 元の表: 取組による効果$/)
    await page.context().close()
  })
})
