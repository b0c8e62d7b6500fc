import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import { offerFiles } from '../../src/files/offer.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawSite } from '../../src/pages/site.ts'
import { siteContext } from '../../tools/site-context.ts'
import { query, runIngest, temporaryFolder, writeFiles } from '../support/command.ts'
import { harumi, minato } from '../support/editions.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

/** The pages of a warehouse of some files. */
async function draw(name: string, ...files: string[]): Promise<DrawnPage[]> {
  const out = join(temporary.path, name)
  await runIngest(...files.map((file) => join(temporary.path, file)), '--out', out)
  const warehouse = await openWarehouse(out)
  return drawSite(await siteContext(warehouse, await offerFiles(out, warehouse.plans, new Map())))
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const pageOf = (pages: readonly DrawnPage[], path: string) => pages.find((page) => page.path === path) as DrawnPage

beforeAll(() => writeFiles(temporary.path, harumi))

describe('a site of several documents', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    pages = await draw('many', 'r5.txt', 'r6.txt', 'next.txt')
  })

  it('shows the first of the plans, and says on every page which of how many it is', () => {
    expect(pages.filter(({ header }) => !words(header).includes('第6次はるみ市集中改革プラン 取組実績'))).toEqual([])
    expect(pages.filter(({ header }) => !words(header).includes('プランを選ぶ (2件のうち1件目)'))).toEqual([])
  })

  it('lists the documents, and which of them count', () => {
    const rows = [...pageOf(pages, '/about').main.matchAll(/<tr[ >].*?<\/tr>/gs)]
      .map(([row]) => words(row.replaceAll('</td>', '|')))
      .filter((row) => /\.txt/.test(row))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/第6次はるみ市集中改革プラン.*r5\.txt.*令和5年度.*前の版/)
    expect(rows[1]).toMatch(/r6\.txt.*令和6年度.*現行の版。このページが示すプラン/)
  })

  it('counts on the page of data the rows that the files hold', () => {
    const data = words(pageOf(pages, '/data').main)
    expect(data).toContain('読み込んだ文書3件のうち現行の版2件の行がある')
    expect(data).toContain('改革項目1件に1行。6行。')
    expect(data).toContain('「日本語の見出しのCSV」にあるのはこのプランの行だけ')
  })
})

it('says of an item of the plan after three editions which one it goes on from, and nothing of another', async () => {
  const pages = await draw('successor', 'r5.txt', 'r6.txt', 'r7.txt', 'next.txt')
  expect(words(pageOf(pages, '/items/02').main)).toContain('第7次はるみ市集中改革プランのNo.2 定員の管理に続く。')
  expect(words(pageOf(pages, '/items/02').main)).toContain('効果額は、前後のプランと合わせた4年度分で2,650万円')
  expect(words(pageOf(pages, '/items/01').main)).toContain('次のプラン (第7次はるみ市集中改革プラン) にはない。')
})

describe('a site of three editions of one plan', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    pages = await draw('editions', 'r5.txt', 'r6.txt', 'r7.txt')
  })

  it('says on the page of checks which values were restated, with both values and both places', () => {
    const said = words(pageOf(pages, '/checks').main)
    expect(said).toContain('後の版で改められた値は2件。')
    expect(said).toContain('No.1 令和5年度の効果額 (広告料) 1,234,000円は、令和6年度版で1,324,000円に改められた。 前の値は令和5年度版 (r5.txt) 15行')
    expect(said).toContain('No.2 令和6年度の効果額 (人件費) 6,000,000円は、令和7年度版で6,500,000円に改められた。 前の値は令和6年度版 (r6.txt) 27行')
  })

  it('leads from the new value to its words in the edition of the pages, and from no old one', () => {
    const links = [...pageOf(pages, '/checks').main.matchAll(/href="\/source\.html#(n\d+)"[^>]*data-value="(\d+)"/g)]
    const values = new Map(links.map(([, anchor, value]) => [value, anchor]))
    expect([...values.keys()]).toEqual(['1324000', '6500000'])
    const { main } = pageOf(pages, '/source')
    expect(main).toMatch(new RegExp(`id="${values.get('1324000')}"[^>]*>1,324千円<`))
    expect(main).toMatch(new RegExp(`id="${values.get('6500000')}"[^>]*>6,500千円<`))
  })

  it('says on the page of an item what was restated of it', () => {
    expect(words(pageOf(pages, '/items/01').main)).toContain('後の版で改められた値は1件')
    expect(words(pageOf(pages, '/items/02').main)).toContain('6,000,000円は、令和7年度版で6,500,000円に改められた')
    expect(pageOf(pages, '/items/03').main).not.toContain('改められた値')
  })
})

