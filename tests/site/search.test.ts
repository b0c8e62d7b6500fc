import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { documentRecords } from '../../src/search/document-records.ts'
import { type Folded, fold } from '../../src/search/fold.ts'
import type { SearchRecord } from '../../src/search/record.ts'
import { recordsPath, recordsScript } from '../../src/search/records-script.ts'
import { findTerm, type Term, termsOf } from '../../src/search/terms.ts'
import { axeViolations, openSite, type Site, type View } from './browser.ts'
import { askSearch, expectOpenSearch, openSearch as openSearchOf } from './open-parts.ts'
import type { PageAddress } from './pages.ts'

let site: Site
/** a page whose search is open, for the tests that only ask */
let asking: Page
beforeAll(async () => {
  site = await openSite()
  asking = (await openSearch()).page
})
afterAll(() => site?.close())

/** Opens the search of a page of the built-in plan. */
function openSearch(path: PageAddress = 'index.html', view: View = {}) {
  return openSearchOf(site, path, view)
}

/** Types a query; its count and hits. */
async function ask(page: Page, query: string): Promise<{ count: string; hits: string[] }> {
  await askSearch(page, query)
  return { count: await page.locator('.search-count').innerText(), hits: await hitTexts(page) }
}

const hitTexts = (page: Page) => page.locator('.search-hits a').allInnerTexts()
const bare = (text: string) => fold(text).form

/** A record with its text in the form that is compared, which all queries share. */
interface FoldedRecord {
  record: SearchRecord
  folded: Folded
}

/** The records that hold all terms; of an item that has none of these but all terms, those that hold one. */
function recordsWith(records: readonly FoldedRecord[], terms: readonly Term[]): SearchRecord[] {
  const found = records.map(({ record, folded }) => ({ record, places: terms.map((term) => findTerm(record, folded, term)) }))
  const whole = found.filter(({ places }) => places.every((place) => place !== undefined))
  const apart = [...new Set(found.map(({ record }) => record.item))].flatMap((item) => {
    const ofItem = found.filter(({ record }) => record.item === item)
    const hasAll = terms.every((_, index) => ofItem.some(({ places }) => places[index] !== undefined))
    return item !== '' && hasAll && !whole.some(({ record }) => record.item === item) ? ofItem : []
  })
  return [...whole, ...apart.filter(({ places }) => places.some((place) => (place?.length ?? 0) > 0))].map(({ record }) => record)
}

