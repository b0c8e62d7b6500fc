import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site, sheetsOf } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const pages = ['index.html', 'sheet.html'] as const

/** The smallest letters that are printed of a page, in points. */
async function smallestLetters(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const sizes: number[] = []
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (walker.currentNode.textContent?.trim() && parent?.checkVisibility()) sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return Math.min(...sizes) * 0.75
  })
}

describe('the sheet for the council', () => {
  it.each(pages)('is all that %s prints, on one sheet of A4 in letters of 9 points or more', async (path) => {
    const { page } = await site.open(path)
    expect(await sheetsOf(page)).toBe(1)
    expect(await smallestLetters(page)).toBeGreaterThanOrEqual(9)
    expect(await page.locator('main > .cards:visible, main > .tiles:visible').count()).toBe(0)
    await page.context().close()
  })

  it('says in three sentences what the plan came to', async () => {
    const { page } = await site.open('sheet.html')
    expect(await page.locator('.sheet-sentences li').allInnerTexts()).toEqual([
      '効果額は令和2–4年度の合計で27.2億円、うち同じ内容で比べられる効果は4.0億円で、令和4年度は前年度より45.8%減。',
      '22項目の評価はAが5件、Bが8件、Cが9件、Dが0件で、数値目標と比べられるのは3項目。',
      '文書の中の数字44組を突き合わせ、2組 (No.10、No.21) が一致しない。',
    ])
    await page.context().close()
  })

  it('splits the effects in three, sets targets against results, and gives reasons for the lowest ratings', async () => {
    const { page } = await site.open('sheet.html')
    const rows = (part: string) =>
      page.locator(`.sheet-${part} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())))
    expect(await rows('effects')).toEqual([
      ['同じ内容の効果', '1.65億円', '1.54億円', '0.84億円', '4.0億円'],
      ['年度で内容が違う効果', '1.10億円', '0.05億円', '4.06億円', '5.2億円'],
      ['寄附の受入', '4.28億円', '5.68億円', '7.99億円', '17.9億円'],
      ['合計', '7.02億円', '7.27億円', '12.9億円', '27.2億円'],
    ])
    expect(await page.locator('.sheet-effects > p').innerText()).toBe(
      'No.21は年度によって効果の内容が違うので、前年度と比較しない。同じ内容の効果も、一過性か恒常かは文書に記載なし。',
    )
    expect((await rows('targets')).slice(0, 2)).toEqual([
      ['No.9 適正な定員管理計画の推進', '令和4年度', '984人', '977人', '未達 (文書の記載)'],
      ['No.17 滞納整理の推進', '令和4年度', '5,100万円', '3,197万円', '未達 (文書の記載)'],
    ])
    expect(await rows('lowest')).toHaveLength(6)
    expect(await page.locator('.sheet-lowest .sheet-others').innerText()).toBe('ほか3件')
    expect(await page.locator('.sheet-next > p').first().innerText()).toBe('第6次プランへ課題を引き継ぐのは20項目、プランの外で続けるのは2項目。')
    expect((await page.locator('.sheet-unstated li').allInnerTexts())[0]).toBe('効果額の会計区分、一過性か恒常か、単年度か累計か、算定方法は文書に記載なし。')
    await page.context().close()
  })

  it('leads from each number to its words in one click', async () => {
    const { page } = await site.open('sheet.html')
    await page.locator('.sheet-targets a.read', { hasText: '5,100万円' }).first().click()
    expect(await page.locator(':target').innerText()).toContain('51,000,000円')
    await page.goBack()
    await page.locator('.sheet-sentences .computed', { hasText: '27.2億円' }).click()
    expect(await page.locator('.receipt:popover-open .receipt-result').innerText()).toMatch(/2,7\d\d,\d{3},\d{3}円/)
    await page.context().close()
  })
})
