import { beforeAll, describe, expect, it } from 'vitest'
import type { ComputedFact, Fact } from '../../src/facts/fact.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument, drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

/** A receipt in words: its formula, its operands with what they hold, and its result. */
function receipt({ formula, operands, value, unit }: ComputedFact): string {
  const parts = operands.map(({ name, fact }) => `${name} ${'words' in fact ? fact.words : `${fact.value}${fact.unit}`}`)
  return `${formula.words}: ${parts.join('、')} = ${value}${unit}`
}

/** The receipts that a card shows, each once. */
function receiptsOf(pages: readonly DrawnPage[], path: string, card: string): string[] {
  const facts: readonly Fact[] = pages.find((page) => page.path === path)?.cards.find(({ id }) => id === card)?.facts ?? []
  return [...new Set(facts.flatMap((fact) => (fact.kind === 'computed' ? [receipt(fact)] : [])))]
}

let pages: readonly DrawnPage[]
beforeAll(async () => {
  pages = (await drawPlan(digestPath)).pages
})

describe('the receipts of 評価', () => {
  it('count the items of a rating, and take their share of all that are rated', () => {
    const receipts = receiptsOf(pages, '/ratings', 'distribution')
    expect(receipts).toContain(
      '総括評価がAの項目を数える: No.5 補助金・負担金の見直し A、No.8 組織機構の見直し A、No.13 電算システム運用の見直し A、No.19 ふるさと納税制度の活用 A、No.21 病院事業の経営健全化 A = 5件',
    )
    expect(receipts).toContain('評価の項目数 ÷ 評価のある項目の数 × 100、小数第1位に丸める: A 5件、評価のある項目 22件 = 22.7%')
  })

  it('count the items of a department, and those of each rating', () => {
    const receipts = receiptsOf(pages, '/ratings', 'departments')
    expect(receipts).toContain('財政課が記入し、評価がBの項目を数える: No.15 市の公共施設のあり方の検討 B、No.20 遊休資産の活用 B = 2件')
    expect(receipts.find((words) => words.startsWith('行政管理課が記入した項目を数える'))).toMatch(/ = 6件$/)
  })

  it('count items by what each of them has', () => {
    const receipts = receiptsOf(pages, '/ratings', 'support-by-rating')
    expect(receipts).toContain(
      '効果額のある項目を数える (総括評価: A): No.19 ふるさと納税制度の活用 1794443829円、No.21 病院事業の経営健全化 520904000円 = 2項目',
    )
    expect(receipts).toContain('目標と実績を比べられる項目を数える (総括評価: C): No.9 適正な定員管理計画の推進 3件、No.17 滞納整理の推進 2件 = 2項目')
  })

  it('name each number that an item reports by the words before it and its year', () => {
    expect(receiptsOf(pages, '/ratings', 'support')).toContain(
      '実績、振り返り、効果に書かれた金額・数・割合・点・面積を数える (年度、日付、番号は除く): 金額、令和2年度 6409595円、金額、令和3年度 8423128円、金額、令和4年度 6662946円、金額 21495669円 = 4個',
    )
  })

  it('set what came of a target or plan against it by name', () => {
    const receipts = receiptsOf(pages, '/ratings', 'targets')
    expect(receipts).toContain('実績 − 目標: 実績 31972000円、目標 51000000円 = -19028000円')
    expect(receipts).toContain('実績 ÷ 目標 × 100、小数第1位に丸める: 実績 31972000円、目標 51000000円 = 62.7%')
    expect(receipts).toContain('実績 − 計画: 実績 977人、計画 984人 = -7人')
  })
})

describe('an item whose effects are partly donations', () => {
  const effects = ['令和2年度\t広告料\t1,000円', '\t寄附受入\t3件\t9,000円', '令和3年度\t広告料\t2,000円', '\t寄附受入\t4件\t1,000円', '総計\t13,000円']

  it('has one total of both, and says that donations are among them', async () => {
    const { pages } = await drawDocument(documentText({ effects }))
    const list = receiptsOf(pages, '/items/index', 'items')
    expect(list).toContain('各年度の効果額の合計 (うちの行は含む側に入っているので足さない): 令和2年度 (2020) 10000円、令和3年度 (2021) 3000円 = 13000円')
    expect(pages.find(({ path }) => path === '/items/index')?.main).toContain('<small>寄附を含む</small>')
    const card = pages.find(({ path }) => path === '/items/01')?.cards.find(({ id }) => id === 'effects')
    expect(card?.finding).toBe('効果額は全年度で1万円、令和3年度は前年度より70.0%減')
    expect(card?.scope).toContain('寄附の受入額を含む。')
  })
})
