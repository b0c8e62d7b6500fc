import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function tableOf(page: Page, card: string): Promise<string[][]> {
  return page.locator(`#${card} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)))
}

describe('寄附・資産', () => {
  it('says what donations and assets brought in', async () => {
    const { page } = await site.open('revenue.html', { javaScriptEnabled: false })
    const lead = await page.locator('.lead').innerText()
    // No.19: 1,794,443,829 yen ÷ 122,970 gifts; No.20: 157,078,526 yen
    expect(lead).toContain('「ふるさと納税制度の活用」による寄附は令和2–4年度の合計で17.9億円、122,970件、平均14,593円。')
    expect(lead).toContain('資産の売却と貸付は令和2–4年度の合計で1.6億円 (売却5,666万円、貸付1.0億円)。')
    await page.context().close()
  })

  it('holds number, amount and mean of the donations of each year', async () => {
    const { page } = await site.open('revenue.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'donations-19')
    expect(rows).toHaveLength(9)
    expect(rows).toContainEqual(['件数 (件)', '令和4年度 (2022)', '59,937', '+23,979', '+66.7%'])
    expect(rows).toContainEqual(['金額 (円)', '令和3年度 (2021)', '568,051,833', '+140,257,387', '+32.8%'])
    // 427,794,446 ÷ 27,075; 798,597,550 ÷ 59,937
    expect(rows).toContainEqual(['1件あたり (円)', '令和2年度 (2020)', '15,800', 'データなし', 'データなし'])
    expect(rows).toContainEqual(['1件あたり (円)', '令和4年度 (2022)', '13,324', '−2,474', '−15.7%'])
    await page.context().close()
  })

  it('holds sales and leases, whose amounts are the effect of the item', async () => {
    const { page } = await site.open('revenue.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'assets-20')
    const amounts = (name: string) => rows.filter(([, kind]) => kind === name).map((row) => row[3])
    expect(amounts('売却')).toEqual(['35,841,904', '20,172,240', '643,800'])
    expect(amounts('貸付')).toEqual(['25,820,522', '38,008,910', '36,591,150'])
    expect(amounts('売却と貸付')).toEqual(['61,662,426', '58,181,150', '37,234,950'])
    await page.context().close()
  })

  it('gives contracts and areas of sales, and says where the contracts were added up', async () => {
    const { page } = await site.open('revenue.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'sales-20')
    expect(rows).toContainEqual(['面積 (m²)', '令和3年度 (2021)', '1,205.56', '−1,965.36', '−62.0%', '公募型一般競争入札'])
    expect(rows).toContainEqual(['面積 (m²)', '令和4年度 (2022)', '348', '−857.56', '−71.1%', '随意契約'])
    expect(rows).toContainEqual(['件数 (件)', '令和3年度 (2021)', '3', '+1', '+50.0%', '公募型一般競争入札'])
    expect(await page.locator('#sales-20 .attention').innerText()).toContain('令和3年度と令和4年度の件数は、文書に総数がなく、地域別の件数を足した。')
    expect(await page.locator('#sales-20-title').innerText()).toBe('売却は令和4年度に64万円 (96.8%減)、1件、348m²')
    await page.context().close()
  })

  it('gives contracts by region with their share of the year', async () => {
    const { page } = await site.open('revenue.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'lease-regions-20')
    expect(rows).toHaveLength(21)
    expect(rows).toContainEqual(['鳴子温泉地域', '令和4年度 (2022)', '72', '+7', '39.6%'])
    expect(rows).toContainEqual(['古川地域', '令和2年度 (2020)', '28', 'データなし', '15.9%'])
    expect(await page.locator('#lease-regions-20-title').innerText()).toBe('令和4年度の貸付182件のうち72件 (39.6%) が鳴子温泉地域')
    expect(await page.locator('#sale-regions-20-title').innerText()).toBe('令和4年度の売却1件は田尻地域')
    // a region without a sale in a year has no bar of zero
    expect(await page.locator('#sale-regions-20 .chart-wide svg').innerHTML()).toContain('データなし')
    await page.context().close()
  })

  it('leads from a figure to its words', async () => {
    const { page } = await site.open('revenue.html')
    const href = await page.locator('#donations-19-title a.read', { hasText: '59,937' }).first().getAttribute('href')
    await page.goto(new URL(href ?? '', page.url()).href)
    expect(await page.locator('.n:target').innerText()).toContain('59,937')
    await page.context().close()
  })
})
