import { describe, expect, it } from 'vitest'
import { findings, type ItemText, readItem } from '../support/documents.ts'

/** An item whose effects of 令和2, 3 and 4年度 are 40, 60 and 50 million yen. */
const savings: ItemText = {
  title: '滞納整理の推進',
  years: { 令和2年度: '・始めた。', 令和3年度: '・続けた。', 令和4年度: '・続けた。' },
  effects: ['令和2年度\t削減額（増収額）40,000千円', '令和3年度\t削減額（増収額）60,000千円', '令和4年度\t削減額（増収額）50,000千円'],
}

/** An item with donations of 令和4年度: 798,597,550 yen. */
const donations: ItemText = {
  title: 'ふるさと納税制度の活用',
  years: { 令和4年度: '・始めた。' },
  effects: ['令和4年度\t寄附受入（実績）\t59,937件\t798,597,550円'],
}

/** An item with 98 people for 100 planned on the first of April 2021. */
const staff: ItemText = { title: '定員の管理', years: { 令和3年度: '・令和3年4月1日時点の職員数（一般職）は計画100人に対し98人だった。' } }

const compared = (item: ItemText) =>
  findings(readItem(item), 'sentence-comparison').map(({ fiscal_year, outcome, relation, published, computed }) => [
    fiscal_year,
    outcome,
    relation,
    published,
    computed,
  ])

/** What a sentence of the results of 令和4年度 gives. */
const ofResult = (item: ItemText, sentence: string) => compared({ ...item, years: { ...item.years, 令和4年度: `・${sentence}` } })

const millions = 1_000_000

describe('a sentence that says what came to pass is compared with the table', () => {
  it.each([
    ['寄付額は7億9千万を超え、過去最高となった。', 'agrees', 'over', 790],
    ['過去最高の7億9千万円を超える寄附額となった。', 'agrees', 'over', 790],
    ['本年度の寄附額は8億円を超えた。', 'differs', 'over', 800],
    ['ふるさと納税の寄附金額は7億円に達した。', 'agrees', 'at_least', 700],
    ['寄附額は目標額の8億円に届かなかった。', 'agrees', 'under', 800],
    ['寄附額は、目標の8億円を大きく上回った。', 'differs', 'over', 800],
    ['寄附の呼びかけを続けたものの、寄附額は目標額（7億円）に及ばず、次の手を考えた。', 'differs', 'under', 700],
    ['寄附額は7億円の目標を達成することができた。', 'agrees', 'at_least', 700],
    ['寄附額は8億円を超えなかった。', 'agrees', 'at_most', 800],
    ['寄附額は目標額の8億円を達成するには至らなかった。', 'agrees', 'under', 800],
    ['寄附額は7億円を下回ることはなかった。', 'agrees', 'at_least', 700],
  ])('%s', (sentence, outcome, relation, bound) => {
    expect(ofResult(donations, sentence)).toEqual([[2022, outcome, relation, bound * millions, 798_597_550]])
  })

  it('of several years, each against the target', () => {
    const notAchieved = '○物価高などもあり、令和2年度及び令和3年度の滞納整理による効果は、目標額の51,000,000円に届かなかった。'
    expect(compared({ ...savings, notAchieved })).toEqual([
      [2020, 'agrees', 'under', 51 * millions, 40 * millions],
      [2021, 'differs', 'under', 51 * millions, 60 * millions],
    ])
  })

  it('of a span of years, against the planned staff', () => {
    const notAchieved =
      '○採用が進まず、令和3～4年度については定員管理計画の計画人数（一般職）を下回る職員数となった。 【R3.4.1】計画100人、実績98人 【R4.4.1】計画99人、実績99人'
    expect(compared({ ...staff, notAchieved })).toEqual([
      [2021, 'agrees', 'under', 100, 98],
      [2022, 'differs', 'under', 99, 99],
    ])
  })

  it('of a year that is planned beside it in the effects table', () => {
    const effects = ['年度\t項目\t計画額\t実績額', '令和3年度\t節減額\t3,000千円\t2,000千円', '令和4年度\t節減額\t3,000千円\t4,000千円']
    const item = { title: '経費の節減', years: { 令和3年度: '・節減額は計画額を下回った。', 令和4年度: '・節減額は計画額を下回った。' }, effects }
    expect(compared(item)).toEqual([
      [2021, 'agrees', 'under', 3 * millions, 2 * millions],
      [2022, 'differs', 'under', 3 * millions, 4 * millions],
    ])
  })

  it('of a target for the same amount that another sentence states', () => {
    expect(ofResult(donations, '寄附額の目標を8億円とした。 ・寄附額は目標額を達成できなかった。')).toEqual([
      [2022, 'agrees', 'under', 800 * millions, 798_597_550],
    ])
    expect(ofResult(donations, '寄附額の目標を8億円とした。 ・寄附額は目標を大きく上回った。')).toEqual([
      [2022, 'differs', 'over', 800 * millions, 798_597_550],
    ])
    expect(ofResult(donations, '売上の目標を8億円とした。 ・寄附額は目標を大きく上回った。')).toEqual([])
    expect(ofResult(donations, '寄附額の目標を8億円とした。 ・寄附額の目標を7億円とした。 ・寄附額は目標を上回った。')).toEqual([])
  })

  it('of what was sold or leased', () => {
    const year = '・売却額 2,500,000円：売却1件（随意契約） ・売却額は2百万円を超えた。'
    expect(compared({ title: '資産の活用', years: { 令和4年度: year } })).toEqual([[2022, 'agrees', 'over', 2 * millions, 2_500_000]])
  })
})

