import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('overview', () => {
  it('says what the plan came to, in figures that the document states', async () => {
    const { page } = await site.open('index.html')
    expect(await page.title()).toBe('概要 | 大崎市 第5次集中改革プラン')
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    const lead = await page.locator('.lead').innerText()
    // No.17, 18, 20 and 22: 164,693,474, 154,401,138 and 83,729,862 yen
    expect(
      lead.indexOf(
        '同じ内容で比べられる効果 (4項目) は令和2年度1.65億円、令和3年度1.54億円、令和4年度0.84億円。令和4年度は前年度より45.8%減で、4項目すべてが減った。',
      ),
    ).toBe(0)
    expect(lead).toContain('ただし、一過性か恒常かは文書に記載なし。')
    expect(lead).toContain('効果額は令和2–4年度の合計で27.2億円。内訳は寄附の受入が17.9億円、年度で内容が違う効果 (No.21) が5.2億円、同じ内容の効果が4.0億円。')
    expect(lead).toContain('22項目の評価はAが5件、Bが8件、Cが9件、Dが0件。')
    const figures = await page.locator('.tile-figure').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).innerText.replace(/\s/g, '')))
    expect(figures).toEqual(['0.84億円', 'A5B8C9D0', '977人', '3/22項目', '786万円', '2か所'])
    await page.context().close()
  })

  it('says of how many items a numeric target can be held against a result, and what came of them', async () => {
    const { page } = await site.open('index.html')
    const tile = page.locator('.tile', { hasText: '目標と比べられる項目' })
    expect(await tile.locator('.tile-detail').allInnerTexts()).toEqual(['達成は1件、未達は4件 (項目・年度)', '職員数が計画より多いのは1件'])
    expect(await tile.locator('.tile-name a').getAttribute('href')).toContain('ratings.html#targets')
    const ratings = page.locator('.tile', { hasText: '評価 (項目の数)' })
    expect(await ratings.locator('.tile-detail').last().innerText()).toBe('A・B・C・Dの意味は文書に記載なし')
    await page.context().close()
  })

  it('states a change of what can be compared alone, in words and without triangles', async () => {
    const { page } = await site.open('index.html')
    const tile = page.locator('.tile', { hasText: '同じ内容の効果' })
    const words = (await tile.allInnerTexts()).map((text) => text.replace(/\s/g, ''))
    expect(words).toEqual(['同じ内容の効果(令和4年度)0.84億円前年度より45.8%減年度で内容が違う効果4.06億円寄附の受入7.99億円合計12.9億円'])
    expect(await page.locator('#effects-title').innerText()).toBe('同じ内容で比べられる効果は令和4年度に0.84億円、前年度より45.8%減')
    const tiles = await page.locator('.tile-detail:not(:has(.tile-shapes))').allInnerTexts()
    expect(tiles.filter((words) => /[▲▼△▽]|前年度比/.test(words))).toEqual([])
    expect(await page.locator('#moved, #effects').evaluateAll((cards) => cards.map(({ textContent }) => textContent).join(' '))).not.toMatch(/[▲▼△▽]|8,483/)
    await page.context().close()
  })

  it('shows above and below in a neutral pair, and red for a contradiction alone', async () => {
    const { page } = await site.open('index.html')
    const colour = (name: string) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(), name)
    expect([await colour('--below'), await colour('--above'), await colour('--wrong')]).toEqual(['#c74700', '#0017c1', '#ce0000'])
    expect(await page.locator('.tile', { hasText: '一致しない' }).locator('.wrong').count()).toBe(1)
    expect(await page.locator('.wrong:visible').count()).toBe(1)
    await page.context().close()
  })

  it.each(['#%', '#%E3%81', '#%zz'])('keeps what scripts add where the address ends with %s', async (end) => {
    const { page, problems } = await site.open(`index.html${end}`)
    expect(await page.getByRole('button', { name: 'PNG', exact: true }).count()).toBeGreaterThan(0)
    await page.locator('[data-action=search]').click()
    await page.locator('dialog.search').waitFor()
    await page.evaluate(() => location.assign('#%C3'))
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('uses the computed total of No.21 and says that the printed one is wrong', async () => {
    const { page } = await site.open('index.html')
    const note = await page.locator('#effects .attention').innerText()
    expect(note).toContain('626,073,000円')
    expect(note).toContain('520,904,000円')
    await page.context().close()
  })

  it('holds every effect of the warehouse in the table behind the chart', async () => {
    const { page } = await site.open('index.html')
    await page.locator('#effects-table summary').click()
    const cells = await page
      .locator('#effects tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)))
    expect(cells).toHaveLength(18)
    expect(cells).toContainEqual(['No.19 ふるさと納税制度の活用', '令和4年度 (2022)', '寄附の受入', '798,597,550', '+230,545,717', '+40.6%'])
    expect(cells).toContainEqual([
      'No.21 病院事業の経営健全化',
      '令和4年度 (2022)',
      '年度で内容が違う効果',
      '406,172,000',
      '+401,440,000',
      '比較しない (効果の内容が年度で違う)',
    ])
    await page.context().close()
  })

  it('says whose effect changed most: of what can be compared first, what varies last', async () => {
    const { page } = await site.open('index.html')
    // 7,859,966 − 49,443,860
    expect(await page.locator('#moved-title').innerText()).toBe('同じ内容の効果で増減が最も大きいのは使用料等の収入確保の0.42億円減')
    const rows = await page.locator('#moved tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())))
    expect(rows.map(([item]) => item?.slice(0, 5))).toEqual(['No.18', 'No.20', 'No.17', 'No.22', 'No.19', 'No.21'])
    expect(rows.at(-1)?.at(-1)).toBe('比較しない (効果の内容が年度で違う)')
    expect(await page.locator('#moved .chart-wide svg').getAttribute('aria-label')).not.toContain('No.21')
    await page.context().close()
  })

  it('rates by department, a shape an item', async () => {
    const { page } = await site.open('index.html')
    expect(await page.locator('#departments .chart-wide svg rect').count()).toBe(22)
    await page.context().close()
  })

  it('names both calendars, the parts and the source of the effects', async () => {
    const { page } = await site.open('index.html')
    expect(await page.locator('#effects .scope').textContent()).toContain(
      '令和2–4年度 (2020–2022)、表の金額は円。棒の下から同じ内容の効果、年度で内容が違う効果、寄附の受入。',
    )
    expect(await page.locator('#effects .source').textContent()).toContain('No.21 原文508–510行')
    expect(await page.locator('.edition').textContent()).toBe('要約版')
    await page.context().close()
  })

  it('shows the same charts and tables without JavaScript', async () => {
    const { page } = await site.open('index.html', { javaScriptEnabled: false })
    expect(await page.locator('.chart-wide svg').count()).toBe(5)
    expect(await page.locator('.card table').count()).toBe(6)
    await page.context().close()
  })
})
