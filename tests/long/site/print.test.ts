import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site, sheetsOf } from '../../site/browser.ts'

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
      ['print.html', false],
      ['effects.html', true],
    ] as const) {
      const { page } = await site.open(path)
      expect(await page.getByLabel('表も印刷する').count()).toBe(offers ? 1 : 0)
      await page.context().close()
    }
  })
})

describe('print.html', () => {
  it('has every item, led by plan, years, edition and document on a sheet of their own', async () => {
    const { page } = await site.open('print.html')
    const head = await page.locator('.handout-head').innerText()
    for (const words of ['大崎市 第5次集中改革プラン', '令和2–4年度 (2020–2022)', '要約版', 'No.22 水道事業の経営健全化']) expect(head).toContain(words)
    expect(await page.locator('.handout-item h2').allInnerTexts()).toHaveLength(22)
    expect(await page.locator('.handout-head').evaluate((head) => getComputedStyle(head).breakAfter)).toBe('auto')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.handout-head').evaluate((head) => getComputedStyle(head).breakAfter)).toBe('page')
    expect(await page.locator('.handout-head table').isVisible()).toBe(true)
    await page.context().close()
  })

  it('says of an item what it came to, year by year and against its target', async () => {
    const { page } = await site.open('print.html')
    const fact = (item: number, name: string) =>
      page.locator(`.handout-item:has(#item-${item}) dt`, { hasText: name }).first().locator('xpath=following-sibling::dd[1]').innerText()
    expect(await fact(21, '効果額')).toBe('令和2年度1.10億円、令和3年度0.05億円、令和4年度4.06億円、全年度で5.2億円。')
    expect(await fact(19, '効果額')).toContain('寄附の受入額であり、節減ではない。')
    expect(await fact(17, '目標と実績')).toContain('令和4年度は5,100万円に対して3,197万円 (未達 (文書の記載))')
    await page.context().close()
  })

  it('is led to from the list of items', async () => {
    const { page } = await site.open('items/index.html')
    await page.locator('.print-link a').click()
    await page.waitForURL(/print\.html$/)
    expect(await page.locator('h1').innerText()).toBe('全項目 (印刷用)')
    await page.context().close()
  })
})
