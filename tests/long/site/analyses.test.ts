import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analysisNames } from '../../../src/questions/question-files.ts'
import { auditPages, views } from '../../site/audit.ts'
import { openSite, type Site } from '../../site/browser.ts'
import { temporaryFolder, writeFiles } from '../../support/command.ts'
import { readCsv } from '../../support/csv.ts'
import { harumi } from '../../support/editions.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const startTimeout = 110_000

describe('analyses', () => {
  it('say what the change of the last year came from, all of it', async () => {
    const { page } = await site.open('analyses.html', { javaScriptEnabled: false })
    const rows = await page
      .locator('#analysis-change-by-item tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')))
    expect(rows.slice(0, 2)).toEqual([
      ['21', '病院事業の経営健全化', '年度で内容が違う効果', '2022', '4,732,000', '406,172,000', '401,440,000', '71.5'],
      ['19', 'ふるさと納税制度の活用', '寄附の受入', '2022', '568,051,833', '798,597,550', '230,545,717', '41.1'],
    ])
    const sum = (column: number) => rows.reduce((total, row) => total + Number((row[column] ?? '').replaceAll(',', '')), 0)
    expect([sum(4), sum(5), sum(6)]).toEqual([727_184_971, 1_288_499_412, 561_314_441])
    await page.context().close()
  })

  it('say which targets were reached, as the page of ratings counts them', async () => {
    const { page } = await site.open('analyses.html', { javaScriptEnabled: false })
    const results = await page.locator('#analysis-targets-reached tbody th').allTextContents()
    expect(results.filter((result) => result === '達成')).toHaveLength(1)
    expect(results.filter((result) => result === '未達').length).toBeGreaterThanOrEqual(4)
    expect(await page.locator('#analysis-restated-values').innerText()).toContain('このプランの文書には、当てはまる行がない。')
    await page.context().close()
  })

  it.each(analysisNames)(
    'give in the page of SQL what they show: %s',
    async (name) => {
      const { page, problems } = await site.open('analyses.html')
      const link = page.locator(`#analysis-${name} a`, { hasText: 'このSQLを開いて実行する' })
      const shown = await page.locator(`#analysis-${name} tbody tr`).count()
      const sql = await page.locator(`#analysis-${name} pre`).textContent()
      await link.click()
      await page.waitForURL(/sql\.html#q=/)
      await page.locator('.cm-content', { hasText: 'SELECT' }).waitFor()
      expect((sql ?? '').length).toBeGreaterThan(200)
      await page.locator('[data-do=run]').click()
      await page.locator('.sql-result h2').waitFor({ timeout: startTimeout })
      if (shown === 0) expect(await page.locator('.sql-result h2').innerText()).toBe('条件に合う行はない')
      else {
        const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=csv]').click()])
        const ran = readCsv((await readFile(await download.path(), 'utf8')).slice(1))
        const file = readCsv((await readFile(join(site.folder, 'answers', `042153-${name}.csv`), 'utf8')).slice(1))
        expect(file.map((record) => record.slice(2))).toEqual(ran)
        expect(ran).toHaveLength(shown + 1)
      }
      expect(problems).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  it('can be read by everyone, on desk and phone, light and dark', async () => {
    expect(await auditPages(site, ['analyses.html'], views)).toEqual([])
  })

  it('are led to from the page of data', async () => {
    const { page } = await site.open('data.html')
    await page.locator('.snippets a', { hasText: '分析の例' }).click()
    await page.waitForURL(/analyses\.html$/)
    expect(await page.locator('h1').innerText()).toContain('分析の例')
    await page.context().close()
  })
})

describe('analyses of editions', () => {
  const temporary = temporaryFolder()
  let editions: Site
  beforeAll(async () => {
    writeFiles(temporary.path, harumi)
    editions = await openSite(...['r5.txt', 'r6.txt', 'r7.txt'].map((file) => join(temporary.path, file)))
  })
  afterAll(async () => {
    await editions?.close()
    temporary.remove()
  })

  it('say what a later edition restated', async () => {
    const { page } = await editions.open('analyses.html', { javaScriptEnabled: false })
    const rows = await page
      .locator('#analysis-restated-values tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')))
    expect(rows).toContainEqual(['1', '2023', '効果額', '広告料', '1,234,000', '1,324,000', '90,000', '円', '7.3', 'r5', 'r6'])
    await page.context().close()
  })
})
