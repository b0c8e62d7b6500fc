import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Opened, openSite, type Site } from './browser.ts'
import { expectOpenExplorer, openExplorer } from './open-parts.ts'

let site: Site
/** the tab in which one question after another is asked */
let opened: Opened
beforeAll(async () => {
  site = await openSite()
  opened = await openExplorer(site, '')
})
afterAll(() => site?.close())

/** Opens the explorer of the built-in plan on a question. */
async function explore(question = ''): Promise<Opened> {
  await site.turnTo(opened, `explore.html${question}`)
  await opened.page.locator('.explore-table table').waitFor()
  return opened
}

/** The result table, a list of words a line. */
function lines(page: Page): Promise<string[][]> {
  return page.locator('.explore-table tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)))
}

const claims = '?table=collections&rows=claim&columns=fiscal_year&measure=amount_yen'

describe('explore', () => {
  it('opens with the effects of each item by year', async () => {
    const { page, problems } = await explore()
    expect(await page.locator('#explore-finding').innerText()).toBe(
      '効果額の合計は27.2億円 (うち寄附の受入額17.9億円)、最も大きいのはNo.19 ふるさと納税制度の活用の17.9億円',
    )
    expect(await lines(page)).toContainEqual(['No.19 ふるさと納税制度の活用', '427,794,446', '568,051,833', '798,597,550', '1,794,443,829'])
    expect(await page.locator('.explore-notes').innerText()).toContain('寄附の受入額で、節減や増収ではない')
    expect(problems).toEqual([])
  })

  it('writes the amounts of a chart in one unit, whatever their size', async () => {
    const { page } = await explore()
    const units = async () => {
      const labels = await page.locator('.explore-chart svg text').allTextContents()
      return [...new Set(labels.flatMap((label) => /[\d.]([億万]?円)$/.exec(label)?.[1] ?? []))]
    }
    expect(await units()).toEqual(['億円'])
    await page.locator('[name=chart]').selectOption('line')
    expect(await units()).toEqual(['億円'])
  })

  it('leaves parts out of sums: the part of 105,169千円 of No.21 is counted once', async () => {
    const { page } = await explore('?table=effects&rows=item_no&columns=&measure=amount_yen')
    expect(await lines(page)).toContainEqual(['No.21 病院事業の経営健全化', '520,904,000'])
    await page.locator('[name=parts]').selectOption('parts')
    expect(await lines(page)).toContainEqual(['No.21 病院事業の経営健全化', '105,169,000'])
  })

  it.each(['constructor', '__proto__', 'toString'])('takes a department of the address for a name only: %s', async (name) => {
    const { page, problems } = await explore(`?table=effects&rows=item_no&only.lead_department=${name}`)
    expect(await page.locator('.scope').innerText()).toContain(`0行、全体の行 (内訳を除く)、記入担当課が${name}。`)
    await page.locator('[data-filter=lead_department] summary').click()
    expect(await page.locator(`[name="only.lead_department"][value="${name}"]`).count()).toBe(0)
    expect(problems).toEqual([])
  })

  it('counts leases of regions apart from their total', async () => {
    const question = '?table=assets&rows=region&columns=kind&measure=contracts'
    const { page } = await explore(`${question}&only.fiscal_year=2020`)
    expect((await lines(page)).at(-1)).toEqual(['(記載なし)', '2', '176', '178'])
    await page.locator('[name=parts]').selectOption('parts')
    expect((await lines(page)).at(-1)).toEqual(['全体', '2', '176', '178'])
    expect(await lines(page)).toContainEqual(['鳴子温泉地域', '1', '59', '60'])
  })

  it('adds up no leases over years, and takes what regions come to for a total that is not stated', async () => {
    const { page } = await explore('?table=assets&rows=kind&columns=fiscal_year&measure=contracts')
    const apart = '年度をまたいで合計しない'
    expect((await lines(page)).slice(1)).toEqual([
      ['売却', '2', '3', '1', '6'],
      ['貸付', '176', '175', '182', apart],
      ['全体', '178', '178', '183', apart],
    ])
    expect(await page.locator('#explore-finding').innerText()).toBe('件数の合計は令和4年度 (2022)に183件')
    await page.locator('tr', { hasText: '貸付' }).getByRole('button', { name: apart }).click()
    expect(await page.locator('#explore-receipt .receipt-result').innerText()).toContain(apart)
    expect(await page.locator('#explore-receipt a.read').allInnerTexts()).toEqual(['176件', '175件', '182件'])
  })

  it('names the items to choose from', async () => {
    const { page } = await explore()
    await page.locator('[data-filter=item_no] summary').click()
    expect(await page.locator('[data-filter=item_no] label', { hasText: 'ふるさと納税' }).innerText()).toContain('No.19 ふるさと納税制度の活用 3行')
  })

  it('opens a table of values on these, also where each has its own unit', async () => {
    const { page } = await explore()
    await page.locator('[name=table]').selectOption('targets')
    await page.locator('.explore-table td', { hasText: '51,000,000' }).first().waitFor()
    expect(await page.locator('[name=measure]').inputValue()).toBe('value')
    expect(await lines(page)).toContainEqual(['No.17 滞納整理の推進', 'データなし', '51,000,000', '51,000,000', 'データなし'])
  })

  it('takes spellings of one name for one', async () => {
    const { page } = await explore('?table=trainings&rows=course&columns=fiscal_year&measure=participants&only.course=DX%20%E7%A0%94%E4%BF%AE')
    expect((await lines(page)).slice(1)).toEqual([['DX研修', '67', '58', '125']])
    await page.locator('[data-filter=course] summary').click()
    const checked = page.locator('[data-filter=course] input:checked')
    await checked.first().waitFor()
    expect(await checked.count()).toBe(1)
    expect(await page.locator('[name=rows] option').allInnerTexts()).not.toContain('研修の統一表記')
  })

  const effects = '?table=effects&rows=item_no&columns=fiscal_year&measure=amount_yen'
  const gifts = 'No.19 ふるさと納税制度の活用'

  it('shows differences, rates, shares and sums so far, each with what it was computed from', async () => {
    const { page } = await explore(`${effects}&view=growth`)
    expect(await lines(page)).toContainEqual([gifts, 'データなし', '32.8%増', '40.6%増'])
    const unlike = '比較しない (内容が年度で違う)'
    expect(await lines(page)).toContainEqual(['No.21 病院事業の経営健全化', 'データなし', unlike, unlike])
    await page.getByRole('button', { name: '40.6%増' }).click()
    const numbers = page.locator('#explore-receipt .receipt-number')
    expect((await numbers.allInnerTexts()).slice(0, 2)).toEqual(['798,597,550円', '568,051,833円'])
    await page.keyboard.press('Escape')
    await page.locator('[name=view]').selectOption('change')
    expect(await lines(page)).toContainEqual([gifts, 'データなし', '140,257,387', '230,545,717'])
    await page.locator('[name=view]').selectOption('cumulative')
    expect(await lines(page)).toContainEqual([gifts, '427,794,446', '995,846,279', '1,794,443,829'])
    await page.locator('[name=view]').selectOption('share')
    expect((await lines(page)).at(-1)).toEqual(['全体', '100.0', '100.0', '100.0', '100.0'])
    expect((await lines(page)).find(([name]) => name === gifts)?.at(-1)).toBe('66.0')
    await page.waitForURL(/view=share/)
  })

  it('compares values with their targets, where one is stated for all of an item in a year', async () => {
    const { page } = await explore(`${effects}&view=target`)
    expect(await lines(page)).toContainEqual(['No.17 滞納整理の推進', 'データなし', '75.2', '62.7'])
    await page.getByRole('button', { name: '62.7' }).click()
    expect((await page.locator('#explore-receipt .receipt-number').allInnerTexts()).slice(0, 2)).toEqual(['31,972,000円', '51,000,000円'])
    await page.goto(`${site.address}explore.html?table=staffing&rows=as_of&measure=actual&view=target`)
    await page.locator('.explore-table table').waitFor()
    expect(await lines(page)).toContainEqual(['2022年4月1日', '99.3'])
  })

  it('leaves donations out where it is asked to, and writes money in the unit chosen', async () => {
    const { page } = await explore(`${effects}&donations=without`)
    expect(await page.locator('#explore-finding').innerText()).toMatch(/^効果額の合計は9\.2億円、/)
    expect(await page.locator('.explore-table').innerText()).not.toContain('ふるさと納税')
    await page.locator('[name=donations]').selectOption('only')
    await page.locator('[name=money]').selectOption('thousand')
    expect(await lines(page)).toEqual([
      ['項目', '令和2年度 (2020) (千円)', '令和3年度 (2021) (千円)', '令和4年度 (2022) (千円)', '全体 (千円)'],
      [gifts, '427,794', '568,052', '798,598', '1,794,444'],
    ])
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=csv]').click()])
    expect(await readFile(await download.path(), 'utf8')).toContain(`'042153,大崎市,${gifts},427794,568052,798598,1794444`)
    expect(new URL(page.url()).search).toContain('donations=only&money=thousand')
  })

  it.each(['constructor', '__proto__', ''])('takes what an address says amiss of a view, of donations and of a unit for nothing: %j', async (name) => {
    const { page, problems } = await explore(`${effects}&view=${name}&donations=${name}&money=${name}&aggregate=${name}`)
    expect(await lines(page)).toContainEqual([gifts, '427,794,446', '568,051,833', '798,597,550', '1,794,443,829'])
    expect(problems).toEqual([])
  })

  it('leads from a single number to its words', async () => {
    const { page } = await explore(claims)
    await page.getByRole('link', { name: '39,650,750' }).first().click()
    await page.waitForURL(/source\.html#n\d+$/)
    expect(await page.locator(':target').innerText()).toBe('39,650,750円')
  })

  it('opens what a computed number was computed from, by keyboard', async () => {
    const { page } = await explore(claims)
    await page.getByRole('button', { name: '65,663,935' }).focus()
    await page.keyboard.press('Enter')
    const receipt = page.locator('#explore-receipt')
    await receipt.waitFor()
    const numbers = await receipt.locator('.receipt-number').allInnerTexts()
    expect(numbers).toEqual(['24,794,285円', '39,650,750円', '1,218,900円', '65,663,935円'])
    expect(await receipt.locator('a.read').count()).toBe(3)
    await page.keyboard.press('Escape')
    await receipt.waitFor({ state: 'hidden' })
  })

  it('keeps the question in the address, so that another browser shows the same', async () => {
    const { page } = await explore()
    await page.locator('[name=table]').selectOption('surveys')
    await page.locator('[name=measure]').selectOption('score')
    await page.locator('[name=rows]').selectOption('fiscal_year')
    await page.locator('[name=aggregate]').selectOption('mean')
    await page.locator('[name=chart]').selectOption('line')
    await page.locator('[name=search]').fill('令和')
    await page.waitForURL(/[?&]search=/)
    const [address, shown] = [new URL(page.url()).search, await lines(page)]
    expect(shown).toEqual([
      ['年度', '総合点の平均 (点)'],
      ['令和2年度 (2020)', '64'],
      ['令和3年度 (2021)', '65'],
      ['令和4年度 (2022)', '63'],
      ['全体', '64.0'],
    ])
    const { page: other } = await openExplorer(site, address)
    expect(await lines(other)).toEqual(shown)
    expect(await other.locator('[name=search]').inputValue()).toBe('令和')
    expect(await other.locator('.explore-chart svg').count()).toBe(1)
    await other.context().close()
  })

  it('filters by keyboard, and tells how many rows each choice of the other filters would give', async () => {
    const { page } = await explore(claims)
    await page.locator('[data-filter=fiscal_year] summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-filter=fiscal_year] input').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.waitForURL(/only\.fiscal_year=2020/)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('2020')
    expect((await lines(page)).at(-1)).toEqual(['全体', '28,314,453'])
    await page.locator('[data-filter=claim] summary').click()
    expect(await page.locator('[data-filter=claim] label', { hasText: '公立保育所給食費' }).innerText()).toContain('0行')
    await page.locator('[data-do=clear]').click()
    expect((await lines(page)).at(-1)).toEqual(['全体', '28,314,453', '49,443,860', '7,859,966', '85,618,279'])
  })

  it('never adds head counts of different days, nor numbers of different units', async () => {
    const { page } = await explore('?table=staffing&rows=as_of&measure=actual')
    expect(await page.locator('[name=aggregate] option').allInnerTexts()).toEqual(['値のまま', '平均', '最小', '最大'])
    expect(await lines(page)).toEqual([
      ['基準日', '実績 (人)'],
      ['2020年4月1日', '986'],
      ['2021年4月1日', '980'],
      ['2022年4月1日', '977'],
    ])
    expect(await page.locator('#explore-finding').innerText()).toBe('実績は2022年4月1日に977人、最も多いのは2020年4月1日の986人')
    await page.goto(`${site.address}explore.html?table=targets&rows=item_no&measure=value&aggregate=greatest`)
    await page.locator('.explore-table table').waitFor()
    expect((await lines(page)).at(-1)).toEqual(['全体', '単位が混在'])
    expect(await page.locator('.explore-note').innerText()).toContain('単位が混在するので図にしない')
  })

  it('says so where nothing is left, and mends an address of another plan', async () => {
    const { page, problems } = await explore('?table=nothing&rows=nothing&search=%E5%AD%98%E5%9C%A8%E3%81%97%E3%81%AA%E3%81%84')
    expect(await page.locator('#explore-finding').innerText()).toBe('取組による効果: 条件に合う行はない')
    expect(problems).toEqual([])
  })

  it('counts no rows as 0, since that is known', async () => {
    const { page } = await explore('?table=items&rows=lead_department&columns=rating')
    expect(await lines(page)).toContainEqual(['行政管理課', '2', '1', '3', '6'])
    expect(await lines(page)).toContainEqual(['総務課', '0', '1', '0', '1'])
  })

  it('links every row behind an answer to its words', async () => {
    const { page } = await explore('?table=reviews&rows=kind')
    await page.locator('.explore-rows summary').click()
    await page.locator('.explore-rows table').waitFor()
    expect(await page.locator('.explore-rows tbody tr').count()).toBe(118)
    expect(await page.locator('.explore-rows tbody th a.read').count()).toBe(118)
  })

  it('gives exactly what it shows as CSV with a byte order mark', async () => {
    const { page } = await explore('?table=staffing&rows=as_of&measure=actual')
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=csv]').click()])
    expect(await readFile(await download.path(), 'utf8')).toBe(
      "\ufeff団体コード,市区町村,基準日,実績 (人)\r\n'042153,大崎市,2020年4月1日,986\r\n'042153,大崎市,2021年4月1日,980\r\n'042153,大崎市,2022年4月1日,977\r\n",
    )
    expect(download.suggestedFilename()).toBe('042153-staffing.csv')
  })

  it('saves the chart as SVG and PNG without a word on the console', async () => {
    const { page, problems } = await explore()
    const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=svg]').click()])
    const text = await readFile(await svg.path(), 'utf8')
    expect(text).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(text).not.toContain('var(--')
    const [png] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=png]').click()])
    expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG')
    expect(problems).toEqual([])
  })

  it('answers under a policy that compiles no text', async () => {
    const html = await readFile(join(site.folder, 'explore.html'), 'utf8')
    const scripts = /script-src ([^;]*);/.exec(html)?.[1] ?? ''
    expect(scripts).toContain("'self'")
    expect(scripts).not.toContain("'unsafe-eval'")
    expect(scripts).not.toContain("'unsafe-inline'")
  })

  it('says in words that it needs a script, and where to look without', async () => {
    const { page } = await site.open('explore.html', { javaScriptEnabled: false })
    expect(await page.locator('#explore').innerText()).toContain('このページだけは、集計のためにJavaScriptを使う')
    expect(await page.locator('#explore a').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  it('has no accessibility violation with everything open', async () => {
    await expectOpenExplorer(site, claims, { width: 1280, colorScheme: 'light' })
  })
})
