import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The words of every cell of a card's table, row by row. */
async function tableOf(id: string): Promise<string[][]> {
  const { page } = await site.open('collections.html', { javaScriptEnabled: false })
  const rows = await page
    .locator(`#${id} tbody tr`)
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => (cell as HTMLElement).innerText.trim())))
  await page.context().close()
  return rows
}

/** The words of the receipt that a button opens: its formula, and each line with its name. */
async function receiptOf(page: Page, button: Locator): Promise<{ formula: string; lines: string[][] }> {
  return page.locator(`#${await button.getAttribute('popovertarget')}`).evaluate((receipt) => ({
    formula: receipt.querySelector('.receipt-formula')?.textContent ?? '',
    lines: [...receipt.querySelectorAll('.receipt-line')].map((line) => [...line.children].map((part) => part.textContent ?? '')),
  }))
}

describe('collections', () => {
  it('says what was collected, how it changed, and which claim changed most', async () => {
    const { page } = await site.open('collections.html')
    expect(await page.locator('.lead').innerText()).toBe(
      '滞納整理強化月間（11月～12月）の納付額は令和4年度に786万円で、前年度より4,158万円減った (84.1%減)。増減の中で最も大きいのは市営住宅使用料の−3,843万円 (増減の92.4%)。増減の理由は文書に書かれていない。',
    )
    await page.context().close()
  })

  it('says in the title and the scope of every card that the amounts are of two months', async () => {
    const { page } = await site.open('collections.html')
    const cards = page.locator('.card')
    expect(await cards.locator('h2').allInnerTexts()).toHaveLength(5)
    for (const title of await cards.locator('h2').allInnerTexts()) expect(title).toContain('滞納整理強化月間（11月～12月）の納付')
    for (const scope of await cards.locator('.scope').allInnerTexts()) expect(scope).toContain('納付額は滞納整理強化月間（11月～12月）の分だけ。')
    const { page: overview } = await site.open('index.html')
    expect(await overview.locator('.tile', { hasText: '使用料等の収納' }).innerText()).toContain('滞納整理強化月間（11月～12月）のみ')
    expect(await overview.locator('#collections h2').innerText()).toBe('滞納整理強化月間（11月～12月）の納付額は令和4年度に786万円、84.1%減')
    await page.context().close()
    await overview.context().close()
  })

  it('shows each department and the sums that the document prints', async () => {
    const rows = await tableOf('departments')
    // 24,794,285 + 468,650; 39,650,750 + 4,459,050; 1,218,900 + 60,100
    expect(rows[0]).toEqual(['建築住宅課', '25,262,935', '89.2%', '44,109,800', '89.2%', '+74.6%', '1,279,000', '16.3%', '−97.1%'])
    expect(rows).toContainEqual(['学校教育課', '644,000', '2.3%', 'データなし', 'データなし', 'データなし', '1,663,900', '21.2%', 'データなし'])
    expect(rows.at(-1)).toEqual(['計', '28,314,453', '', '49,443,860', '', '+74.6%', '7,859,966', '', '−84.1%'])
  })

  it('sets the three largest claims against the rest', async () => {
    expect(await tableOf('largest-claims')).toEqual([
      ['市営住宅使用料', '24,794,285', '87.6%', '39,650,750', '80.2%', '1,218,900', '15.5%'],
      ['市営住宅駐車場使用料', '468,650', '1.7%', '4,459,050', '9.0%', '60,100', '0.8%'],
      ['学校給食費', '511,825', '1.8%', '1,546,583', '3.1%', '1,044,377', '13.3%'],
      ['その他の債権', '2,539,693', '9.0%', '3,787,477', '7.7%', '5,536,589', '70.4%'],
    ])
  })

  it('explains each change by claim, a year that does not list a claim said so', async () => {
    const rows = await tableOf('changes-18-2022')
    expect(rows[0]).toEqual(['市営住宅使用料', '39,650,750', '1,218,900', '−38,431,850', '92.4%'])
    expect(rows).toContainEqual(['奨学資金貸与金償還金', '記載なし', '1,648,900', '+1,648,900', '−4.0%'])
    // two departments: 1,483,566 + 20,000
    expect(rows).toContainEqual(['災害援護資金貸付金', '1,508,253', '1,503,566', '−4,687', '0.0%'])
    expect(rows.at(-1)).toEqual(['計', '49,443,860', '7,859,966', '−41,583,894', ''])
    expect((await tableOf('changes-18-2021')).at(-1)).toEqual(['計', '28,314,453', '49,443,860', '+21,129,407', ''])
  })

  it('draws the change from one year to the next as a waterfall', async () => {
    const { page } = await site.open('collections.html')
    expect(await page.locator('#changes-18-2022 .chart-wide svg').getAttribute('aria-label')).toBe(
      '令和3年度 4,944万円、市営住宅使用料 −3,843万円、市営住宅駐車場使用料 −440万円、奨学資金貸与金償還金 +165万円、生活保護費返還金 +82万円、保育所保育料 −57万円、学校給食費 −50万円、その他10件 −15万円、令和4年度 786万円',
    )
    await page.context().close()
  })

  it('lists every claim of every department, missing years as such, never as 0', async () => {
    const rows = await tableOf('all-claims')
    expect(rows).toHaveLength(19)
    expect(rows).toContainEqual(['災害援護資金貸付金', '鹿島台総合支所市民福祉課', 'データなし', 'データなし', '20,000'])
    expect(rows).toContainEqual(['介護給付費不正請求返還金', '高齢介護課', '640,000', 'データなし', 'データなし'])
    expect(rows).toContainEqual(['道路占用料', '建設課', '21,234', 'データなし', '100'])
    const csv = await readFile(join(site.folder, 'cards', '042153-collections-all-claims.csv'), 'utf8')
    expect(csv).toContain('介護給付費不正請求返還金,高齢介護課,640000,,\r\n')
  })

  it('opens the receipt of a share down to the claims that the document states', async () => {
    const { page } = await site.open('collections.html')
    await page.locator('#largest-claims h2 .computed').last().click()
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.locator('.read', { hasText: '1,218,900円' }).getAttribute('title')).toContain('原文387行')
    const total = await receiptOf(page, receipt.locator('.computed', { hasText: '7,859,966円' }))
    expect(total.formula).toBe('債権ごとの納付額の合計')
    expect(total.lines).toContainEqual(['市営住宅使用料 (建築住宅課)', '1,218,900円'])
    expect(total.lines).toContainEqual(['災害援護資金貸付金 (鹿島台総合支所市民福祉課)', '20,000円'])
    expect(total.lines.at(-1)).toEqual(['結果', '7,859,966円'])
    await page.context().close()
  })

  it('says in a receipt that a year that does not list a claim counts as nothing paid', async () => {
    const { page } = await site.open('collections.html')
    const change = (text: string) => receiptOf(page, page.locator('#changes-18-2022 .computed', { hasText: text }).first())
    expect(await change('+1,648,900')).toEqual({
      formula: '当年度 − 前年度 (記載なしの年度は納付のないものとする)',
      lines: [
        ['令和4年度 (2022)', '1,648,900円'],
        ['令和3年度 (2021)', '記載なし'],
        ['結果', '+1,648,900円'],
      ],
    })
    expect((await change('−38,431,850')).formula).toBe('当年度 − 前年度')
    await page.context().close()
  })
})
