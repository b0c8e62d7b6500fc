import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ComputedFact, Fact } from '../../src/facts/fact.ts'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText, type ItemText } from '../support/documents.ts'
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
    expect(receipts).toContain('目標と比べた結果が「達成」の項目・年度を数える: No.19 ふるさと納税制度の活用、令和2年度 (2020) 5件 = 1項目・年度')
  })
})

describe('an item whose effects are partly donations', () => {
  const effects = ['令和2年度\t広告料\t1,000円', '\t寄附受入\t3件\t9,000円', '令和3年度\t広告料\t2,000円', '\t寄附受入\t4件\t1,000円', '総計\t13,000円']

  it('has one total of both, and says that donations are among them', async () => {
    const { pages } = await drawDocument(documentText({ effects }))
    const list = receiptsOf(pages, '/items/index', 'items')
    expect(list).toContain('各年度の効果額の合計 (うちの行は内数を含む額に入っているので足さない): 令和2年度 (2020) 10000円、令和3年度 (2021) 3000円 = 13000円')
    expect(pages.find(({ path }) => path === '/items/index')?.main).toContain('<small>寄附を含む</small>')
    const card = pages.find(({ path }) => path === '/items/01')?.cards.find(({ id }) => id === 'effects')
    expect(card?.finding).toBe('効果額は全年度で1万円、令和3年度は前年度より70.0%減')
    expect(card?.scope).toContain('寄附の受入額を含む。')
  })
})

describe('ratings on other scales', () => {
  const noted = (note: string, ...ratings: string[]) =>
    documentText(...ratings.map((rating, index) => ({ no: index + 1, years: { 令和3年度: '・進めた。' }, rating }))).replaceAll('※A, B, C, Dの評価を記載', note)
  const scale = async (document: string) => {
    const { pages } = await drawDocument(document)
    const main = (path: string) => pages.find((page) => page.path === path)?.main ?? ''
    const { document: page } = parseHTML(`<main>${main('/ratings')}</main>`)
    const rows = [...page.querySelectorAll('#distribution tbody tr')].map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent?.trim()))
    const { document: overview } = parseHTML(`<main>${main('/index')}</main>`)
    const tile = [...overview.querySelectorAll('.tile')].find((one) => one.querySelector('.tile-name')?.textContent?.startsWith('評価'))
    const words = [...(tile?.querySelectorAll('.tile-figure, .tile-detail:last-child') ?? [])].map((part) => part.textContent?.replace(/\s+/g, ' ').trim())
    return { rows, scope: page.querySelector('#distribution .scope')?.textContent, words }
  }

  it('S to F come out whole', async () => {
    const { rows, words } = await scale(noted('※S、A、B、C、D、E、Fの評価を記載', 'F', 'S', 'A'))
    expect(rows).toEqual([
      ['S ★', '1'],
      ['A ●', '1'],
      ['B ■', '0'],
      ['C ◆', '0'],
      ['D ▬', '0'],
      ['E □', '0'],
      ['F ◇', '1'],
    ])
    expect(words).toEqual(['S1 A1 B0 C0 D0 E0 F1', 'S・A・B・C・D・E・Fの意味は文書に記載なし'])
  })

  it('signs come out as they are printed, △ among them', async () => {
    const { rows, words } = await scale(noted('※○△×の評価を記載', '○', '○'))
    expect(rows).toEqual([
      ['○', '2'],
      ['△', '0'],
      ['×', '0'],
    ])
    expect(words).toEqual(['○2 △0 ×0', '○・△・×の意味は文書に記載なし'])
  })

  it('words speak for themselves', async () => {
    const { rows, scope, words } = await scale(noted('※達成・一部達成・未達成', '一部達成'))
    expect(rows).toEqual([
      ['達成', '0'],
      ['一部達成', '1'],
      ['未達成', '0'],
    ])
    expect(scope).toMatch(/評価の段階は達成・一部達成・未達成。$/)
    expect(words[0]).toBe('達成 0件、一部達成 1件、未達成 0件')
  })

  it('letters that the document explains are said to be no unknown', async () => {
    const { scope, words } = await scale(noted('※A（計画以上）、B（計画未満）', 'A'))
    expect(scope).toMatch(/評価の段階はA・B。$/)
    expect(words.join()).not.toContain('記載なし')
  })

  it('without a scale have only what was given', async () => {
    const { rows, scope } = await scale(noted('', 'A', 'C'))
    expect(rows).toEqual([
      ['A ●', '1'],
      ['C ◆', '1'],
    ])
    expect(scope).toMatch(/評価の段階は文書に記載なし。$/)
  })
})