describe('a sentence that leaves a side open gives nothing', () => {
  it.each([
    ['a goal', '寄附額が8億円を超えることを目指した。'],
    ['a hope', '寄附額は8億円を超える見込みである。'],
    ['a plan to come', '次年度の寄附額は8億円を上回るよう努める。'],
    ['a condition', '寄附額が8億円を超えた場合は返礼品を見直す。'],
    ['a question', '寄附額は8億円を超えたかどうかを毎月確かめた。'],
    ['a denial', '寄附額は目標額の7億円を達成できたとは言えない。'],
    ['a part', '企業版ふるさと納税の寄附額は8億円を超えた。'],
    ['a part in a clause before', '企業版については、寄附額は8億円を超えた。'],
    ['a month', '12月の寄附額は8億円を超えた。'],
    ['another year', '前年度の寄附額は8億円を超えた。'],
    ['a year that the table lacks', '令和3年度の寄附額は8億円を超えた。'],
    ['all years together', '3カ年の累計の寄附額は8億円を超えた。'],
    ['about so much', '寄附額は約8億円を超えた。'],
    ['a difference', '寄附額は前の年を8億円上回った。'],
    ['another amount', '返礼品の調達額は8億円を超えた。'],
    ['no amount', '申込みは60,000件を超えた。'],
    ['a target without its amount', '寄附額は目標額を達成できなかった。'],
    ['no subject', '8億円を超えた。'],
    ['a quotation', '寄附額は「8億円を超えた」'],
    ['a sum of people', '個人と企業の寄附額は8億円を超えた。'],
    ['another effect', '経済効果は8億円を超えた。'],
    ['a day in between', '寄附額は開始から5年で8億円を超えた。'],
    ['what it was not yet', '寄附額が8億円を超えるには更なる返礼品の開発が要る。'],
    ['what led to something', '寄附額が8億円を超えたことを受け、返礼品を見直した。'],
    ['a rule', '8億円を超える寄附額を受けた際の手順を定めた。'],
    ['some of many', '8億円を超える寄附額もあった。'],
    ['roughly so much', '寄附額は8億円台に達した。'],
    ['a year of which it was true', '目標額の9億円を達成した令和3年度に続き、寄附が伸びた。'],
    ['nearly so', '寄附額は、概ね目標額の8億円を達成できた。'],
  ])('%s: %s', (_, sentence) => {
    expect(ofResult(donations, sentence)).toEqual([])
  })

  it('where several years are named for one number', () => {
    expect(compared({ ...savings, achieved: '○令和2年度と令和3年度の効果額は70,000千円を超えた。' })).toEqual([])
  })

  it('where the amount of several years may be meant together', () => {
    const said = (text: string) => compared({ ...savings, notAchieved: `○${text}` })
    expect(said('令和2年度から令和4年度までの効果額は目標額の55,000千円に届かなかった。')).toEqual([])
    expect(said('令和2年度及び令和3年度の効果額は目標額の70,000千円を達成した。')).toEqual([])
    expect(said('令和2年度と令和3年度の効果額は70,000千円を下回った。')).toEqual([])
  })

  it('where the results name no year for the staff, whose day may be in another', () => {
    const years = { 令和3年度: '・令和3年4月1日時点の職員数は計画100人に対し98人だった。 ・職員数は計画人数を上回った。' }
    expect(compared({ ...staff, years })).toEqual([])
  })

  it('where another item counts an effect of the year too', () => {
    const effects = ['令和4年度\t寄附受入\t5,000千円', '\t寄附受入（No.2再掲）\t1,000千円']
    expect(ofResult({ ...donations, effects }, '寄附額は8億円を超えた。')).toEqual([])
  })

  it('where the review names no year', () => {
    expect(compared({ ...savings, achieved: '○効果額は70,000千円を超えた。' })).toEqual([])
  })

  it('where the year has effects of several kinds, or one whose amount is open', () => {
    const effects = ['令和4年度\t寄附受入\t5,000千円', '\t経費の削減額\t1,000千円']
    expect(ofResult({ ...donations, effects }, '寄附額は8億円を超えた。')).toEqual([])
    expect(ofResult({ ...donations, effects: ['令和4年度\t寄附受入\t集計中'] }, '寄附額は8億円を超えた。')).toEqual([])
  })

  it('in what is left to do', () => {
    expect(compared({ ...savings, next: '○令和4年度の効果額は70,000千円を超えた。' })).toEqual([])
  })
})

it('says both sides in its message, and allows for rounded amounts', () => {
  const reading = readItem({ ...savings, years: { 令和4年度: '・効果額は50,000千円を超えた。' } })
  expect(findings(reading, 'sentence-comparison')).toMatchObject([
    { outcome: 'agrees', message: '文の「50,000千円を超えた」と表の効果額 (円)は一致: 公表 50,000,000超、計算 50,000,000' },
  ])
})
