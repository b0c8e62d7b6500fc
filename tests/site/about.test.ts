import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../loaders/tables.ts'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('about', () => {
  it('says which edition was read, what that means, and the hash of the document', async () => {
    const { page } = await site.open('about.html')
    expect(await page.locator('.lead').innerText()).toContain('公表された文書の要約版を読み取った')
    const facts = await page.locator('.about-facts').innerText()
    expect(facts).toContain('令和2–4年度 (2020–2022)')
    expect(facts).toContain('大崎市 (団体コード 042153)')
    const document = await readFile('data/osaki-plan5/document.txt')
    expect(facts).toContain(createHash('sha256').update(document).digest('hex'))
    await page.context().close()
  })

  it('says how contradictions and the missing page of No.17 were handled', async () => {
    const { page } = await site.open('about.html')
    const text = await page.locator('main').innerText()
    expect(text).toContain('44組を突き合わせ、2組が一致しなかった')
    expect(text).toContain('No.17の見出しのあるページが欠けている')
    expect(text).toContain('No.21で、公表の総計626,073,000円が再計算した総計520,904,000円と違う')
    await page.context().close()
  })

  it('counts the rows of every table, and the roles of all numbers', async () => {
    const { page } = await site.open('about.html')
    const rows = await page
      .locator('#tables tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].slice(0, 3).map((cell) => cell.textContent)))
    expect(rows).toHaveLength(Object.keys(tables).length)
    const filled = rows.filter(([, , count]) => count !== '0').length
    expect(await page.locator('#tables h2').innerText()).toBe(`このプランの表は${filled}種類`)
    expect(rows).toContainEqual(['改革項目', '改革項目1件に1行', '22'])
    expect(rows).toContainEqual(['職員数', '職員数の基準日1つに1行', '3'])
    const document = (await readFile('data/osaki-plan5/document.txt', 'utf8')).replace(/<[^>]*>/g, '')
    const numbers = document.match(/[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?/g) ?? []
    const counts = await page.locator('.about tbody .number').allInnerTexts()
    expect(counts.reduce((sum, count) => sum + Number(count.replace(',', '')), 0)).toBe(numbers.length)
    await page.context().close()
  })

  it('names the licence, the limits and how to report an error', async () => {
    const { page } = await site.open('about.html', { javaScriptEnabled: false })
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      '版と期間',
      '作り方',
      '言葉の意味',
      expect.stringMatching(/^このプランの表は\d+種類$/),
      '限界',
      '利用の条件',
      '誤りを見つけたら',
    ])
    expect(await page.locator('main').innerText()).toContain('この要約版は大崎市の公表物ではない')
    await page.context().close()
  })

  it('opens a table in the explorer', async () => {
    const { page } = await site.open('about.html')
    await page.getByRole('link', { name: '債権ごとの収納を集計' }).click()
    await page.locator('.explore-table table').waitFor()
    expect(await page.locator('[name=table]').inputValue()).toBe('collections')
    await page.context().close()
  })
})
