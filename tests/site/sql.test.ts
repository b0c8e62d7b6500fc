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
    await page.locator('.sql-chart svg').waitFor()
    expect(await page.locator('.sql-chart svg').textContent()).toContain('ふるさと納税制度の活用 7.99億円')
    expect(await page.locator('.sql-chart svg circle').count()).toBe(18)
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
    expect(await other.locator('.sql-result').count()).toBe(0)
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
    await page.locator('.sql-known-table summary').first().click()
    await page.locator('[data-summarize=plan_id]').first().click()
    await page.locator('.sql-spread').first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await ask('SELECT nothing FROM items')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(problems).toEqual([])
  })

  it('gives each statement its result, and an error its place in the whole text', async () => {
    await ask("CREATE OR REPLACE TEMP TABLE kept AS SELECT 1 AS n;\nSELECT n, ';' AS b FROM kept; -- 文;\nSELECT item_no FROM items WHERE item_no < 0")
    const cards = page.locator('.sql-result')
    expect(await cards.locator('h2').allInnerTexts()).toEqual(['結果 1/3、1行', '結果 2/3、1行', '結果 3/3、条件に合う行はない'])
    expect(await cards.nth(1).locator('tbody').innerText()).toBe('1\t;')
    expect(await cards.nth(1).locator('.sql-statement').innerText()).toBe("SELECT n, ';' AS b FROM kept")
    const [download] = await Promise.all([page.waitForEvent('download'), cards.nth(1).locator('[data-do=csv]').click()])
    expect(await readFile(await download.path(), 'utf8')).toBe('\ufeffn,b\r\n1,;\r\n')
    await ask('SELECT 1 AS a;\nSELECT 2 AS b; selec 3')
    expect(await cards.locator('tbody').allInnerTexts()).toEqual(['1', '2'])
    expect(await page.locator('#sql-error').innerText()).toBe('2行16桁: 「selec」の所で文法に合わない。その前の句読点や、つづりを確かめる。')
    expect(await page.locator('.sql-mark').innerText()).toBe('selec')
  })

  it.each(['selec 1', 'SELECT nothing FROM items', ' -- ', ';', "SELECT 'open"])(
    'takes old results away where there is an error, said in Japanese: %s',
    async (sql) => {
      await ask('SELECT 1 AS old')
      await ask(sql)
      expect(await page.locator('.sql-result').count()).toBe(0)
      expect(await page.locator('#sql-error').innerText()).toMatch(/\p{Script=Hiragana}.*。$/u)
      expect(await page.locator('#sql-error').innerText()).not.toContain('{')
    },
  )

  it('orders and narrows a result by keys alone, and hands out what is shown', async () => {
    await ask("SELECT * FROM (VALUES (10, '財政課', 'ｶﾅ'), (9, NULL, 'かな'), (1234567, '<b>納税課', 'カナ')) AS t(n, name, kana)")
    const cells = () => page.locator('.sql-scroll tbody tr td:first-child').allInnerTexts()
    await page.locator('[data-sort="0"]').focus()
    await page.keyboard.press('Enter')
    expect(await cells()).toEqual(['9', '10', '1,234,567'])
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('n')
    await page.keyboard.press('Enter')
    expect(await cells()).toEqual(['1,234,567', '10', '9'])
    await page.locator('[data-sort="1"]').click()
    expect(await cells()).toEqual(['1,234,567', '10', '9'])
    await page.locator('[name=filter]').fill('カナ 1,234')
    expect(await page.locator('.sql-result h2').innerText()).toBe('結果 1行 (全3行)')
    expect(await csv()).toBe('n,name,kana\r\n1234567,<b>納税課,カナ\r\n')
    await page.locator('[name=filter]').fill('ない')
    expect(await cells()).toEqual([])
    await page.locator('[data-do=chart]').click()
    await page.locator('.sql-note', { hasText: '図にする行がない。' }).waitFor()
  })

  it('asks for the values of parameters, and has them in its link', async () => {
    await page.locator('.cm-content').fill("SELECT title, $name AS given, '$x' AS text FROM items WHERE item_no = $item")
    expect(await page.locator('.sql-parameters label code').allInnerTexts()).toEqual(['$name', '$item'])
    await page.locator('.sql-parameters [name=item]').selectOption('21')
    await page.locator('.sql-parameters [name=name]').fill("o'p; DROP TABLE items")
    await page.locator('[data-do=run]').click()
    await settle()
    expect(await page.locator('.sql-scroll tbody').innerText()).toBe("病院事業の経営健全化\to'p; DROP TABLE items\t$x")
    await page.locator('[data-do=copy]').click()
    const link = await page.locator('.sql-address input').inputValue()
    expect(new URL(link).hash).toBe(new URL(page.url()).hash)
    const { page: other } = await site.open(`sql.html${new URL(link).hash}`)
    expect(await other.locator('.sql-parameters [name=item]').inputValue()).toBe('21')
    expect(await other.locator('.sql-parameters [name=name]').inputValue()).toBe("o'p; DROP TABLE items")
    await other.context().close()
    await ask('SELECT $item + , 1')
    expect(await page.locator('#sql-error').innerText()).toMatch(/^1行16桁: 「,」/)
  })

  it('keeps queries by name on the machine', async () => {
    await page.locator('.sql-saved summary').click()
    for (const [name, sql] of [
      ['<b>一つ目', 'SELECT 1'],
      ['二つ目', 'SELECT 2'],
    ] as const) {
      await page.locator('.cm-content').fill(sql)
      await page.locator('.sql-name [name=name]').fill(name)
      await page.keyboard.press('Enter')
    }
    await page.reload()
    await page.locator('.sql-saved summary').click()
    expect(await page.locator('[data-saved]').allInnerTexts()).toEqual(['<b>一つ目', '二つ目'])
    await page.locator('[data-saved]').first().click()
    expect(await page.locator('.cm-content').innerText()).toBe('SELECT 1')
    for (const button of ['<b>一つ目 を消す', '二つ目 を消す']) await page.getByRole('button', { name: button }).click()
    expect(await page.locator('.sql-saved li').innerText()).toBe('まだない')
  })

  it('says beside the editor what the values of a column are', async () => {
    const table = page.locator('.sql-known-table[data-table=effects]')
    await table.locator('summary').click()
    await table.locator('[data-summarize=amount_yen]').click()
    await table.locator('.sql-spread').waitFor()
    const { rows } = await nativeRows(
      'SELECT count(amount_yen), count(DISTINCT amount_yen), count(*) - count(amount_yen), min(amount_yen), max(amount_yen) FROM effects',
    )
    const [filled, distinct, empty, least, most] = (rows[0] ?? []).map(Number)
    expect(await table.locator('.sql-summary p').innerText()).toBe(
      `${filled}件、${distinct}種類、空 (NULL) ${empty}${empty === 0 ? '' : ` (${((100 * (empty ?? 0)) / ((filled ?? 0) + (empty ?? 0))).toFixed(1)}%)`}。${least?.toLocaleString('ja-JP')} から ${most?.toLocaleString('ja-JP')}`,
    )
    const counts = await table.locator('.sql-spread td').allInnerTexts()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(filled)
    await table.locator('[data-insert=amount_yen]').click()
    expect(await page.locator('.cm-content').innerText()).toContain('amount_yen')
    await table.locator('[data-summarize=label]').click()
    await table.getByText('多い値').waitFor()
    expect(await page.locator('.sql-known-table[data-table="marts.effect_years"]').count()).toBe(1)
    await table.locator('summary').click()
  })

  it('completes columns before FROM, and values of a column', async () => {
    const type = async (text: string) => {
      await page.locator('.cm-content').fill('')
      await page.locator('.cm-content').pressSequentially(text)
    }
    await type('SELECT lead_dep')
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'lead_department' }).first().waitFor()
    await page.keyboard.press('Escape')
    await type("SELECT title FROM items WHERE lead_department = '納")
    await page.locator('.cm-tooltip-autocomplete li', { hasText: "'納税課'" }).waitFor()
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
    expect(await page.locator('.cm-content').innerText()).toBe("SELECT title FROM items WHERE lead_department = '納税課'")
  })

  it('joins a CSV file of one’s own, whatever stands in it, and sends it nowhere', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.postData() ?? ''}${request.url()}`))
    const give = (name: string, buffer: Buffer) => page.locator('[name=own]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await give("予算 (R5)'; DROP.csv", Buffer.from('\ufeff項目,"予算, 円",コード,\r\n21,"1,500",007,<b>\r\n22,,\'008,"a ""b""\nc"\r\n'))
    await settle()
    expect(await page.locator('.sql-status').innerText()).toContain('表 own_予算_R5_DROP にした (2行)')
    await ask('SELECT item_no, title, "予算, 円", コード, 列4 FROM own_予算_R5_DROP JOIN items ON item_no = 項目 ORDER BY ALL')
    expect(await csv()).toBe(
      'item_no,title,"予算, 円",コード,列4\r\n21,病院事業の経営健全化,1500,\'007,<b>\r\n22,水道事業の経営健全化,,\'\'008,"a ""b""\nc"\r\n',
    )
    await give('cp932.csv', Buffer.from([0x89, 0xdb, 0x0d, 0x0a, 0x8d, 0xe0, 0x90, 0xad]))
    await settle()
    await ask('SELECT * FROM own_cp932')
    expect(await csv()).toBe('課\r\n財政\r\n')
    for (const content of ['', '\n\n', 'head only', '\0']) {
      await give('empty.csv', Buffer.from(content))
      await settle()
      expect(await page.locator('#sql-error').innerText()).toBe('empty.csv に、見出しの行とその下の行がない。')
    }
    await give('broken.xlsx', Buffer.from('PK\x03\x04 broken'))
    await settle()
    expect(await page.locator('#sql-error').innerText()).toMatch(/\p{Script=Hiragana}/u)
    expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([])
    expect(problems).toEqual([])
  })

  it('reads an Excel file of one’s own', async () => {
    await ask("SELECT 21 AS 項目, '0123' AS 団体コード, 1234567 AS 予算 UNION ALL SELECT 22, '0456', 8")
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=excel]').click()])
    await page.locator('[name=own]').setInputFiles({ name: 'own.xlsx', mimeType: '', buffer: await readFile(await download.path()) })
    await settle()
    await ask('SELECT *, 予算 + 1 AS more FROM own_own ORDER BY 項目')
    expect(await csv()).toBe("項目,団体コード,予算,more\r\n21,'0123,1234567,1234568\r\n22,'0456,8,9\r\n")
    const [second] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=csv]').click()])
    expect(second.suggestedFilename()).toBe('042153-result.csv')
  })

  it('shows by which plan a query runs', async () => {
    await page.locator('.cm-content').fill('SELECT title FROM items WHERE item_no = 3')
    await page.locator('[data-do=explain]').click()
    await settle()
    expect(await page.locator('.sql-plan').innerText()).toContain('SEQ_SCAN')
    await page.locator('.cm-content').fill('SELECT 1;\nSELECT nothing FROM items')
    await page.locator('[data-do=explain]').click()
    await settle()
    expect(await page.locator('#sql-error').innerText()).toMatch(/^2行8桁: 「nothing」/)
  })

  it('draws bars, lines, small charts side by side and dots, on desk and phone', async () => {
    await ask(`SELECT items.title AS 項目名, fiscal_year AS 年度, sum(amount_yen)::BIGINT AS 効果額_円, count(*) AS 件数
      FROM effects JOIN items USING (plan_id, item_no) WHERE item_no IN (17, 19, 21) GROUP BY ALL ORDER BY ALL`)
    await page.locator('[data-do=chart]').click()
    await page.locator('.sql-chart svg').waitFor()
    const kinds = await page.locator('[name=kind] option').allInnerTexts()
    expect(kinds).toEqual(['折れ線', '棒', '小さな図を並べる', '散布図'])
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      for (const [index, mark] of ['circle', 'rect', 'rect', 'circle'].entries()) {
        await page.locator('[name=kind]').selectOption({ index })
        await expect.poll(() => page.locator(`.sql-chart svg ${mark}`).count(), { message: kinds[index] ?? '' }).toBe(9)
        expect(await page.locator('[name=across]').isVisible()).toBe(index === 3)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      expect(await axeViolations(page, {}, '.sql-results')).toEqual([])
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('stops a query with the temporary tables kept', async () => {
    await ask('CREATE OR REPLACE TEMP TABLE kept AS SELECT 42 AS answer')
    await page.locator('.cm-content').fill('SELECT count(*) FROM figures a, figures b, figures c, figures d')
    await page.locator('[data-do=run]').click()
    await page.getByText('実行している…').waitFor()
    await page.locator('[data-do=stop]').click()
    await settle()
    await page.getByText('止めた。一時的な表は残っている。').waitFor()
    await ask('SELECT * FROM kept')
    expect(await page.locator('.sql-scroll tbody').innerText()).toBe('42')
  }, 120_000)

  it('stops a query that would never end; the page answers meanwhile, and the next query after it', async () => {
    await page.locator('.cm-content').fill('SELECT count(*) FROM figures a, figures b, figures c, figures d')
    await page.locator('[data-do=run]').click()
    await page.getByText('実行している…').waitFor()
    await page.locator('.sql-known > summary').click()
    expect(await page.locator('.sql-known').getAttribute('open')).toBeNull()
    await page.locator('.sql-known > summary').click()
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
