import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openReadOnly, runNative } from '../../src/questions/native.ts'
import { readQuestions } from '../../src/questions/question-files.ts'
import { chosenSql } from '../../src/questions/questions.ts'
import { type Result, resultCsv } from '../../src/questions/values.ts'
import { axeViolations, openSite, type Site } from './browser.ts'

let site: Site
let native: DuckDBConnection
let page: Page
let problems: string[]
beforeAll(async () => {
  site = await openSite()
  native = await (await openReadOnly(join(inject('site').warehouse, 'reform.duckdb'))).connect()
  ;({ page, problems } = await site.open('sql.html'))
})
afterAll(() => site?.close())

/** A start of DuckDB takes its time on a busy machine. */
const startTimeout = 110_000

/** Waits until the query at hand has its result or its error. */
async function settle(of = page): Promise<void> {
  await of.waitForFunction(() => document.querySelector('#sql')?.getAttribute('aria-busy') === 'false', undefined, { timeout: startTimeout })
}

async function ask(sql: string, of = page): Promise<void> {
  await of.locator('.cm-content').fill(sql)
  await of.locator('[data-do=run]').click()
  await settle(of)
}

/** The result as the page hands it out, without its byte order mark. */
async function csv(of = page): Promise<string> {
  const [download] = await Promise.all([of.waitForEvent('download'), of.locator('[data-do=csv]').click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(text[0]).toBe('\ufeff')
  return text.slice(1)
}

function nativeRows(sql: string): Promise<Result> {
  return runNative(native, sql)
}

const everyType = `SELECT 9007199254740993::BIGINT AS big, sum(amount_yen) AS huge, 1.50 AS exact, -0.05::DECIMAL(5, 2) AS small, 0.1::DOUBLE AS float,
  DATE '2022-04-01' AS day, TIMESTAMP '2022-04-01 10:30:00.25' AS moment, NULL AS nothing, '' AS empty, true AS yes,
  ['財政課', NULL, 'a"b'] AS names, {'a': 1, 'b': [DATE '1999-12-31']} AS pair FROM effects`

describe('sql', () => {
  it.each([
    ['1 MB of letters', 'a'.repeat(1_000_000)],
    ['1 MB of brackets', '('.repeat(1_000_000)],
    ['words over many lines', 'SELECT 1 --%0A'.repeat(50_000)],
  ])('does not read a query from the address that is too long: %s', async (_, sql) => {
    const opened = await site.open(`sql.html#q=${sql}`)
    expect(await opened.page.locator('#sql-error').innerText()).toBe('リンクの問い合わせは長すぎるので読まなかった (20,000字まで)。')
    expect(await opened.page.locator('.cm-content').innerText()).toContain('SELECT')
    expect(await opened.page.locator('.cm-content').innerText()).not.toContain('SELECT 1 --')
    expect(opened.problems).toEqual([])
    await opened.page.evaluate(() => location.replace('#q=SELECT 42'))
    await opened.page.locator('.cm-content', { hasText: /^SELECT 42$/ }).waitFor()
    expect(await opened.page.locator('#sql-error').isVisible()).toBe(false)
    await opened.page.context().close()
  })

  it('starts DuckDB only when a query is run, with nothing from outside', async () => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /duckdb|reform/.test(name)))
    expect(await loaded()).toBe(false)
    await page.locator('.cm-content').fill('SELECT item_no, title FROM items WHERE item_no > 20')
    await page.locator('.cm-content').press('Control+Enter')
    await settle()
    expect(await page.locator('.sql-scroll tbody tr').allInnerTexts()).toEqual(['21\t病院事業の経営健全化', '22\t水道事業の経営健全化'])
    expect(await loaded()).toBe(true)
    expect(problems).toEqual([])
  }, 120_000)

  it('gives a typed query the rows of native DuckDB, every type exact', async () => {
    await ask(everyType)
    expect(await csv()).toBe(resultCsv(await nativeRows(everyType)))
    expect(await csv()).toContain('9007199254740993,')
  })

  it.each(readQuestions().map((question) => [question.title, question] as const))('answers %s as native DuckDB does', async (title, question) => {
    await page.getByRole('button', { name: title, exact: true }).click()
    await settle()
    const all = await nativeRows(chosenSql(question, { plan: 'osaki-plan5' }))
    expect(all.rows.length).toBeGreaterThan(1)
    expect(await csv()).toBe(resultCsv(all))
  })

  it('narrows a ready question to what is chosen, in SQL that can be read', async () => {
    await page.getByRole('button', { name: '債権別の収納' }).click()
    await page.locator('.sql-choices [name=year]').selectOption('2021')
    await settle()
    expect(await page.locator('.cm-content').innerText()).toContain('AND fiscal_year = 2021')
    expect(await csv()).toContain('\r\n18,2021,市営住宅使用料,建築住宅課,39650750,80.2,383\r\n')
    await page.locator('.sql-choices [name=department]').selectOption('納税課')
    await settle()
    expect(await page.locator('.sql-result h2').innerText()).toBe('条件に合う行はない')
  })

  it('knows the comments of the tables, and reads their words beside a number', async () => {
    await ask("SELECT comment FROM duckdb_tables() WHERE table_name = 'effects'")
    expect(await page.locator('.sql-scroll tbody').innerText()).toContain('plan_id, item_no → items')
    await ask('SELECT words FROM marts.figure_words WHERE value = 39650750')
    expect(await page.locator('.sql-scroll tbody').innerText()).toContain('39,650,750円')
  })

  it('sums the facts as native DuckDB does', async () => {
    const sql = `SELECT measure_ja, fiscal_year, sum(value) AS value FROM facts
      WHERE additive AND NOT is_total AND NOT is_part AND NOT is_repeat AND basis = 'actual' GROUP BY ALL ORDER BY ALL`
    await ask(sql)
    expect(await csv()).toBe(resultCsv(await nativeRows(sql)))
    expect(await csv()).toContain('効果額,2020,702487920')
  })

  it('tells an error in a sentence with its place, and marks it', async () => {
    await ask("SELECT 'あ',\n  amout_yen FROM effects")
    expect(await page.locator('#sql-error').innerText()).toMatch(/^2行3桁: 「amout_yen」という列はない。近い名前: amount_yen/)
    expect(await page.locator('.sql-mark').innerText()).toBe('amout_yen')
    await page.locator('.cm-content').press('ArrowRight')
    await page.locator('.cm-content').pressSequentially(' ')
    expect(await page.locator('.sql-mark').count()).toBe(0)
  })

  it.each([
    ["SELECT * FROM read_csv('https://example.com/a.csv')", '外部のファイルや拡張を読まない'],
    ['LOAD json', '外部のファイルや拡張を読まない'],
    ['SET enable_external_access = true', '設定は変えられない'],
    ['DELETE FROM items', '読み取りだけ'],
  ])('refuses %s', async (sql, reason) => {
    await ask(sql)
    expect(await page.locator('#sql-error').innerText()).toContain(reason)
    expect(problems).toEqual([])
  })

  it('shows 100,000 rows with only those in sight on the page', async () => {
    await ask("SELECT n, '行' || n AS name FROM range(100000) AS t(n)")
    expect(await page.locator('.sql-result h2').innerText()).toBe('結果 100,000行')
    await page.locator('.sql-scroll').evaluate((scroll) => scroll.scrollTo(0, scroll.scrollHeight))
    await page.locator('tr[aria-rowindex="100001"]').waitFor()
    expect(await page.locator('tr[aria-rowindex="100001"]').innerText()).toBe('99,999\t行99999')
    expect(await page.locator('.sql-scroll tbody tr').count()).toBeLessThan(100)
    expect(await page.locator('.sql-scroll table').getAttribute('aria-rowcount')).toBe('100001')
  })

  it('cuts a result without end, and says so', async () => {
    await ask('SELECT * FROM range(10000000000)')
    expect(await page.locator('.sql-result .scope').innerText()).toContain('初めの200,000行で止めた')
  })

  it('draws a chart of the result in one click', async () => {
    await page.getByRole('button', { name: '効果額の増減率' }).click()
    await settle()
    await page.locator('[data-do=chart]').click()
    await page.locator('#sql-chart svg').waitFor()
    expect(await page.locator('#sql-chart svg').textContent()).toContain('ふるさと納税制度の活用 7.99億円')
    expect(await page.locator('#sql-chart svg circle').count()).toBe(18)
    await page.locator('[data-do=chart]').click()
  })

  it('hands out the result as an Excel file, numbers as numbers, the query beside them', async () => {
    await ask("SELECT amount_yen, '<財政課>' AS name FROM effects WHERE amount_yen = 568051833")
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=excel]').click()])
    const files = unzipSync(await readFile(await download.path()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    expect(text('xl/workbook.xml')).toMatch(/name="結果"[\s\S]*name="SQL"/)
    expect(text('xl/worksheets/sheet1.xml')).toContain('<v>568051833</v>')
    expect(text('xl/sharedStrings.xml')).toContain('&lt;財政課&gt;')
    expect(text('xl/sharedStrings.xml')).toContain('FROM effects WHERE amount_yen = 568051833')
    expect(problems).toEqual([])
  })

  it('completes columns by their Japanese titles, and joins by their key', async () => {
    const offered = async (text: string, option: string) => {
      await page.locator('.cm-content').fill('')
      await page.locator('.cm-content').pressSequentially(text)
      await page.locator('.cm-tooltip-autocomplete li', { hasText: option }).first().waitFor()
    }
    await offered('SELECT * FROM effects JOIN it', 'items USING (plan_id, item_no)取組による効果とのキー')
    await offered('SELECT * FROM effects WHERE 効果額', 'amount_yen効果額 (円) effects')
    // the editor lets no key choose from a list that appeared within the last 75 ms
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    expect(await page.locator('.cm-content').innerText()).toBe('SELECT * FROM effects WHERE amount_yen')
  })

  it('has the query in its address, and runs it in another browser only when asked', async () => {
    await ask("SELECT '令和' AS 元号 -- 100%&#")
    const { page: other } = await site.open(`sql.html${new URL(page.url()).hash}`)
    expect(await other.locator('.cm-content').innerText()).toBe("SELECT '令和' AS 元号 -- 100%&#")
    expect(await other.locator('.sql-result').isVisible()).toBe(false)
    expect(await other.locator('.sql-history button[data-past]').count()).toBe(0)
    await other.context().close()
  })

  it('keeps a history on the machine, to be taken up again or forgotten', async () => {
    await page.locator('.sql-history summary').click()
    expect(await page.locator('.sql-history [data-past]').first().innerText()).toBe("SELECT '令和' AS 元号 -- 100%&#")
    await page.locator('.sql-history [data-past]').nth(1).click()
    expect(await page.locator('.cm-content').innerText()).toContain('<財政課>')
    await page.locator('[data-do=forget]').click()
    expect(await page.locator('.sql-history li').innerText()).toBe('まだない')
    expect(await page.evaluate(() => localStorage.getItem('sql-history'))).toBeNull()
  })

  it('has no accessibility violation with a result, a chart, an error and all lists open, on desk and phone', async () => {
    await ask('SELECT item_no, title FROM items')
    await page.locator('.sql-known > summary').click()
    await page.locator('.sql-known-table summary').first().click()
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await ask('SELECT nothing FROM items')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axeViolations(page)).toEqual([])
    expect(problems).toEqual([])
  })

  it('stops a query that would never end; the page answers meanwhile, and the next query after it', async () => {
    await page.locator('.cm-content').fill('SELECT count(*) FROM figures a, figures b, figures c, figures d')
    await page.locator('[data-do=run]').click()
    await page.getByText('実行している…').waitFor()
    await page.locator('.sql-known > summary').click()
    expect(await page.locator('.sql-known').getAttribute('open')).toBeNull()
    await page.locator('[data-do=stop]').click()
    await settle()
    expect(await page.locator('.sql-status').innerText()).toMatch(/^止めた/)
    await ask('SELECT 6 * 7 AS answer')
    expect(await page.locator('.sql-scroll tbody').innerText()).toBe('42')
  }, 120_000)

  it('answers the ready questions as plain tables where no script runs', async () => {
    const { page: plain } = await site.open('sql.html', { javaScriptEnabled: false })
    expect(await plain.locator('#sql-answers').innerText()).toContain('ここではSQLを実行できない。')
    expect(await plain.locator('#sql-answers h2').allTextContents()).toEqual(readQuestions().map(({ title }) => title))
    const cells = await plain.locator('#answer-effect-changes tbody tr').last().locator('th, td').allTextContents()
    expect(cells.slice(0, 3)).toEqual(['22', '水道事業の経営健全化', '2022'])
    await plain.context().close()
  })

  it('answers them so too where there is no WebAssembly', async () => {
    const context = await site.browser.newContext()
    await context.addInitScript('delete globalThis.WebAssembly')
    const without = await context.newPage()
    await without.goto(`${site.address}sql.html`)
    await without.locator('#answer-collections-by-claim summary').click()
    expect(await without.locator('#answer-collections-by-claim table').textContent()).toContain('39,650,750')
    expect(await without.locator('.cm-content').count()).toBe(0)
    await context.close()
  })
})
