import { describe, expect, it } from 'vitest'
import { documentText, findings, messages, read } from '../support/documents.ts'

const item = {
  no: 1,
  title: '広報紙',
  years: { 令和2年度: '・進めた。', 令和3年度: '・進めた。' },
  effects: ['令和2年度\t紙代の減\t30千円', '令和3年度\t紙代の減\t50千円', '総計\t80千円'],
  rating: 'A',
  next: '\n○続ける。',
}
const [title, ...body] = documentText(item).split('\n')
/** The document of the item with lines between its title and the item. */
const inFront = (...lines: string[]) => read([title, ...lines, ...body].join('\n'))
/** The document of the item with lines after it. */
const behind = (...lines: string[]) => read([title, ...body, ...lines, ''].join('\n'))
const rows = ({ planEffects }: ReturnType<typeof read>) =>
  planEffects.map(({ fiscal_year, measure, basis, amount_yen }) => [fiscal_year, measure, basis, amount_yen])

const years = '区分\t令和2年度\t令和3年度\t計'
const matrix = [years, '削減額\t△30\t△50\t△80', '収入額\t5\t7\t12', '効果額\t35\t57\t92']

describe('a table of years before the items', () => {
  it('gives an amount for each year and for all years, savings with △ as gains where 効果額 is the sum of both', () => {
    const reading = inFront('１　各年度の効果額', '（単位：千円）', ...matrix)
    expect(rows(reading)).toEqual([
      [2020, 'saving', 'actual', 30_000],
      [2021, 'saving', 'actual', 50_000],
      [null, 'saving', 'actual', 80_000],
      [2020, 'revenue', 'actual', 5000],
      [2021, 'revenue', 'actual', 7000],
      [null, 'revenue', 'actual', 12_000],
      [2020, 'total', 'actual', 35_000],
      [2021, 'total', 'actual', 57_000],
      [null, 'total', 'actual', 92_000],
    ])
    expect(reading.planEffects[0]).toMatchObject({ effect_no: 1, words: { text: '△30', place: { start: { line: 5, column: 5 } } } })
    expect(reading.reported).toEqual([])
    expect(reading.sourceLines.slice(1, 7).map(({ part, item_no }) => [part, item_no])).toEqual(Array(6).fill(['plan_effects', null]))
    const ofFirst = reading.figures.find(({ words }) => words.text === '30' && words.place.start.line === 5)
    expect(ofFirst).toMatchObject({ role: 'amount', unit: '千円', value_scaled: 30_000, lands_in: 'plan_effects.amount_yen', item_no: null, fiscal_year: 2020 })
  })

  it('keeps cumulative amounts apart, and gives none for the sum of them', () => {
    const reading = inFront('１　単年度効果額', '単位：千円', years, '効果額\t35\t57\t92', '２　継続的効果額', '単位：千円', years, '効果額\t35\t92\t127')
    expect(rows(reading)).toEqual([
      [2020, 'total', 'actual', 35_000],
      [2021, 'total', 'actual', 57_000],
      [null, 'total', 'actual', 92_000],
      [2020, 'total', 'cumulative', 35_000],
      [2021, 'total', 'cumulative', 92_000],
    ])
    expect(reading.figures.find(({ words }) => words.text === '127')).toMatchObject({ lands_in: null, reason: 'cumulative', role: 'amount' })
    expect(reading.reported).toEqual([])
  })

  it('tells what is planned from what came of it, by rows and by heads', () => {
    expect(rows(inFront('効果額の推移', '単位：円', '区分\t令和2年度\t令和3年度', '計画額\t1,000\t2,000', '実績額\t900\t2,100', '達成率\t90\t105'))).toEqual([
      [2020, 'total', 'planned', 1000],
      [2021, 'total', 'planned', 2000],
      [2020, 'total', 'actual', 900],
      [2021, 'total', 'actual', 2100],
    ])
    expect(rows(inFront('目標効果額', '単位：円', '区分\t令和2年度\t令和3年度', '効果額\t1,000\t2,000'))).toEqual([
      [2020, 'total', 'planned', 1000],
      [2021, 'total', 'planned', 2000],
    ])
  })

  it('may have a row for each year', () => {
    expect(
      rows(inFront('プラン全体の効果額', '（単位：千円）', '年度\t歳出削減額\t歳入増加額\t効果額', '令和2年度\t30\t5\t35', '令和3年度\t50\t7\t57')),
    ).toEqual([
      [2020, 'saving', 'actual', 30_000],
      [2020, 'revenue', 'actual', 5000],
      [2020, 'total', 'actual', 35_000],
      [2021, 'saving', 'actual', 50_000],
      [2021, 'revenue', 'actual', 7000],
      [2021, 'total', 'actual', 57_000],
    ])
  })
})

it('the number of a head below the contents is no line of theirs', () => {
  const reading = inFront('\t項目\t記入担当課', '1\t広報紙\t総務課', '', '１　各年度の効果額', '（単位：千円）', ...matrix)
  expect(reading.planEffects).toHaveLength(9)
  expect(findings(reading, 'section-present').map(({ outcome }) => outcome)).toEqual(['agrees'])
  expect(reading.reported).toEqual([])
})