describe('評価 of another plan', () => {
  const findings = async (...items: ItemText[]) => {
    const drawn = await drawDocument(documentText(...items))
    const cardsOf = (path: string) => drawn.pages.find((page) => page.path === path)?.cards ?? []
    const named = (path: string, id: string) => cardsOf(path).find((card) => card.id === id)?.finding
    const main = (path: string) => parseHTML(`<main>${drawn.pages.find((page) => page.path === path)?.main}</main>`).document
    return { named, main }
  }
  const years = (text: string) => ({ 令和2年度: text, 令和3年度: '・進めた。', 令和4年度: '・進めた。' })

  it('takes 特になし for no entry', async () => {
    const { named } = await findings(
      { no: 1, rating: 'A', achieved: '○進んだ。', notAchieved: '○特になし。', next: '○特になし。' },
      { no: 2, rating: 'C', achieved: '○進んだ。', notAchieved: '○遅れた。', next: '○続ける。' },
    )
    expect(named('/ratings', 'support')).toBe('達成できなかったことを挙げていないのは1項目 (No.1) で、評価はA')
    expect(named('/ratings', 'lowest')).toBe('評価が最も低いCの1項目は、達成できなかったことを挙げている')
    expect(named('/ratings', 'next-plan')).toContain('1項目')
    expect(named('/items/01', 'review')).toBe('達成できたことは1件、できなかったことは該当なし、残る課題は該当なし')
    expect(named('/items/02', 'review')).toBe('達成できたことは1件、できなかったことは1件、残る課題は1件')
  })

  it('says in words how all of some targets came out', async () => {
    const effects = ['令和3年度\t削減額\t1,200千円', '令和4年度\t削減額\t1,300千円', '総計\t削減額\t2,500千円']
    const target = '○令和3年度と令和4年度は目標額を1,100千円とした。'
    const reached = await findings({ no: 1, years: years('・進めた。'), notAchieved: target, effects })
    expect(reached.named('/effects', 'targets')).toBe('No.1「見本の項目」は令和4年度に目標の118.2%。目標のある2件とも届いた')
    const missed = await findings({ no: 1, years: years('・進めた。'), notAchieved: target.replace('1,100', '2,000'), effects })
    expect(missed.named('/effects', 'targets')).toBe('No.1「見本の項目」は令和4年度に目標の65.0%。目標のある2件とも届かなかった')
    expect(missed.named('/ratings', 'targets')).toBe('数値目標と比べられるのは1項目中1項目。達成は0件、未達は2件 (項目・年度)')
  })

  it('says nothing of met and missed where there are head counts alone', async () => {
    const staff = '・職員数 計画505人、実績503人'
    const { main } = await findings({ no: 1, rating: 'B', notAchieved: '○【R2.4.1】計画505人、実績503人 【R3.4.1】計画500人、実績501人', years: years(staff) })
    const tile = [...main('/index').querySelectorAll('.tile')].find(({ textContent }) => textContent?.includes('目標と比べられる項目'))
    expect([...(tile?.querySelectorAll('.tile-detail') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '職員数が計画より多いのは1件、計画より少ないのは1件 (項目・年度)',
    ])
  })
})
