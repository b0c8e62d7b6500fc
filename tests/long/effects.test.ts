import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { drawDocument } from '../support/drawn.ts'

const twoYears = `第2次行政改革プラン取組実績一覧

\t項目\t記入担当課
1\t広告収入の確保\t広報課

No.1 広告収入の確保

【担当課：広報課】

改善・推進の内容\t改善スケジュール\t\t改善・推進目標
\t5年度\t6年度\t
広告枠の拡大\t①\t①\t広告による収入を増やす。
主な取組内容
①広告枠の販売
令和5年度～令和6年度の実績
【令和5年度（実績）】 ・封筒に広告枠を設けた。
【令和6年度（実績）】 ・広告枠をウェブサイトに広げた。
取組の検証
①達成できたこと（成果）
○広告枠が売れた。
取組による効果\t令和5年度\t増収額 1,500,000円
\t令和6年度\t増収額 2,000,000円
\t総計\t増収額 3,500,000円
2カ年の評価（総括）\tA
【3次プランにおいて取り組むべき課題】
○広告主を増やす。
`

/** The first words of a page, and its cards by their id with what they find. */
function shown(pages: readonly DrawnPage[], path: string): { lead: string | undefined; cards: Record<string, string> } {
  const page = pages.find((other) => other.path === path)
  const { document } = parseHTML(`<main>${page?.main}</main>`)
  return {
    lead: document.querySelector('.lead')?.textContent ?? undefined,
    cards: Object.fromEntries((page?.cards ?? []).map(({ id, finding }) => [id, finding])),
  }
}

/** What the sheet for the council says in its sentences, over its effects, and in each row of them. */
function sheetOf(pages: readonly DrawnPage[]): { sentences: string[]; note: string; effects: string[] } {
  const page = pages.find(({ path }) => path === '/sheet')
  const { document } = parseHTML(`<main>${page?.main}</main>`)
  const words = (element: Element) => [...element.children].map(({ textContent }) => textContent?.trim()).join(' ')
  return {
    sentences: [...document.querySelectorAll('.sheet-sentences li')].map(({ textContent }) => textContent?.trim() ?? ''),
    note: document.querySelector('.sheet-effects > p')?.textContent ?? '',
    effects: [...document.querySelectorAll('.sheet-effects tr')].map(words),
  }
}

describe('効果額 of another plan', () => {
  it('leaves out what two years of savings alone do not have', async () => {
    const { pages } = await drawDocument(twoYears)
    const { lead, cards } = shown(pages, '/effects')
    expect(lead).toBe(
      '効果額は令和5年度150万円、令和6年度200万円。令和6年度は前年度より33.3%増。ただし、一過性か恒常かは文書に記載なし。効果額は令和5–6年度の合計で350万円。',
    )
    expect(Object.keys(cards)).toEqual(['comparison', 'cumulative', 'items', 'totals', 'definitions'])
    expect(cards.totals).toBe('公表の総計 (金額) 1件は、各年度の合計と一致')
    expect(shown(pages, '/revenue')).toEqual({ lead: 'この文書には、寄附の受入れも資産の売却・貸付も書かれていない。', cards: {} })
  })

  it('says that nothing can be compared where the name changed, and states no rate', async () => {
    const { pages } = await drawDocument(twoYears.replace('令和6年度\t増収額', '令和6年度\t広告枠の売却額'))
    const { lead, cards } = shown(pages, '/effects')
    expect(lead).toBe('年度を通して同じ内容の効果はなく、増減は比べられない。効果額は令和5–6年度の合計で350万円。')
    expect(cards.comparison).toBe('年度を通して同じ内容の効果はなく、増減は比べられない')
    expect(pages.find(({ path }) => path === '/items/01')?.cards.find(({ id }) => id === 'effects')?.finding).toBe(
      '効果額は全年度で350万円、令和6年度は比較しない (効果の内容が年度で違う)',
    )
    expect(pages.find(({ path }) => path === '/index')?.cards.map(({ id }) => id)).not.toContain('moved')
  })

  it('keeps a rate over 1,000% in the table', async () => {
    const { pages } = await drawDocument(twoYears.replace('1,500,000円', '100,000円').replace('3,500,000円', '2,100,000円'))
    const { lead } = shown(pages, '/effects')
    expect(lead).toContain('効果額は令和5年度10万円、令和6年度200万円。ただし')
    const page = pages.find(({ path }) => path === '/effects')
    const { document } = parseHTML(`<main>${page?.main}</main>`)
    const places = [...document.querySelectorAll('*')].filter(
      ({ childElementCount, textContent }) => childElementCount === 0 && textContent?.includes('1,900.0%'),
    )
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !place.closest('table, .receipts'))).toEqual([])
  })

  it('names one year, and adds up nothing, where there is but one', async () => {
    const { pages } = await drawDocument(twoYears.replace('\t令和6年度\t増収額 2,000,000円\n', '').replace('3,500,000円', '1,500,000円'))
    expect(shown(pages, '/effects').lead).toBe('効果額は令和5年度に150万円。')
    expect(sheetOf(pages).sentences[0]).toBe('効果額は令和5年度に150万円。')
    expect(sheetOf(pages).effects).toEqual(['区分 令和5年度', '効果額 150万円'])
  })

  it('says that all of it is donations where it is', async () => {
    const { pages } = await drawDocument(twoYears.replaceAll('増収額', '寄附額'))
    const { lead, cards } = shown(pages, '/effects')
    expect(lead).toBe('効果額はすべて寄附の受入。効果額は令和5–6年度の合計で350万円。')
    expect(cards.comparison).toBe('効果額はすべて寄附の受入')
    expect(sheetOf(pages).sentences[0]).toBe('効果額は令和5–6年度の合計で350万円で、すべて寄附の受入。')
    expect(sheetOf(pages).note).toBe('')
    expect(sheetOf(pages).effects).toEqual(['区分 令和5年度 令和6年度 全年度の合計', '寄附の受入 150万円 200万円 350万円'])
  })

  it('says on the sheet of what it is not known whether it lasts', async () => {
    const { pages } = await drawDocument(twoYears)
    expect(sheetOf(pages).note).toBe('効果額が一過性か恒常かは文書に記載なし。')
    expect(sheetOf(pages).effects).toEqual(['区分 令和5年度 令和6年度 全年度の合計', '効果額 150万円 200万円 350万円'])
  })

  it('writes the greatest change alike on 概要 and 効果額', async () => {
    const amounts = twoYears.replace('1,500,000円', '214,800,000円').replace('2,000,000円', '300,000,000円').replace('3,500,000円', '514,800,000円')
    const { pages } = await drawDocument(amounts)
    expect(shown(pages, '/index').cards.moved).toContain('広告収入の確保の8,520万円増')
    expect(shown(pages, '/effects').cards.items).toContain('「広告収入の確保」の8,520万円増')
  })

  it('leaves out the caution where the document says what is for once', async () => {
    const { pages } = await drawDocument(twoYears.replace('○広告枠が売れた。', '○広告枠が売れた。一過性の収入である。'))
    expect(shown(pages, '/effects').lead).not.toContain('一過性か恒常かは文書に記載なし')
  })

  it('says so where no effect is stated', async () => {
    const { pages } = await drawDocument(twoYears.replace(/取組による効果.*\n.*\n.*\n/, ''))
    expect(shown(pages, '/effects')).toEqual({ lead: 'この文書には、金額で示された効果がない。', cards: {} })
  })
})
