import { describe, expect, it } from 'vitest'
import { readCollectionTotals } from '../../loaders/records/collections.ts'
import { readItem } from '../support/documents.ts'

const sample = {
  years: {
    令和2年度: '・強化月間（11月～12月）の納付額合計 1,300円 家賃 1,000円（建築課），給食費・教材費 ３００円（学校教育課）',
    令和3年度: '・声をかけた。 ・強化月間（11月～12月）の納付額合計 5千円 家賃 5千円（北支所市民課）',
  },
}

describe('collections', () => {
  it('are one row for each claim, numbered within the year', () => {
    expect(readItem(sample).collections).toMatchObject([
      { fiscal_year: 2020, claim_no: 1, claim: '家賃', department: '建築課', amount_yen: 1000, words: { text: '家賃 1,000円（建築課）' } },
      { fiscal_year: 2020, claim_no: 2, claim: '給食費・教材費', department: '学校教育課', amount_yen: 300 },
      { fiscal_year: 2021, claim_no: 1, claim: '家賃', department: '北支所市民課', amount_yen: 5000 },
    ])
  })

  it('are no amounts with another bracket', () => {
    expect(readItem({ years: { 令和2年度: '・家賃 1,000円（前年の半分）を集めた。' } }).collections).toEqual([])
  })

  it('are none where a blank breaks the amount, whose words stay out of the next claim', () => {
    const { collections, reported } = readItem({ years: { 令和2年度: '・家賃 138, 500円（建築課），給食費 300円（学校教育課）' } })
    expect(collections.map(({ claim, amount_yen }) => [claim, amount_yen])).toEqual([['給食費', 300]])
    expect(reported).toContain('unread-number')
  })

  it.each(['138 ,500円', '138\t,500円'])('are none of a number broken before its comma: %s', (amount) => {
    const { collections, reported } = readItem({ years: { 令和2年度: `・家賃 ${amount}（建築課）` } })
    expect(collections).toEqual([])
    expect(reported).toContain('unread-number')
  })

  it('of a list that a page end cut are one list', () => {
    const { collections } = readItem({ years: { 令和2年度: '・納付額合計 30円 家賃 10円（建築課），\n\n給食費 20円（学校教育課）' } })
    expect(collections.map(({ claim, claim_no }) => [claim, claim_no])).toEqual([
      ['家賃', 1],
      ['給食費', 2],
    ])
  })

  it('after a sum that ends its page have their own name', () => {
    const { collections } = readItem({ years: { 令和2年度: '・納付額合計 30円\n\n家賃 30円（建築課）' } })
    expect(collections[0]?.claim).toBe('家賃')
  })
})

describe('collection totals', () => {
  it('are the sums printed for a year', () => {
    expect(readItem(sample).list.flatMap(readCollectionTotals)).toMatchObject([
      { fiscalYear: 2020, yen: 1300, words: { text: '1,300円' } },
      { fiscalYear: 2021, yen: 5000, words: { text: '5千円' } },
    ])
  })
})

describe('a claim', () => {
  it.each([
    '納税課',
    '市民室',
    '水道局',
    '総務部',
    '徴収係',
    '保健所',
    '図書館',
    '学院',
    '消防署',
    '保育園',
    '東支所',
    '健康センター',
    '教育委員会',
    '監査事務局',
  ])('is collected by %s', (department) => {
    expect(readItem({ years: { 令和2年度: `・集めた。 家賃 10円（${department}）` } }).collections).toMatchObject([
      { claim: '家賃', department, amount_yen: 10 },
    ])
  })

  it('is none without a name', () => {
    expect(readItem({ years: { 令和2年度: '・集めた。 10円（建築課）' } }).collections).toEqual([])
  })
})

describe('the scope of a claim', () => {
  const scopes = (text: string) => readItem({ years: { 令和2年度: text } }).collections.map(({ scope }) => scope)

  it('is what the sum before it is bounded by, with its place and its numbers', () => {
    const text = '・集めた。 滞納整理強化月間（11月～12月）の納付額合計 30円 家賃 10円（建築課）、給食費 20円（学校課）'
    const { collections, figures } = readItem({ years: { 令和2年度: text } })
    const place = { scope_source_line: 4, scope_source_column: 19, scope_source_end_line: 4, scope_source_end_column: 36 }
    const scope = { scope: '滞納整理強化月間（11月～12月）', ...place, scope_figure_nos: [{ text: '11' }, { text: '12' }] }
    expect(collections).toMatchObject([
      { claim: '家賃', ...scope },
      { claim: '給食費', ...scope },
    ])
    expect(figures.filter(({ lands_in }) => lands_in === 'collections.scope').map(({ value }) => value)).toEqual([11, 12])
  })

  it.each([
    ['催告期間の納付額計 30円 家賃 30円（建築課）', ['催告期間']],
    ['4月～9月の収納額合計 30円 家賃 30円（建築課）', ['4月～9月']],
    ['家賃 10円（建築課） 強化月間の納付額合計 20円 給食費 20円（学校課）', [null, '強化月間']],
    ['強化月間の納付額合計 10円 家賃 10円（建築課） 納付額合計 20円 給食費 20円（学校課）', ['強化月間', null]],
    ['令和2年度の納付額合計 30円 家賃 30円（建築課）', [null]],
    ['市税の納付額合計 30円 家賃 30円（建築課）', [null]],
    ['強化月間に集めた。 家賃 30円（建築課）', [null]],
    // no words begin within a number
    ['1，234強化月間の納付額合計 10円 家賃 10円（建築課）', [null]],
  ])('in %j is %j', (text, expected) => {
    expect(scopes(text)).toEqual(expected)
  })
})

describe('the sum of a year', () => {
  it.each(['納付額合計', '収納額の合計', '徴収額計', '回収額合計'])('is stated as %s', (name) => {
    const { list } = readItem({ years: { 令和2年度: `・${name} 30円 家賃 30円（建築課）` } })
    expect(list.flatMap(readCollectionTotals).map(({ yen }) => yen)).toEqual([30])
  })

  it('is none in a fraction of a yen', () => {
    const { list } = readItem({ years: { 令和2年度: '・納付額合計 30.5円 家賃 30円（建築課）' } })
    expect(list.flatMap(readCollectionTotals)).toEqual([])
  })
})
