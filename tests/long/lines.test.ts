import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../src/data/open-warehouse.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawSite } from '../../src/pages/site.ts'
import { siteContext } from '../../tools/site-context.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { root } from '../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const ids = ['sample-plan1', 'sample-plan2']

/** The pages of one of the plans of 見本市, both of which are in the warehouse. */
async function draw(planId: string): Promise<DrawnPage[]> {
  let warehouse: Warehouse | undefined
  for (const order of [ids, ids.toReversed()]) {
    const out = join(temporary.path, order.join('-'))
    await runIngest(...order.map((id) => join(root, 'data', id)), '--out', out)
    warehouse = await openWarehouse(out)
    if (warehouse.plan.plan_id === planId) break
  }
  return drawSite(await siteContext(warehouse as Warehouse, new Map()))
}

const words = (markup: string) =>
  markup
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
const pageOf = (pages: readonly DrawnPage[], path: string) => pages.find((page) => page.path === path) as DrawnPage
/** The rows of the table of a card, cells parted by |. */
const rowsOf = (pages: readonly DrawnPage[], path: string, card: string) => {
  const section = pageOf(pages, path).main.split(`id="${card}"`)[1]?.split('</section>')[0] ?? ''
  return [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => words(row?.replaceAll(/<\/t[hd]>/g, '|') ?? ''))
}
const cardOf = (pages: readonly DrawnPage[], path: string, id: string) => pageOf(pages, path).cards.find((card) => card.id === id)

