import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('checks', () => {
  it('say in the title how many numbers do not agree, as published and as computed again', async () => {
    const { page } = await site.open('checks.html')
    expect(await page.locator('h1').innerText()).toBe('数値の整合性の確認')
    expect(await page.locator('#differences h2').innerText()).toBe('数値が一致しない箇所は2か所')
    expect(await page.locator('#differences thead').innerText()).toMatch(/公表値\s+再計算値/)
    await page.context().close()
  })

  it('list the missing page of No.17 once, with the six parts that are missing with it', async () => {
    const { page } = await site.open('checks.html')
    const rows = await page.locator('#missing tbody tr').evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent?.trim())))
    expect(rows.map(([item]) => item)).toEqual(['No.17', 'No.2', 'No.3'])
    expect(rows[0]?.slice(1)).toEqual([
      'No.17「滞納整理の推進」の見出しのあるページがない',
      '担当課、改善スケジュール、主な取組内容、令和2年度の実績、令和3年度の実績、令和4年度の実績',
      '原文344行',
    ])
    expect(await page.locator('#missing h2').innerText()).toBe('あるはずのものが見つからない箇所は3か所')
    await page.context().close()
  })

  it('say why there are seven totals here and six of money on 効果額', async () => {
    const { page } = await site.open('checks.html')
    expect(await page.locator('#rule-effect-total .scope').innerText()).toBe('数字の突き合わせ (単位が円のもの6件、単位が件のもの1件)')
    const { page: effects } = await site.open('effects.html')
    expect(await effects.locator('#totals h2').innerText()).toContain('公表の総計 (金額) 6件のうち1件')
    await page.context().close()
    await effects.context().close()
  })

  it('explain each word for nothing at the foot of every page', async () => {
    for (const path of ['checks.html', 'index.html', 'items/01.html'] as const) {
      const { page } = await site.open(path)
      const foot = await page.locator('#observablehq-footer').innerText()
      for (const word of ['データなし', '記載なし', '該当なし']) expect(foot).toContain(word)
      await page.context().close()
    }
  })
})
