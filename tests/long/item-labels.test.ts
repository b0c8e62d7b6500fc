import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { notesSheet } from '../../src/files/workbook/notes-sheet.ts'
import { tableSheet } from '../../src/files/workbook/table-sheet.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawSite } from '../../src/pages/site.ts'
import { documentRecords } from '../../src/search/document-records.ts'
import { entryOf, findHits } from '../../src/search/hits.ts'
import { siteContext } from '../../tools/site-context.ts'
import { runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { editionText } from '../support/editions.ts'
import { root } from '../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

/** The numbers of the items of 見本市 as another city would print them. */
const codes = ['1-(1)', '1-(2)', 'A-1', 'A-2', '2-(1)-①', '2-(1)-②', 'B-1', 'B-2', '3-(1)', '3-(2)', '3-(3)', '3-(4)'] as const
const codeOf = (no: string) => codes[Number(no) - 1] as string

/** A document whose items have these numbers, the first of them repeated in the second. */
function withCodes(document: string): string {
  return document
    .replaceAll(/^No\.(\d+) /gm, (_, no: string) => `No.${codeOf(no)} `)
    .replaceAll(/^(\d+)(?=\t[^\t\n]+\t[^\t\n]+$)/gm, (no) => codeOf(no))
    .replace('・補助事業を点検の対象に加えた。', (text) => `${text}（No.1-(1)再掲）`)
}

interface Site {
  warehouse: Warehouse
  pages: DrawnPage[]
}

async function openSite(out: string, planId?: string): Promise<Site> {
  const warehouse = await openWarehouse(out, planId)
  return { warehouse, pages: drawSite(await siteContext(warehouse, new Map())) }
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const mainOf = ({ pages }: Site, path: string) => (pages.find((page) => page.path === path) as DrawnPage).main
/** A card of a page: its markup, charts and table among it. */
const cardOf = (site: Site, path: string, id: string) => mainOf(site, path).split(`id="${id}"`)[1]?.split('</section>')[0] ?? ''

let site: Site
beforeAll(async () => {
  const files = Object.fromEntries(
    ['sample-plan1', 'sample-plan2'].flatMap((id) => [
      [`${id}/document.txt`, withCodes(readFileSync(join(root, 'data', id, 'document.txt'), 'utf8'))],
      [`${id}/plan.json`, readFileSync(join(root, 'data', id, 'plan.json'), 'utf8')],
    ]),
  )
  writeFiles(temporary.path, files)
  const out = join(temporary.path, 'warehouse')
  await runIngest(join(temporary.path, 'sample-plan1'), join(temporary.path, 'sample-plan2'), '--out', out)
  site = await openSite(out, 'sample-plan2')
})

describe('an item with a printed number of several levels', () => {
  it('has it as its name, on its page and in the lists, at the address of its place', () => {
    expect(site.warehouse.table('items').map(({ item_no, item_code }) => [item_no, item_code])).toEqual(codes.map((code, index) => [index + 1, code]))
    expect(mainOf(site, '/items/02')).toContain('<h1 id="item">No.1-(2) 事務事業の見直し</h1>')
    expect(mainOf(site, '/items/02')).toMatch(/href="[^"]*items\/03\.html" rel="next">No\.A-1 広告収入の確保/)
    expect(cardOf(site, '/items/index', 'items')).toMatch(/href="[^"]*items\/05\.html">No\.2-\(1\)-① 職員研修の充実</)
    expect(cardOf(site, '/items/index', 'item-lines')).toMatch(/No\.3-\(4\) 電子申請の拡大.*No\.1-\(1\) 窓口のデジタル化/s)
  })

  it('is named by it in sentences, in charts, in notes and where it is repeated', () => {
    expect(words(cardOf(site, '/effects', 'totals'))).toContain('No.3-(2)の総計は3,840,000円と公表されているが')
    expect(words(cardOf(site, '/index', 'effects'))).toMatch(/No\.A-1 広告収入の確保 [\d.]+/)
    expect(cardOf(site, '/ratings', 'distribution')).toMatch(/<a [^>]*items\/03\.html"[^>]*>(?:(?!<\/a>).)*No\.A-1</s)
    expect(words(cardOf(site, '/index', 'checks'))).toContain('No.3-(2) 効果額の総計と各年度の合計')
    expect(words(cardOf(site, '/items/02', 'references'))).toContain('令和5年度 No.1-(1) 窓口のデジタル化')
    expect(mainOf(site, '/explore')).toContain('No.1-(2) 事務事業の見直し')
    expect(mainOf(site, '/sql')).toContain('No.1-(2) 事務事業の見直し')
  })

  it('is named so in other plans too', () => {
    const main = mainOf(site, '/items/06')
    expect(words(main)).toContain('見本市 第1次行政改革プランのNo.B-1 滞納整理の推進から続く。')
    expect(main).toMatch(/href="\.\.\/[^"]*items\/07\.html" title="[^"]*No\.B-1"/)
  })

  it('is named by its place nowhere', () => {
    const byPlace = /No\.\d+(?![-\d!])/
    for (const { path, title, main } of site.pages) expect(byPlace.exec(`${title} ${main}`)?.[0], path).toBeUndefined()
  })

  it('is found by its number, and by no other that has the same digits', () => {
    const plan = { id: 'sample-plan2', name: '', city: '', base: '' }
    const entries = documentRecords(site.warehouse).map((record) => entryOf(record, plan))
    const titles = (query: string) => findHits(entries, query).flatMap(({ record }) => (record.kind === '項目' ? [`${record.text} ${record.href}`] : []))
    expect(titles('No.1-(2)')).toEqual(['No.1-(2) 事務事業の見直し items/02.html#item'])
    expect(titles('１－（２）')).toEqual(['No.1-(2) 事務事業の見直し items/02.html#item'])
    expect(titles('A-1')).toEqual(['No.A-1 広告収入の確保 items/03.html#item'])
    expect(titles('No.12')).toEqual([])
  })

  it('has its number beside its name in the sheets of the workbook', () => {
    const wordsOf = (sheet: ReturnType<typeof tableSheet>) => sheet.head.map((head) => (typeof head === 'string' ? head : head.words))
    const effects = tableSheet(site.warehouse, 'effects', undefined)
    expect(wordsOf(effects).slice(0, 3)).toEqual(['項目番号', '見出しの番号', '項目名'])
    expect(effects.rows[0]?.slice(0, 3)).toMatchObject([{ value: 2 }, { value: '1-(2)' }, { value: '事務事業の見直し' }])
    expect(wordsOf(tableSheet(site.warehouse, 'items', undefined)).filter((word) => word === '見出しの番号')).toHaveLength(1)
    expect(notesSheet(site.warehouse, undefined).rows[0]?.slice(0, 4)).toMatchObject([
      { value: '相違' },
      { value: 10 },
      { value: '3-(2)' },
      { value: '公共施設照明のLED化' },
    ])
  })
})

describe('a value that a later edition restates', () => {
  it('is of an item by its printed number, in the note of the command and on the page', async () => {
    const text = (years: string[], amount: string) =>
      editionText('第6次はるみ市集中改革プラン', years, [
        { no: 1, title: '窓口の改善' },
        { no: 2, title: '広告の募集', effects: [`令和5年度\t広告料\t${amount}`] },
      ])
        .replaceAll('No.1 ', 'No.1-(1) ')
        .replaceAll('No.2 ', 'No.A-1 ')
        .replace('\n1\t', '\n1-(1)\t')
        .replace('\n2\t', '\nA-1\t')
    const folder = writeFiles(join(temporary.path, 'editions'), {
      'r5.txt': text(['令和5年度'], '1,234千円'),
      'r6.txt': text(['令和5年度', '令和6年度'], '1,324千円'),
    })
    const out = join(temporary.path, 'restated')
    const { stderr } = await runIngest(join(folder, 'r5.txt'), join(folder, 'r6.txt'), '--out', out)
    expect(stderr).toContain('No.A-1 令和5年度の効果額 (広告料) 1,234千円は、令和6年度版で1,324千円に改められた')
    const card = cardOf(await openSite(out), '/checks', 'restated')
    expect(words(card)).toMatch(/No\.A-1 令和5年度の効果額 \(広告料\)/)
  })
})
