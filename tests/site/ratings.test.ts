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
    expect(await page.locator('.lead').innerText()).toBe('22項目の評価はAが5件、Bが8件、Cが9件。報告に数字が書かれているのは16項目。')
    await page.context().close()
  })

  it('counts ratings with their share, and draws a box for each item', async () => {
    expect((await cells('ratings.html', 'distribution')).map((row) => row.slice(0, 3))).toEqual([
      ['A ●', '5', '22.7%'],
      ['B ■', '8', '36.4%'],
      ['C ▲', '9', '40.9%'],
    ])
    const { page } = await site.open('ratings.html')
    expect(await page.locator('#distribution .chart-wide svg rect').count()).toBe(22)
    expect(await page.locator('#departments .chart-wide svg rect').count()).toBe(22)
    await page.context().close()
  })

  it('breaks ratings down by lead department', async () => {
    const departments = await cells('ratings.html', 'departments')
    expect(departments).toHaveLength(11)
    expect(departments).toContainEqual(['行政管理課', '2', '1', '3', 'No.2、No.3、No.5、No.6、No.7、No.8'])
    expect(departments).toContainEqual(['財政課', '0', '2', '0', 'No.15、No.20'])
  })

  it('shows for each rating whether numbers stand behind it', async () => {
    expect(await cells('ratings.html', 'support-by-rating')).toEqual([
      ['A ●', '3', '2', '2', '0'],
      ['B ■', '4', '4', '3', '0'],
      ['C ▲', '9', '0', '1', '2'],
    ])
    const support = await cells('ratings.html', 'support')
    expect(support).toHaveLength(22)
    expect(support.filter((row) => row[3] === '0').map((row) => row[0]?.split(' ')[0])).toEqual(['No.5', 'No.7', 'No.11', 'No.12', 'No.13', 'No.14'])
    expect(support).toContainEqual(['No.17 滞納整理の推進', '納税課', 'C ▲', '5', '138,632,000', '0', '2', '4', '1', '1', '欠落7か所'])
  })

  it('sets targets against what came of them', async () => {
    const targets = await cells('ratings.html', 'targets')
    expect(targets).toHaveLength(7)
    expect(targets).toContainEqual([
      'No.17 滞納整理の推進',
      'C ▲',
      '効果額の目標',
      '令和4年度 (2022)',
      '51,000,000円',
      '31,972,000円',
      '−19,028,000円',
      '62.7%',
      '目標未満',
    ])
    expect(targets).toContainEqual(['No.9 適正な定員管理計画の推進', 'C ▲', '職員数の計画', '令和2年度 (2020)', '980人', '986人', '+6人', '100.6%', '計画以上'])
    expect(targets).toContainEqual([
      'No.9 適正な定員管理計画の推進',
      'C ▲',
      '職員数の目標',
      '令和7年度 (2025)',
      '990人',
      'データなし',
      '',
      '',
      'プラン期間より後',
    ])
    expect(targets.find((row) => row[0]?.startsWith('No.19'))?.at(-1)).toBe('比べる実績の数字がない')
  })

  it('lists what is left to do, in the next plan or outside of it', async () => {
    const tasks = await cells('ratings.html', 'next-plan')
    expect(tasks).toHaveLength(22)
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