describe('the pages of a plan that goes on from another', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    pages = await draw('sample-plan2')
  })

  it('show an item over the years of both plans, with the place of each value', () => {
    expect(rowsOf(pages, '/items/03', 'line')).toEqual([
      '年度|プラン|項目|効果額 (円)|効果額の目標 (円)|評価|場所|',
      '令和2年度 (2020)|見本市 第1次行政改革プラン|No.3 広告収入の確保|1,850,000|記載なし|記載なし|98行|',
      '令和3年度 (2021)|見本市 第1次行政改革プラン|No.3 広告収入の確保|2,040,000|記載なし|記載なし|99行|',
      '令和4年度 (2022)|見本市 第1次行政改革プラン|No.3 広告収入の確保|2,210,000|2,000,000|記載なし|100行|',
      '全期間|見本市 第1次行政改革プラン|No.3 広告収入の確保|記載なし|記載なし|A|102行|',
      '令和5年度 (2023)|このプラン|No.3 広告収入の確保|2,350,000|記載なし|記載なし|原文91行|',
      '令和6年度 (2024)|このプラン|No.3 広告収入の確保|2,480,000|2,400,000|記載なし|原文92行|',
      '全期間|このプラン|No.3 広告収入の確保|記載なし|記載なし|A|原文94行|',
    ])
  })

  it('say where an item comes from: another number, a split, or nowhere', () => {
    const said = (no: string) => words(pageOf(pages, `/items/${no}`).main).match(/前後のプラン(.*?)課題の引継ぎ先/)?.[1]
    expect(said('06')).toBe('見本市 第1次行政改革プランのNo.7 滞納整理の推進から続く。')
    expect(said('12')).toBe('見本市 第1次行政改革プランのNo.1 窓口のデジタル化から分かれた。')
    expect(said('08')).toBe('このプランで始まった。')
    expect(cardOf(pages, '/items/08', 'line')).toBeUndefined()
  })

  it('lead to the other plan, to its item and to the words of each value', () => {
    const { main } = pageOf(pages, '/items/06')
    expect(main).toMatch(/href="\.\.\/plans\/sample-plan1\/index\.html" [^>]*>見本市 第1次行政改革プラン</)
    expect(main).toMatch(/href="\.\.\/plans\/sample-plan1\/items\/07\.html" [^>]*>No\.7 滞納整理の推進</)
    expect(main).toMatch(/href="\.\.\/plans\/sample-plan1\/source\.html#L229" [^>]*>12,300,000</)
    const document = readFileSync(join(root, 'data/sample-plan1/document.txt'), 'utf8')
    expect(document.split('\n')[228]).toContain('12,300千円')
  })

  it('add up over the plans what is called the same, by a receipt of all years, and say why else they do not', () => {
    expect(cardOf(pages, '/items/03', 'line')?.finding).toBe('効果額は、前後のプランと合わせた5年度分で1,093万円')
    expect(words(pageOf(pages, '/items/03').main)).toContain(
      '令和2年度 (2020)1,850,000円令和3年度 (2021)2,040,000円令和4年度 (2022)2,210,000円令和5年度 (2023)2,350,000円令和6年度 (2024)2,480,000円結果10,930,000円',
    )
    expect(cardOf(pages, '/items/02', 'line')?.finding).toBe('2つのプランにわたる項目')
    expect(words(pageOf(pages, '/items/02').main)).toContain('年度によって効果の内容が違うので、プランをまたいで合計しない。')
  })

  it('draw the border of the plans in the chart', () => {
    const chart =
      pageOf(pages, '/items/03')
        .main.split('id="line"')[1]
        ?.match(/<svg.*?<\/svg>/s)?.[0] ?? ''
    expect(chart).toContain('stroke-dasharray="5 4"')
    expect(words(chart.replaceAll('svg', 'g'))).toMatch(/見本市 第1次行政改革プラン.*見本市 第2次行政改革プラン/)
  })

  it('list on 項目 which items go on, begin, are split, or ended before', () => {
    expect(cardOf(pages, '/items/index', 'item-lines')?.finding).toBe('前のプランから続くのは9項目、このプランで始まったのは3項目')
    const rows = rowsOf(pages, '/items/index', 'item-lines')
    expect(rows).toContain('No.6 滞納整理の推進|No.7 滞納整理の推進|')
    expect(rows).toContain('No.12 電子申請の拡大|No.1 窓口のデジタル化 (分かれた)|')
    expect(rows).toContain('No.11 水道事業の経営改善|このプランで始まった|')
    expect(rows.slice(-2)).toEqual(['(このプランにない)|No.6 保育所の民営化|', '(このプランにない)|No.10 電話交換業務の委託|'])
  })

  it('add up on 効果額 what can be added up over the plans, and say why else not', () => {
    expect(cardOf(pages, '/effects', 'effect-lines')?.finding).toBe('前後のプランにも効果額がある項目は5項目、うち合計できるのは4項目')
    expect(rowsOf(pages, '/effects', 'effect-lines').slice(1)).toEqual([
      'No.2 事務事業の見直し|見本市 第1次行政改革プランのNo.2 事務事業の見直しから続く。|5年度|合計しない (年度によって効果の内容が違う)|',
      'No.3 広告収入の確保|見本市 第1次行政改革プランのNo.3 広告収入の確保から続く。|5年度|10,930,000|',
      'No.6 滞納整理の推進|見本市 第1次行政改革プランのNo.7 滞納整理の推進から続く。|5年度|53,050,000|',
      'No.7 使用料等の収納強化|見本市 第1次行政改革プランのNo.8 使用料等の収納強化から続く。|5年度|7,580,000|',
      'No.9 遊休財産の活用|見本市 第1次行政改革プランのNo.9 遊休財産の活用から続く。|5年度|25,010,000|',
    ])
  })

  it('follow on 職員数 the head counts over both plans', () => {
    expect(cardOf(pages, '/staffing', 'line-4')?.finding).toBe('前後のプランと合わせると、職員数は令和2年度の412人から令和6年度の402人へ')
    expect(rowsOf(pages, '/staffing', 'line-4').slice(1)).toEqual([
      '令和2年度 (2020)|見本市 第1次行政改革プラン|No.4 定員の適正化|410|412|129行|',
      '令和3年度 (2021)|見本市 第1次行政改革プラン|No.4 定員の適正化|408|407|130行|',
      '令和4年度 (2022)|見本市 第1次行政改革プラン|No.4 定員の適正化|406|403|131行|',
      '令和5年度 (2023)|このプラン|No.4 定員の適正化|404|401|原文119行|',
      '令和6年度 (2024)|このプラン|No.4 定員の適正化|404|402|原文120行|',
    ])
  })

  it('show on every other page the numbers of their own plan alone', () => {
    for (const path of ['/index', '/collections', '/revenue', '/sheet']) expect(words(pageOf(pages, path).main), path).not.toContain('令和2年度')
    expect(rowsOf(pages, '/items/index', 'items')).toHaveLength(13)
  })
})

describe('the pages of a plan that goes on in another', () => {
  let pages: DrawnPage[]
  beforeAll(async () => {
    pages = await draw('sample-plan1')
  })

  it('say where an item goes on, and which have ended', () => {
    const said = (no: string) => words(pageOf(pages, `/items/${no}`).main).match(/前後のプラン(.*?)課題の引継ぎ先/)?.[1]
    expect(said('07')).toBe('見本市 第2次行政改革プランのNo.6 滞納整理の推進に続く。')
    expect(said('01')).toBe('見本市 第2次行政改革プランのNo.1 窓口のデジタル化、No.12 電子申請の拡大に分かれた。')
    expect(said('10')).toBe('次のプラン (見本市 第2次行政改革プラン) にはない。')
    expect(cardOf(pages, '/items/index', 'item-lines')?.finding).toBe('次のプランに続くのは8項目、次のプランにないのは2項目')
  })
})