describe('search', () => {
  it.each([
    ['滞納整理', 'No.17 滞納整理の推進'],
    ['ふるさと', 'No.19 ふるさと納税制度の活用'],
    ['会計年度任用職員', 'No.9 適正な定員管理計画の推進'],
    ['マイナンバー', 'No.11 マイナンバーカードの利用拡大'],
    ['51,000,000', 'No.17 滞納整理の推進'],
    ['５１００万', 'No.17 滞納整理の推進'],
    ['納税課', 'No.17 滞納整理の推進'],
    ['デジタル戦略課', 'No.13 電算システム運用の見直し'],
    ['No.21', 'No.21 病院事業の経営健全化'],
    ['４０６，１７２千円', 'No.21 病院事業の経営健全化'],
    ['4.1億円', 'No.21 病院事業の経営健全化'],
    ['職員研修 スクラップ', 'No.10 人財育成の推進'],
  ])('finds %s in %s', async (query, item) => {
    const { hits } = await ask(asking, query)
    expect(hits.some((hit) => hit.startsWith(item))).toBe(true)
  })

  it('answers alike whatever the width, the kana and the way of writing an amount', async () => {
    for (const ways of [
      ['マイナンバー', 'ﾏｲﾅﾝﾊﾞｰ', 'まいなんばー'],
      ['AI-OCR', 'ＡＩ－ＯＣＲ', 'ai-ocr'],
      ['51,000,000円', '5,100万円', '５１００万', '51百万円', '0.51億円'],
      ['寄附', '寄付'],
      ['R4', '令和4年度', '2022年度', 'Ｒ４'],
    ]) {
      const answers = []
      for (const way of ways) answers.push((await ask(asking, way)).hits)
      expect(answers[0]?.length).toBeGreaterThan(1)
      for (const answer of answers) expect(answer).toEqual(answers[0])
    }
  })

  it('finds exactly the texts and numbers that hold the query, none lost and none beside', async () => {
    const records = documentRecords(await openWarehouse(site.warehouse)).map((record) => ({ record, folded: fold(record.text) }))
    for (const query of [
      'の',
      '令和',
      '進',
      '効果',
      '人',
      '検討',
      '977',
      '2',
      '1,000円',
      '課',
      'カード 普及',
      '研修 見直し',
      '1.4億円 R4',
      'R3',
      'No.1',
      'X',
      '年度の',
      '生活保護',
      '672,319円',
    ]) {
      const terms = termsOf(query)
      const holds = recordsWith(records, terms)
      const { count } = await ask(asking, query)
      const charts = await asking.locator('[data-facet=kind] option[value=図表]').evaluateAll((options) => options.map(({ textContent }) => textContent))
      const ofCharts = Number(/\((\d+)\)/.exec(charts[0] ?? '')?.[1] ?? 0)
      expect([query, (Number.parseInt(count, 10) || 0) - ofCharts]).toEqual([query, holds.length])
    }
  })

  it.each(['宇宙開発', 'ガバナンス', '滞納整理課', '51,000,001', '977円', '推進の滞納', 'マイナンハー', 'zzz', '水道 ふるさと納税', '5,100億円'])(
    'finds nothing for %s, and says so',
    async (query) => {
      const { count, hits } = await ask(asking, query)
      expect(hits).toEqual([])
      expect(count).toBe(`「${query}」は見つからない`)
    },
  )

  it('finds words that stand apart in one item, after those that stand together, and says so', async () => {
    const { hits } = await ask(asking, '研修 見直し')
    const apart = hits.map((hit) => hit.includes('言葉は項目の中に分かれている'))
    expect(hits.length).toBeGreaterThan(1)
    expect(apart.at(-1)).toBe(true)
    expect(apart).toEqual([...apart].sort())
  })

  it.each([
    ['マイナンハー', 'マイナンバーカード'],
    ['滞納整理課', '滞納整理'],
    ['51,000,001', '51,000,000円'],
    ['水道 宇宙', '水道'],
  ])('offers for %s what is nearest to it', async (query, near) => {
    await ask(asking, query)
    const button = asking.locator('.search-near button').first()
    expect(await button.getAttribute('data-query')).toBe(near)
    const [, count] = /\((\d+)件\)$/.exec(await button.innerText()) ?? []
    expect(await axeViolations(asking, {}, 'dialog.search')).toEqual([])
    await button.focus()
    await asking.keyboard.press('Enter')
    expect(await asking.locator('#search-query').inputValue()).toBe(near)
    await asking.locator('.search-count', { hasText: `${count}件` }).waitFor()
    expect(await asking.locator('.search-near').isVisible()).toBe(false)
  })

  it('takes no more of what is pasted than a query has, and shows it as words', async () => {
    await asking.locator('#search-query').fill('')
    await asking.locator('#search-query').focus()
    await asking.keyboard.insertText('<img src=x onerror=alert(1)>'.repeat(100))
    await asking.locator('.search-count', { hasText: 'は見つからない' }).waitFor()
    expect((await asking.locator('#search-query').inputValue()).length).toBe(300)
    expect(await asking.locator('dialog.search img').count()).toBe(0)
  })

  it('leads from each hit to a place whose words hold what was asked', async () => {
    const places = new Map<string, { hash: string; mark: string }[]>()
    for (const query of ['滞納整理', '納税課', '51,000,000', '会計年度任用職員', '28,314,453', '職員研修', '総括評価 A', '寄附']) {
      await ask(asking, query)
      const hits = await asking.locator('.search-hits a').evaluateAll((links) =>
        (links as HTMLAnchorElement[]).map(({ pathname, hash, children }) => ({
          pathname,
          hash: hash.slice(1),
          marks: [...children].flatMap((child) => [...child.querySelectorAll('mark')].map(({ textContent }) => textContent ?? '')),
        })),
      )
      expect(hits.length).toBeGreaterThan(0)
      for (const { pathname, hash, marks } of hits) places.set(pathname, [...(places.get(pathname) ?? []), ...marks.map((mark) => ({ hash, mark }))])
    }
    const { page } = await site.open('about.html')
    for (const [pathname, marks] of places) {
      await page.goto(new URL(pathname, site.address).href)
      const words = await page.evaluate(
        (hashes) =>
          hashes.map((hash) => {
            const place = document.getElementById(hash)
            return (place?.closest('.line') ?? place)?.textContent ?? ''
          }),
        marks.map(({ hash }) => hash),
      )
      marks.forEach(({ hash, mark }, index) => {
        expect([pathname, hash, bare(words[index] ?? '')]).toEqual([pathname, hash, expect.stringContaining(bare(mark))])
      })
    }
    await page.context().close()
  })

  it('narrows by item, year, kind and department, each with its count', async () => {
    const { page } = await openSearch()
    const { count } = await ask(page, '滞納整理')
    const all = Number.parseInt(count, 10)
    for (const [facet, value] of [
      ['item', 'No.18 使用料等の収入確保'],
      ['year', '令和3年度 (2021)'],
      ['kind', '実績'],
      ['department', '納税課'],
    ] as const) {
      const select = page.locator(`[data-facet=${facet}]`)
      const option = await select.locator(`option[value="${value}"]`).innerText()
      const expected = Number(/\((\d+)\)$/.exec(option)?.[1])
      await select.selectOption(value)
      expect(await page.locator('.search-count').innerText()).toBe(`${all}件のうち${expected}件`)
      expect(await page.locator('.search-hits a').count()).toBe(expected)
      expect(expected).toBeGreaterThan(0)
      expect(expected).toBeLessThan(all)
      if (facet !== 'department') for (const hit of await hitTexts(page)) expect(hit).toContain(value)
      await select.selectOption('')
    }
    await page.locator('[data-facet=item]').selectOption('No.18 使用料等の収入確保')
    await page.locator('[data-facet=year]').selectOption('令和3年度 (2021)')
    for (const hit of await hitTexts(page)) expect(hit).toContain('No.18 使用料等の収入確保、令和3年度 (2021)')
    await page.context().close()
  })

  it('is steered by keys alone', async () => {
    const { page } = await site.open('effects.html')
    await page.keyboard.press('/')
    await page.locator('#search-query').waitFor()
    await ask(page, '会計年度任用職員')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => [...document.querySelectorAll('.search-hits a')].indexOf(document.activeElement as Element))).toBe(1)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query')
    await page.keyboard.press('Escape')
    await page.locator('dialog.search').waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement === document.body)
    await page.keyboard.press('/')
    await page.locator('#search-query').waitFor()
    expect(await page.locator('#search-query').inputValue()).toBe('会計年度任用職員')
    await page.keyboard.press('Enter')
    await page.waitForURL(/items\/09\.html#goal$/)
    await page.context().close()
  })

  it('leaves the key / to who types, and to who turned it off', async () => {
    const { page } = await openSearch('checks.html')
    await page.keyboard.type('1/2')
    expect(await page.locator('#search-query').inputValue()).toBe('1/2')
    await page.locator('[data-search=key]').uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.keyboard.press('/')
    const isLoaded = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/search.js')))
    expect(await isLoaded()).toBe(false)
    await page.locator('[data-action=search]').click()
    await page.locator('#search-query').waitFor()
    expect(await isLoaded()).toBe(true)
    await page.context().close()
  })

  it('asks for nothing before it is opened, and nowhere else after', async () => {
    const { page, problems } = await site.open('items/17.html')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.waitForLoadState('networkidle')
    const before = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(before.filter((name) => /search\.js|search-records/.test(name))).toEqual([])
    expect(asked).toEqual([])
    await page.locator('[data-action=search]').click()
    await page.locator('#search-query').waitFor()
    await ask(page, '滞納整理')
    expect(asked.filter((path) => !/^\/(?:search\.js|search-records\/)/.test(path))).toEqual([])
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('keeps the records of the plan under 40 KiB compressed', async () => {
    expect(gzipSync(await readFile(join(site.folder, recordsPath('osaki-plan5')))).length).toBeLessThan(40 * 1024)
  })

  it('works where a page was opened as a file', async () => {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    await page.goto(pathToFileURL(join(site.folder, 'index.html')).href)
    await page.locator('[data-action=search]').click()
    const { hits } = await ask(page, '５１００万')
    expect(hits.some((hit) => hit.startsWith('No.17 滞納整理の推進'))).toBe(true)
    await ask(page, '滞納整理')
    await page.locator('.search-hits a').first().click()
    await page.waitForURL(`${pathToFileURL(join(site.folder, 'items', '17.html')).href}#item`)
    expect(await page.locator('h1').innerText()).toContain('滞納整理')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('says what to do where the records are missing, and answers once they are there', async () => {
    const { page } = await site.open('index.html')
    await page.route('**/search-records/*', (route) => route.fulfill({ status: 404 }))
    await page.locator('[data-action=search]').click()
    const missing = `検索の記録を読み込めなかった。サイトのフォルダーを丸ごと置き直すと使える。(${site.address}search-records/osaki-plan5.js)`
    await page.getByText(missing).waitFor()
    await page.unroute('**/search-records/*')
    expect((await ask(page, '滞納整理')).hits[0]).toContain('No.17 滞納整理の推進')
    await page.context().close()
  })

  it('searches all plans that a page names', async () => {
    const { page } = await site.open('index.html')
    const record = { href: 'other.html', kind: '項目', item: '', year: '', departments: [], text: '<滞納整理>', figures: [] } as const
    await page.route('**/search-records/%E7%94%BA%201.js', (route) => route.fulfill({ body: recordsScript('町 1', [record]) }))
    await page.locator('[data-plans]').evaluate((button, plans) => button.setAttribute('data-plans', plans), '["osaki-plan5","町 1"]')
    const alone = Number.parseInt((await ask(asking, '滞納整理')).count, 10)
    await page.locator('[data-action=search]').click()
    const { count, hits } = await ask(page, '滞納整理')
    expect(count).toBe(`${alone + 1}件`)
    expect(hits.filter((hit) => hit.includes('<滞納整理>'))).toEqual(['項目\n<滞納整理>'])
    await page.context().close()
  })

  it('offers no button where scripts are off', async () => {
    const { page } = await site.open('index.html', { javaScriptEnabled: false })
    expect(await page.locator('[data-action=search]').isVisible()).toBe(false)
    await page.context().close()
  })

  it('has no accessibility violation when open, and does not print', async () => {
    await expectOpenSearch(site, { width: 1280, colorScheme: 'light' })
  })
})
