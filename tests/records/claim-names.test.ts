import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const collected = (text: string) => readItem({ years: { 令和3年度: `・${text}` } })
const claims = (text: string) => collected(text).collections.map(({ claim, amount_yen }) => [claim, amount_yen])

describe('the name of a claim', () => {
  it.each([
    '滞納繰越分として軽自動車税',
    '財産調査31件により軽自動車税',
    '納付相談による軽自動車税',
    '昨年より多い軽自動車税',
    '分納を認めた世帯から軽自動車税',
    '夜間に電話をかけ、軽自動車税',
    '収納額は軽自動車税',
    '新たに軽自動車税',
    '滞納分の軽自動車税',
    '①軽自動車税',
    '軽自動車税 12件',
    '軽自動車税（7世帯）',
  ])('is what the words before its amount lead to: %s', (words) => {
    expect(claims(`${words} 450千円（収税課）、し尿処理手数料 62千円（環境課）を集めた。`)).toEqual([
      ['軽自動車税', 450000],
      ['し尿処理手数料', 62000],
    ])
  })

  it.each(['生活保護法第63条返還金', 'し尿処理手数料', '給食費・教材費', '医療費に係る返還金', '子育て支援センター使用料', 'くみ取り手数料'])(
    'keeps what is part of it: %s',
    (name) => {
      expect(claims(`${name} 450千円（収税課）`)).toEqual([[name, 450000]])
    },
  )

  it.each(['3か月分の家賃', '催告を行い家賃', '令和2年度分家賃', '前年度の家賃', '合計', 'うち家賃', '収納額', '市が家賃', '催告として12件'])(
    'in doubt gives a message and no row: %s',
    (words) => {
      const { collections, messages } = collected(`集めた。${words} 450千円（収税課）`)
      expect(collections).toEqual([])
      expect(messages.filter(({ rule }) => rule === 'unread-row')).toMatchObject([{ line: 4 }])
    },
  )
})

it.each(['と', '／', '②', '、及び'])('a claim is parted from the one before it in a list by %s', (joint) => {
  expect(claims(`軽自動車税 450千円（収税課）${joint}給食費 62千円（環境課）を集めた。`)).toEqual([
    ['軽自動車税', 450000],
    ['給食費', 62000],
  ])
})

it('an amount measured against a target is no claim, and is said', () => {
  const { collections, messages } = collected('目標の家賃 500千円に対し450千円（収税課）を集めた。')
  expect(collections).toEqual([])
  expect(messages.filter(({ rule }) => rule === 'unread-row')).toHaveLength(1)
})

it.each(['家賃450千円、給食費62千円を収納した。', '差押え（12件）により、家賃450千円を徴収した。'])(
  'a sentence of collected money without a row is said: %s',
  (sentence) => {
    expect([collected(sentence).collections, collected(sentence).reported]).toEqual([[], ['unread-row']])
  },
)

describe('claims of sentences that name no department', () => {
  it.each([
    '固定資産税の収納額は2,150千円、下水道使用料の収納額は330千円であった。',
    '令和3年度の固定資産税の徴収額は2,150千円、下水道使用料の徴収額は330千円となった。',
    '収納額　固定資産税 2,150千円、下水道使用料 330千円',
    '収納額：固定資産税2,150千円、下水道使用料330千円を集めた。',
    '固定資産税の収納額は2,150千円、下水道使用料は330千円だった。',
    '納付額合計 2,480千円 固定資産税 2,150千円、下水道使用料 330千円',
  ])('are rows without one: %s', (sentence) => {
    const reading = collected(sentence)
    expect(reading.collections).toMatchObject([
      { fiscal_year: 2021, claim_no: 1, claim: '固定資産税', department: null, amount_yen: 2150000, amount_yen_figure_no: { text: '2,150千円' } },
      { fiscal_year: 2021, claim_no: 2, claim: '下水道使用料', department: null, amount_yen: 330000 },
    ])
    expect(reading.reported).toEqual([])
  })

  it.each([
    '固定資産税の収納額は2,150千円増えた。',
    '固定資産税の収納額は前年度の2,150千円を超えた。',
    '令和2年度の固定資産税の収納額は2,150千円であった。',
    '収納額　固定資産税 2,150千円、そのほか 330千円',
    '固定資産税の収納額は2,150千円、ほかは330千円であった。',
    '滞納分の収納額は2,150千円であった。',
  ])('are none where the amount may be of something else: %s', (sentence) => {
    const reading = readItem({ years: { 令和2年度: '・続けた。', 令和3年度: `・${sentence}` } })
    expect([reading.collections, reading.reported]).toEqual([[], ['unread-row']])
  })

  it('are none where the amount is a target', () => {
    expect(claims('固定資産税の収納額は2,150千円を目標とする。')).toEqual([])
  })

  it('are one row where a sentence says them again, and none where it gives another amount', () => {
    expect(claims('水道料金の収納額は50千円だった。集めた水道料金の収納額は50千円。\n・水道料金の収納額は50千円だった。')).toEqual([['水道料金', 50000]])
    const twice = collected('水道料金の収納額は50千円だった。\n・水道料金の収納額は60千円だった。')
    expect([twice.collections, twice.reported]).toEqual([[], ['unread-row', 'unread-row']])
  })

  it('are not added to a list with departments of the same year', () => {
    const reading = collected('納付額合計 30円 家賃 30円（住宅課）\n・水道料金の収納額は50千円だった。')
    expect(reading.collections.map(({ claim }) => claim)).toEqual(['家賃'])
    expect(reading.reported).toEqual(['unread-row'])
  })
})