describe('the page of all plans', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    writeFiles(temporary.path, minato)
    pages = await draw('library', 'r5.txt', 'r6.txt', 'next.txt', 'minato.txt')
  })
  const rowsOf = (id: string) =>
    [...(pageOf(pages, '/library').main.match(new RegExp(`id="${id}"[\\s\\S]*?</section>`))?.[0] ?? '').matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) =>
      words(row.replace(/<\/t[dh]>/g, '|')).split('|'),
    )

  it('lists each current plan with its numbers as SQL gives them, and its earlier editions', async () => {
    expect(words(pageOf(pages, '/library').main)).toContain('自治体2、プラン3件を、文書4件から収めた')
    const sums = await query(
      'SELECT plan_id, sum(amount_yen)::INTEGER AS yen FROM effects WHERE part_of IS NULL AND NOT is_repeat GROUP BY ALL ORDER BY ALL',
      join(temporary.path, 'library', 'reform.duckdb'),
    )
    expect(sums.map(({ plan_id, yen }) => [plan_id, yen])).toEqual([
      ['minato', 2_000_000],
      ['next', 8_000_000],
      ['r6', 13_824_000],
    ])
    expect(rowsOf('plans').slice(1)).toEqual([
      [
        '第6次はるみ市集中改革プラン',
        'はるみ市',
        '令和5–7年度 (2023–2025)',
        '',
        '3',
        '13,824,000',
        'データなし',
        'データなし',
        '0',
        'r5.txt (令和5年度まで)、改められた値1件',
        '',
      ],
      ['第7次はるみ市集中改革プラン', 'はるみ市', '令和8–10年度 (2026–2028)', '', '3', '8,000,000', 'データなし', 'データなし', '0', '', ''],
      ['第2次みなと市行政改革プラン', 'みなと市', '令和5–7年度 (2023–2025)', '', '2', '2,000,000', 'データなし', 'データなし', '0', '', ''],
    ])
  })

  it('sets side by side only what can be compared, and says of the rest why not', () => {
    expect(rowsOf('compare-effects').slice(1)).toEqual([
      ['第6次はるみ市集中改革プラン', '2年度分の合計', '13,824,000', '', ''],
      ['第2次みなと市行政改革プラン', '2年度分の合計', '2,000,000', '', ''],
    ])
    const said = words(pageOf(pages, '/library').main)
    expect(said).toContain('第7次はるみ市集中改革プラン (1年度分の合計のプランがほかにない)')
    expect(said).toContain('(人口が分からない (data/municipalities.csv にない))')
    expect(said).toContain('(総括評価の記載なし)')
  })

  it('is in the menu of every page', () => {
    expect(pages.filter(({ header }) => !/<li><a href="\/library\.html"[^>]*>収録プラン</.test(header))).toEqual([])
  })
})

it('a site of one document says nothing of others', async () => {
  const pages = await draw('one', 'r6.txt')
  expect(pages.map(({ path }) => path)).not.toContain('/library')
  expect(pages.filter(({ header, main }) => /収録プラン|ほかのプラン|プランを選ぶ|読み込んだ文書</.test(header + main))).toEqual([])
})
