import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'
import type { PageAddress } from './pages.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The cells of a card's table as they are read, receipts left out. */
async function cells(path: PageAddress, card: string): Promise<string[][]> {
  const { page } = await site.open(path, { javaScriptEnabled: false })
  const found = await page
    .locator(`#${card} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim())))
  await page.context().close()
  return found
}

describe('ratings', () => {
  it('says how the items were rated and how many report a number', async () => {
    const { page } = await site.open('ratings.html')
    expect(await page.locator('.lead').innerText()).toBe('22項目の評価はAが5件、Bが8件、Cが9件、Dが0件。報告に数字が書かれているのは16項目。')
    await page.context().close()
  })

  it('counts ratings with their share, and draws a box for each item', async () => {
    expect((await cells('ratings.html', 'distribution')).map((row) => row.slice(0, 3))).toEqual([
      ['A ●', '5', '22.7%'],
      ['B ■', '8', '36.4%'],
      ['C ◆', '9', '40.9%'],
      ['D ▬', '0', '0.0%'],
    ])
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#distribution .chart-wide svg rect').count()).toBe(22)
    expect(await page.locator('#departments .chart-wide svg rect').count()).toBe(22)
    await page.context().close()
  })

  it('breaks ratings down by lead department', async () => {
    const departments = await cells('ratings.html', 'departments')
    expect(departments).toHaveLength(11)
    expect(departments).toContainEqual(['行政管理課', '2', '1', '3', '0', '6', 'No.2、No.3、No.5、No.6、No.7、No.8'])
    expect(departments).toContainEqual(['財政課', '0', '2', '0', '0', '2', 'No.15、No.20'])
  })

  it('shows for each rating whether numbers stand behind it', async () => {
    expect(await cells('ratings.html', 'support-by-rating')).toEqual([
      ['A ●', '3', '2', '2', '1'],
      ['B ■', '4', '4', '3', '0'],
      ['C ◆', '9', '0', '1', '2'],
      ['D ▬', '0', '0', '0', '0'],
    ])
    const support = await cells('ratings.html', 'support')
    expect(support).toHaveLength(22)
    expect(support.filter((row) => row[3] === '0').map((row) => row[0]?.split(' ')[0])).toEqual(['No.5', 'No.7', 'No.11', 'No.12', 'No.13', 'No.14'])
    expect(support.filter((row) => row[8] === '0').map((row) => [row[0]?.split(' ')[0], row[2]])).toEqual([
      ['No.5', 'A ●'],
      ['No.8', 'A ●'],
      ['No.21', 'A ●'],
    ])
    expect(support.flat()).not.toContain('—')
    expect(support).toContainEqual(['No.17 滞納整理の推進', '納税課', 'C ◆', '5', '138,632,000', '0', '2', '4', '1', '1', '欠落1か所'])
  })

  it('says how the items were rated that list nothing as not achieved', async () => {
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#support-title').innerText()).toBe('達成できなかったことを挙げていないのは3項目 (No.5、No.8、No.21) で、評価はどれもA')
    await page.context().close()
  })

  it('sets targets against what came of them', async () => {
    const targets = await cells('ratings.html', 'targets')
    expect(targets).toHaveLength(8)
    expect(targets).toContainEqual([
      'No.17 滞納整理の推進',
      'C ◆',
      '効果額の目標',
      '令和4年度 (2022)',
      '51,000,000円',
      '31,972,000円',
      '−19,028,000円',
      '62.7%',
      '未達 (文書の記載)',
    ])
    expect(targets).toContainEqual([
      'No.9 適正な定員管理計画の推進',
      'C ◆',
      '職員数の計画',
      '令和2年度 (2020)',
      '980人',
      '986人',
      '+6人',
      '100.6%',
      '計画より多い',
    ])
    expect(targets).toContainEqual([
      'No.9 適正な定員管理計画の推進',
      'C ◆',
      '職員数の目標',
      '令和7年度 (2025)',
      '990人',
      'データなし',
      'データなし',
      'データなし',
      'プラン期間より後',
    ])
    expect(targets.find((row) => row[0]?.startsWith('No.19'))).toEqual([
      'No.19 ふるさと納税制度の活用',
      'A ●',
      '件数などの目標',
      '令和2年度 (2020)',
      '5件',
      '記載なし',
      'データなし',
      'データなし',
      '達成 (文書の記載)',
    ])
    expect(targets.filter((row) => row[0]?.startsWith('No.17')).map((row) => [row[3], row[4], row[5], row.at(-1)])).toEqual([
      ['令和2年度 (2020)', '記載なし', '68,307,000円', '目標の記載なし'],
      ['令和3年度 (2021)', '51,000,000円', '38,353,000円', '未達 (文書の記載)'],
      ['令和4年度 (2022)', '51,000,000円', '31,972,000円', '未達 (文書の記載)'],
    ])
  })

  it('says of how many items a target can be held against a result, and leads to each', async () => {
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#targets-title').innerText()).toBe(
      '数値目標と比べられるのは22項目中3項目。達成は1件、未達は4件 (項目・年度)。職員数が計画より多いのは1件',
    )
    const [, , missed] = await page.locator('#targets-title button.computed').all()
    await missed?.click()
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.locator('.receipt-line').allInnerTexts()).toEqual([
      expect.stringMatching(/No\.9 適正な定員管理計画の推進、令和3年度 \(2021\)\s*982人/),
      expect.stringMatching(/No\.9 適正な定員管理計画の推進、令和4年度 \(2022\)\s*984人/),
      expect.stringMatching(/No\.17 滞納整理の推進、令和3年度 \(2021\)\s*51,000,000円/),
      expect.stringMatching(/No\.17 滞納整理の推進、令和4年度 \(2022\)\s*51,000,000円/),
      expect.stringMatching(/結果\s*4項目・年度/),
    ])
    expect(await receipt.locator('a.read').count()).toBe(4)
    await page.context().close()
  })

  it('lists the lowest rated items with what the document says was not achieved, each leading to its line', async () => {
    const { page } = await site.open('ratings.html', { javaScriptEnabled: false })
    expect(await page.locator('#lowest-title').innerText()).toBe('評価が最も低いCの9項目は、どれも達成できなかったことを挙げている')
    const rows = await page
      .locator('#lowest tbody tr')
      .evaluateAll((found) =>
        found.map((row) => [
          row.children[0]?.textContent?.split(' ')[0],
          row.children[1]?.textContent?.trim(),
          [...row.querySelectorAll('li')].map((entry) => entry.querySelector('.text-line a')?.getAttribute('href')?.split('#')[1]),
        ]),
      )
    expect(rows.map(([item]) => item)).toEqual(['No.1', 'No.2', 'No.3', 'No.4', 'No.6', 'No.9', 'No.10', 'No.16', 'No.17'])
    expect(new Set(rows.map(([, rating]) => rating))).toEqual(new Set(['C ◆']))
    expect(rows.map(([, , entries]) => entries?.length)).toEqual([1, 1, 1, 1, 1, 1, 2, 1, 1])
    expect(rows.at(-1)?.[2]).toEqual(['L355'])
    await page.context().close()
  })

  it('says that the document states four steps and the meaning of none', async () => {
    const { page } = await site.open('ratings.html')
    const words = '評価の段階はA・B・C・D。それぞれの意味は文書に記載なし。'
    expect(await page.locator('#departments .scope').innerText()).toContain(`${words}Dは0件。`)
    expect(await page.locator('.lead + p').innerText()).toContain(words)
    expect(await page.locator('#distribution .scope').innerText()).toContain(words)
    expect(await page.locator('#departments-title').innerText()).toBe('全項目がCなのは3課 (まちづくり推進課、子育て支援課、人財育成課)')
    await page.context().close()
  })

  it('marks no rating with a triangle, and a target in red only where the document says that it was missed', async () => {
    for (const path of ['ratings.html', 'index.html', 'items/index.html', 'items/17.html'] as const) {
      const { page } = await site.open(path)
      expect(await page.locator('main').innerText(), path).not.toMatch(/[A-F] [▲△▽▼]/)
      await page.context().close()
    }
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#targets .wrong').allInnerTexts()).toEqual(Array(4).fill('未達 (文書の記載)'))
    await page.context().close()
  })

  it('offers only ratings that were given where a list is narrowed', async () => {
    const { page } = await site.open('items/index.html')
    expect(await page.locator('select[data-column="2"] option').allInnerTexts()).toEqual(['すべて', 'A ●', 'B ■', 'C ◆'])
    expect(await page.locator('#items-title').innerText()).toBe('22項目の評価はAが5件、Bが8件、Cが9件、Dが0件')
    await page.context().close()
  })

  it('lists what is left to do, in the next plan or outside of it', async () => {
    const tasks = await cells('ratings.html', 'next-plan')
    expect(tasks).toHaveLength(22)
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#next-plan-title').innerText()).toBe('第6次プランへ課題を引き継ぐのは20項目、プランの外で続けるのは2項目')
    await page.context().close()
    expect(tasks.filter((row) => row[2] === '引き続き (プラン外)').map((row) => row[0])).toEqual(['No.4 保育所の民営化', 'No.8 組織機構の見直し'])
    expect(tasks.filter((row) => row[2] === '第6次プラン')).toHaveLength(20)
  })

  it('opens what a count was counted from', async () => {
    const { page } = await site.open('ratings.html')
    await page.locator('#support tbody tr').nth(14).locator('button.computed').first().click()
    const receipt = page.locator('.receipt:popover-open')
    expect(await receipt.locator('.receipt-number').allInnerTexts()).toEqual(['13分類', '3件', '3件', '37施設', '13分類', '32施設', '13分類', '7個'])
    await page.context().close()
  })
})
