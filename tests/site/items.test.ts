import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site, sheetsOf } from './browser.ts'
import type { PageAddress } from './pages.ts'

const numbers = Array.from({ length: 22 }, (_, index) => String(index + 1).padStart(2, '0'))

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function shown(path: PageAddress, selector: string): Promise<string[]> {
  const { page } = await site.open(path, { javaScriptEnabled: false })
  const texts = await page
    .locator(selector)
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim()))
  await page.context().close()
  return texts
}

describe('list of items', () => {
  it('holds every item with department, rating, number of figures and effect', async () => {
    const rows = await shown('items/index.html', '#items tbody tr')
    expect(rows).toHaveLength(22)
    expect(rows[18]).toMatch(/^No\.19 ふるさと納税制度の活用 .* 政策課 A ● 13 1,794,443,829 寄附$/)
    expect(rows[16]).toBe('No.17 滞納整理の推進 納税課 C ◆ 5 138,632,000')
  })

  it('narrows to a department, a rating and a word, and shows all without a script', async () => {
    const { page } = await site.open('items/index.html')
    const visible = async () => (await page.locator('#items tbody tr:visible th a').allInnerTexts()).map((text) => text.split(' ')[0])
    await page.getByLabel('担当課').selectOption('財政課')
    expect(await visible()).toEqual(['No.15', 'No.16', 'No.20'])
    await page.locator('select[data-column="2"]').selectOption({ label: 'B ■' })
    expect(await visible()).toEqual(['No.15', 'No.20'])
    expect(await page.locator('.filter output').innerText()).toBe('22件のうち2件')
    await page.getByLabel('担当課').selectOption('')
    await page.getByLabel('キーワードで絞り込む').fill('ｒｐａ')
    expect(await visible()).toEqual(['No.14'])
    await page.context().close()
    const { page: still } = await site.open('items/index.html', { javaScriptEnabled: false })
    expect(await still.locator('.filter').isVisible()).toBe(false)
    expect(await still.locator('#items tbody tr:visible').count()).toBe(22)
    await still.context().close()
  })
})

describe('page of an item', () => {
  it('is named by its item and leads to the ones before and after', async () => {
    const { page } = await site.open('items/21.html')
    expect(await page.title()).toBe('No.21 病院事業の経営健全化 | 大崎市 第5次集中改革プラン')
    await page.locator('.neighbours [rel=next]').first().click()
    await page.waitForURL(/items\/22\.html/)
    expect(await page.locator('h1').innerText()).toBe('No.22 水道事業の経営健全化')
    expect(await page.locator('[rel=next]').count()).toBe(0)
    await page.context().close()
  })

  it('draws the schedule: a bar an initiative and run of years, a number each year', async () => {
    const { page } = await site.open('items/08.html')
    const chart = page.locator('#schedule .chart-wide svg')
    expect(await chart.locator('rect').count()).toBe(2)
    expect(await chart.locator('a').allTextContents()).toEqual(['①', '①', '①', '② 検討', '② 試行', '② 実施'])
    await page.context().close()
    expect(await shown('items/04.html', '#schedule tbody tr')).toEqual([
      '「大崎市公立保育施設民営化計画」(計画期間 H28～R2) の実施 ① 該当なし 該当なし',
      '公立保育所の民営化移行スケジュールの見直しと実施 ②③ ③ ③',
    ])
  })

  it('sets the years side by side under the same small heads', async () => {
    const { page } = await site.open('items/09.html')
    expect(await page.locator('#results h3').allInnerTexts()).toEqual(['定員管理計画の検証', '再任用職員の活用', '定年延長制度への対応'])
    const columns = await page
      .locator('#results .years-grid')
      .first()
      .locator('> div')
      .evaluateAll((divs) => divs.map((div) => div.getBoundingClientRect().top))
    expect(new Set(columns).size).toBe(1)
    expect(columns).toHaveLength(3)
    expect(await page.locator('#results .years-grid').nth(2).locator('> div').first().innerText()).toContain('記載なし')
    await page.context().close()
  })

  it('shows the effects with the printed and the computed total, and the part inside its whole', async () => {
    const rows = await shown('items/21.html', '#effects tbody tr')
    expect(rows).toHaveLength(6)
    expect(rows[2]).toBe('令和4年度 (2022) 医療の質改善による入院患者数の増及び効果額 406,172,000 1,578人 比較しない (効果の内容が年度で違う)')
    expect(rows[3]).toContain('105,169,000')
    expect(rows[4]).toBe('総計 (公表値) 626,073,000')
    expect(rows[5]).toBe('総計 (再計算値) 520,904,000')
    expect(await shown('items/21.html', '#effects .attention')).toHaveLength(1)
    expect(await shown('items/18.html', '#effects .attention')).toEqual([])
  })

  it('says how the fact lies to the target', async () => {
    expect(await shown('items/17.html', '#targets h2')).toEqual(['令和4年度の効果額は目標を1,903万円下回る'])
    expect(await shown('items/09.html', '#targets h2')).toEqual(['令和4年度の職員数は計画を7人下回る'])
  })

  it('leads to items whose results it repeats, and to those that repeat its own', async () => {
    expect((await shown('items/02.html', '#references li')).map((text) => /No\.\d+/.exec(text)?.[0])).toEqual([
      ...['No.3', 'No.5', 'No.3', 'No.5', 'No.8'],
      ...['No.3', 'No.3', 'No.3', 'No.5', 'No.5'],
    ])
    expect(await shown('items/08.html', '#references li')).toEqual(['令和4年度 No.2 事務事業の整理・統廃合の推進 60行'])
    expect(await shown('items/01.html', '#references')).toEqual([])
  })

  it('says what the document lacks of No.17 and shows the rest', async () => {
    const [missing, ...others] = await shown('items/17.html', '.attention li')
    expect(others).toEqual([])
    for (const part of ['見出し', '担当課', '改善スケジュール', '主な取組内容', '実績']) expect(missing).toContain(part)
    expect(await shown('items/17.html', '#schedule, #initiatives, #results')).toEqual([])
    expect(await shown('items/17.html', '#review h3')).toEqual(['○ 達成できたこと', '× 達成できなかったこと', '→ 課題: 第6次プラン'])
  })

  it('links every number in a text to the same words of the document', async () => {
    const { page } = await site.open('source.html')
    const words = new Map(await page.locator('.n').evaluateAll((marks) => marks.map((mark) => [mark.id, mark.textContent ?? ''] as const)))
    await page.context().close()
    let links = 0
    for (const number of numbers) {
      const text = await readFile(join(site.folder, 'items', `${number}.html`), 'utf8')
      for (const [, id = '', printed] of text.matchAll(/<a class="read read-figure" href="[^"]*source\.html#(n\d+)"[^>]*>([^<]*)</g)) {
        expect(`${id} ${words.get(id)}`).toBe(`${id} ${printed}`)
        links += 1
      }
    }
    expect(links).toBeGreaterThan(250)
  })

  it('prints on one or two sheets', async () => {
    const { page } = await site.open('items/21.html')
    expect([1, 2]).toContain(await sheetsOf(page))
    await page.context().close()
  })
})