describe('the sign of a saving', () => {
  const savings = (...lines: string[]) => inFront('プラン全体の効果額', '単位：千円', '区分\t令和2年度\t令和3年度', ...lines)

  it('is that of a loss where the printed 効果額 says so, or nothing else does', () => {
    expect(rows(savings('削減額\t△30\t△50', '収入額\t5\t7', '効果額\t△25\t△43')).slice(0, 2)).toEqual([
      [2020, 'saving', 'actual', -30_000],
      [2021, 'saving', 'actual', -50_000],
    ])
    expect(rows(savings('削減額\t△30\t△50')).map(([, , , yen]) => yen)).toEqual([-30_000, -50_000])
  })

  it('is that of a gain where one 効果額 is the sum of its parts so, though another is misprinted', () => {
    expect(rows(savings('削減額\t△30\t△50', '収入額\t5\t7', '効果額\t35\t58')).slice(0, 2)).toEqual([
      [2020, 'saving', 'actual', 30_000],
      [2021, 'saving', 'actual', 50_000],
    ])
  })

  it('is that of a gain where the name says that expenditure is cut', () => {
    expect(rows(savings('歳出削減額\t△30\t△50')).map(([, , , yen]) => yen)).toEqual([30_000, 50_000])
  })

  it('is open, and said, where △ stands beside plain amounts and nothing decides', () => {
    const reading = savings('削減額\t△30\t50')
    expect(rows(reading).map(([, , , yen]) => yen)).toEqual([null, null])
    expect(reading.reported).toContain('open-sum')
  })
})

describe('no money of the plan', () => {
  it.each([
    ['a table that does not tell of effects', ['職員の給与', '単位：千円', years, '収入額\t5\t7\t12']],
    ['a table with rows of other names', ['主な効果額', '単位：千円', years, '電気代\t5\t7\t12', '合計\t5\t7\t12']],
    ['a table with a column that is not known', ['プラン全体の効果額', '単位：千円', '区分\t令和2年度\t令和3年度\t繰越調整', '効果額\t5\t7\t12']],
    ['a table without a unit', ['プラン全体の効果額', years, '効果額\t5\t7\t12']],
    ['a head that says plan and actual', ['計画額と実績の効果額', '単位：千円', years, '効果額\t5\t7\t12']],
    ['a sentence about one thing', ['電気代の効果額は1,000円であった。']],
  ])('%s', (_, lines) => {
    expect(rows(inFront(...lines))).toEqual([])
  })
})

describe('a sentence outside items', () => {
  it.each([
    ['計画期間の効果額は1億2,345万円であった。', 'total', 'actual', 123_450_000],
    ['プラン全体の効果額の合計は、12,345千円となる。', 'total', 'actual', 12_345_000],
    ['3カ年の削減効果額は500万円を見込む。', 'saving', 'planned', 5_000_000],
  ])('%s', (line, measure, basis, yen) => {
    const reading = inFront(line)
    expect(rows(reading)).toEqual([[null, measure, basis, yen]])
    expect(reading.reported).toEqual([])
  })
})

describe('a table after the last item', () => {
  const lines = ['プラン全体の効果額', '（単位：千円）', years, '効果額\t30\t50\t80']

  it('belongs to the plan, and not to the closing list of the item', () => {
    const reading = behind('', ...lines)
    expect(rows(reading)).toEqual([
      [2020, 'total', 'actual', 30_000],
      [2021, 'total', 'actual', 50_000],
      [null, 'total', 'actual', 80_000],
    ])
    expect(reading.reviews.map(({ text }) => text)).toEqual(['続ける。'])
    expect(reading.reported).toEqual([])
  })

  it('leaves the item its list where no table of years comes after the words', () => {
    const reading = behind('○プラン全体の効果額を示す', '○次も続ける。')
    expect(reading.reviews.map(({ text }) => text)).toEqual(['続ける。', 'プラン全体の効果額を示す', '次も続ける。'])
    expect(reading.planEffects).toEqual([])
  })
})

it('the amount of a year is compared with the sum of the items, but only where it is stated for the whole plan', () => {
  const of = (head: string) => findings(behind('', head, '（単位：千円）', years, '効果額\t30\t57\t87'), 'plan-total')
  expect(of('プラン全体の効果額')).toMatchObject([
    { item_no: null, fiscal_year: 2020, outcome: 'agrees', published: 30_000, computed: 30_000 },
    { item_no: null, fiscal_year: 2021, outcome: 'differs', published: 57_000, computed: 50_000 },
  ])
  const partly = inFront('効果額', '（単位：千円）', years, '効果額\t30\t57\t87')
  expect(partly.planEffects).toHaveLength(3)
  expect(findings(partly, 'plan-total')).toEqual([])
})

it('a document without any item is refused, whatever stands in it', () => {
  const lines = ['見本市プラン実績', 'プラン全体の効果額', '（単位：千円）', ...matrix, '']
  expect(messages(lines.join('\n'))).toMatchObject([{ rule: 'not-results-document', isError: true }])
})
