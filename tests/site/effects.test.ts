import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The rows of a card's table, as read with the table open. */
async function tableOf(page: Page, card: string): Promise<string[][]> {
  return page.locator(`#${card} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)))
}

describe('効果額', () => {
  it('says first what can be compared, then of which parts the whole is', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const lead = await page.locator('.lead').innerText()
    expect(lead).toBe(
      '同じ内容で比べられる効果 (4項目) は令和2年度1.65億円、令和3年度1.54億円、令和4年度0.84億円。令和4年度は前年度より45.8%減で、4項目すべてが減った。ただし、一過性か恒常かは文書に記載なし。効果額は令和2–4年度の合計で27.2億円。内訳は寄附の受入が17.9億円 (66.0%)、年度で内容が違う効果 (No.21) が5.2億円 (19.2%)、同じ内容の効果が4.0億円 (14.8%)。',
    )
    await page.context().close()
  })

  it('holds each item year by year with amount, change, share of the year and cumulative amount', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'items')
    expect(rows).toHaveLength(18)
    expect(rows).toContainEqual([
      'No.19 ふるさと納税制度の活用',
      '令和4年度 (2022)',
      '寄附の受入',
      '寄附受入（実績）',
      '798,597,550',
      '+230,545,717',
      '+40.6%',
      '62.0%',
      '1,794,443,829',
      '',
    ])
    expect(rows).toContainEqual([
      'No.22 水道事業の経営健全化',
      '令和2年度 (2020)',
      '同じ内容の効果',
      '名前なし',
      '6,409,595',
      'データなし',
      'データなし',
      '0.9%',
      '6,409,595',
      '2.3%',
    ])
    expect(await page.locator('#items-title').innerText()).toBe('同じ内容の効果で令和4年度の増減が最も大きいのはNo.18「使用料等の収入確保」の0.42億円減')
    const rates = rows.flatMap((row) => (row[0]?.startsWith('No.21') ? [row[6]] : []))
    expect(rates).toEqual(['データなし', '比較しない (効果の内容が年度で違う)', '比較しない (効果の内容が年度で違う)'])
    expect(await page.locator('#items .attention').innerText()).toContain('No.21は年度によって効果の内容が違うので、前年度と比較しない。')
    await page.context().close()
  })

  it('splits each year into three parts, which add up to its total', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'comparison')
    const words = '比較しない (効果の内容が年度で違う)'
    expect(rows.filter(([, year]) => year === '令和4年度 (2022)')).toEqual([
      ['同じ内容の効果', '令和4年度 (2022)', '83,729,862', '−70,671,276', '−45.8%', '6.5%', '4'],
      ['年度で内容が違う効果', '令和4年度 (2022)', '406,172,000', '+401,440,000', words, '31.5%', '1'],
      ['寄附の受入', '令和4年度 (2022)', '798,597,550', '+230,545,717', '+40.6%', '62.0%', '1'],
      ['合計', '令和4年度 (2022)', '1,288,499,412', '+561,314,441', '比較しない (内容の違う効果の合計)', '100.0%', '6'],
    ])
    expect(await page.locator('#comparison .attention').innerText()).toContain('寄附の受入額は、経費の節減ではない。')
    expect((await tableOf(page, 'cumulative')).find(([part, year]) => part === '合計' && year === '令和4年度 (2022)')?.[2]).toBe('2,718,172,303')
    await page.context().close()
  })

  it('writes the amounts of each chart in one unit', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const units = await page
      .locator('.chart-wide:visible')
      .evaluateAll((charts) => charts.map(({ textContent }) => [...new Set(textContent?.match(/(?<=\d)(?:億円|万円|円)/g))]))
    expect(units).toEqual([['億円'], ['億円'], ['億円'], ['億円'], ['万円'], ['億円']])
    const words = await page.locator('.chart').evaluateAll((charts) => charts.map(({ textContent }) => textContent).join(' '))
    expect(words).not.toMatch(/[▲▼△▽]|8,483/)
    await page.context().close()
  })

  it('gives each item its share of all years', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'shares')
    expect(rows[0]).toEqual(['No.19 ふるさと納税制度の活用', '寄附の受入', '1,794,443,829', '66.0%', '100.0%'])
    // the computed total of No.21, not the printed 626,073,000
    expect(rows[1]).toEqual(['No.21 病院事業の経営健全化', '年度で内容が違う効果', '520,904,000', '19.2%', '100.0%'])
    expect(rows[2]).toEqual(['No.20 遊休資産の活用', '同じ内容の効果', '157,078,526', '5.8%', '39.0%'])
    await page.context().close()
  })

  it('sets No.17 against its target where there is one', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    expect(await tableOf(page, 'targets')).toEqual([
      ['No.17 滞納整理の推進', '令和2年度 (2020)', '記載なし', '68,307,000', 'データなし', 'データなし'],
      ['No.17 滞納整理の推進', '令和3年度 (2021)', '51,000,000', '38,353,000', '−12,647,000', '75.2%'],
      ['No.17 滞納整理の推進', '令和4年度 (2022)', '51,000,000', '31,972,000', '−19,028,000', '62.7%'],
    ])
    expect(await page.locator('#targets-title').innerText()).toBe('No.17「滞納整理の推進」は令和4年度に目標の62.7%。目標のある2件とも届かなかった')
    expect(await page.locator('#targets .chart-wide').textContent()).toContain('6,831万円 (目標の記載なし)')
    await page.context().close()
  })

  it('shows the part of No.21 hatched inside its whole, never added to it', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const [part] = await tableOf(page, 'parts')
    expect(part?.[3]).toBe('105,169,000')
    expect(part?.slice(5)).toEqual(['406,172,000', '25.9%'])
    const hatched = page.locator('#items .chart-wide [fill^="url(#items-hatch"]')
    expect(await hatched.count()).toBe(1)
    const pattern = /#([^)]+)\)/.exec((await hatched.first().getAttribute('fill')) ?? '')?.[1]
    expect(await page.locator(`pattern[id="${pattern}"]`).count()).toBe(1)
    await page.context().close()
  })

  it('sets the printed totals against the computed ones, and says how No.21 came to differ', async () => {
    const { page } = await site.open('effects.html', { javaScriptEnabled: false })
    const rows = await tableOf(page, 'totals')
    expect(rows).toHaveLength(6)
    expect(rows).toContainEqual(['No.21 病院事業の経営健全化', '626,073,000', '520,904,000', '+105,169,000', '+20.2%', '相違: 内数を二重に数えたと見られる'])
    expect(rows.filter((row) => row.at(-1) === '一致')).toHaveLength(5)
    expect(await page.locator('#totals .attention').innerText()).toContain('差の105,169,000円は内数 (うち) の額と同じで、内数を二重に数えたと見られる。')
    await page.context().close()
  })

  it('says of which matters the document says nothing', async () => {
    const { page } = await site.open('effects.html')
    expect(await page.locator('#definitions h2').innerText()).toBe('効果額の会計区分、一過性か恒常か、単年度か累計か、算定方法は文書に記載なし')
    expect(await page.locator('#definitions tbody tr').allInnerTexts()).toEqual(
      ['会計区分', '一過性か恒常か', '単年度か累計か', '算定方法'].map((matter) => `${matter}\t文書に記載なし`),
    )
    await page.context().close()
  })

  it('opens the receipt of a computed number by keyboard', async () => {
    const { page } = await site.open('effects.html')
    const change = page.locator('#items-title button').first()
    await change.focus()
    await page.keyboard.press('Enter')
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.innerText()).toContain('当年度 − 前年度')
    expect(await receipt.locator('.receipt-result').innerText()).toContain('−41,583,894円')
    await page.context().close()
  })

  it('is of use on phones: the narrow chart fits, the wide one is away', async () => {
    const { page } = await site.open('effects.html', { width: 390 })
    expect(await page.locator('#items .drawing:visible .chart-wide').isVisible()).toBe(false)
    const chart = await page.locator('#items .drawing:visible .chart-narrow svg').boundingBox()
    expect((chart?.x ?? 0) + (chart?.width ?? 1e9)).toBeLessThanOrEqual(390)
    await page.context().close()
  })
})
