import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const assets = (text: string) => readItem({ years: { 令和2年度: text } }).assets

describe('assets', () => {
  it('are a row for the sale as a whole and one for each area', () => {
    expect(assets('・調べた。 売却額 35,841 千円：売却2件（随意契約） 全体面積 3,170.92 m²（川西地域1件，川東地域1件）')).toMatchObject([
      {
        fiscal_year: 2020,
        kind: 'sale',
        region: null,
        contracts: 2,
        area_m2: 3170.92,
        amount_yen: 35_841_000,
        method: '随意契約',
        words: { text: '売却額 35,841 千円：売却2件（随意契約） 全体面積 3,170.92 m²' },
      },
      { kind: 'sale', region: '川西地域', contracts: 1, area_m2: null, amount_yen: null, method: null, words: { text: '川西地域1件' } },
      { kind: 'sale', region: '川東地域', contracts: 1 },
    ])
  })

  it('tell leases from sales', () => {
    expect(assets('売却額 1円（一般競争入札） 面積348㎡ 貸付額：2 円 有償貸付176件（川西地域176件）')).toMatchObject([
      { kind: 'sale', region: null, contracts: null, area_m2: 348, amount_yen: 1, method: '一般競争入札' },
      { kind: 'lease', region: null, contracts: 176, area_m2: null, amount_yen: 2, method: null },
      { kind: 'lease', region: '川西地域', contracts: 176 },
    ])
  })

  it('leave the areas of a lease whose amount cannot be read to no sale', () => {
    expect(assets('売却額 5円（川西地域1件） 貸付額件 2,円 有償貸付9件（川西地域9件）')).toMatchObject([
      { kind: 'sale', region: null, contracts: null, amount_yen: 5 },
      { kind: 'sale', region: '川西地域', contracts: 1 },
    ])
  })

  it('are none of an amount that sales passed or missed', () => {
    expect(assets('・売却額は2百万円を超えた。 ・貸付額は3千円に届かなかった。')).toEqual([])
    expect(assets('・売却額は2百万円を財源とした。')).toMatchObject([{ amount_yen: 2_000_000 }])
  })

  it('are none without an amount', () => {
    expect(assets('・売却2件を進めた。')).toEqual([])
  })

  it('keep their key where a year states two sales', () => {
    const rows = assets('・土地の売却額 1円 ・建物の売却額 2円')
    expect(new Set(rows.map(({ kind, region }) => `${kind} ${region}`)).size).toBe(rows.length)
  })
})

describe('two statements of a year', () => {
  const twice = (first: string, second: string) => assets(`・甲。 売却額 100円 ${first} ・乙。 売却額 20円 ${second}`)

  it('are one row that adds up what both count', () => {
    expect(twice('売却2件 面積 10.5㎡（随意契約）（東地域2件）', '売却3件 面積 1.2㎡（随意契約）（東地域3件）')).toMatchObject([
      { kind: 'sale', region: null, contracts: 5, area_m2: 11.7, amount_yen: 120, method: '随意契約' },
      { kind: 'sale', region: '東地域', contracts: 5, area_m2: null, amount_yen: null },
    ])
  })

  it('list the numbers that are added up, and have no sum of what only one of them counts', () => {
    expect(twice('売却2件 面積 10.5㎡', '売却3件')[0]).toMatchObject({
      contracts: 5,
      contracts_figure_no: null,
      contracts_figure_nos: [{ text: '2' }, { text: '3' }],
      area_m2: null,
      area_m2_figure_no: null,
      area_m2_figure_nos: null,
      amount_yen: 120,
      amount_yen_figure_no: null,
      amount_yen_figure_nos: [{ text: '100円' }, { text: '20円' }],
    })
  })

  it('have no number of what only one of them counts, and no method where theirs differ', () => {
    expect(twice('売却2件（随意契約）', '（一般競争入札）')[0]).toMatchObject({ contracts: null, area_m2: null, amount_yen: 120, method: null })
    expect(twice('', '面積 1.2㎡')[0]).toMatchObject({ contracts: null, area_m2: null })
  })
})

describe('the whole of a sale', () => {
  it.each(['㎡', 'm²', 'm2', '平方メートル'])('has an area in %s', (unit) => {
    expect(assets(`売却額 1円 面積：3,170.92${unit}`)[0]?.area_m2).toBe(3170.92)
  })

  it('has words that end at its amount where nothing else is said', () => {
    expect(assets('売却額 1円 ほかにはない。')[0]?.words.text).toBe('売却額 1円')
  })

  it('has no areas from a bracket that lists anything else', () => {
    expect(assets('売却額 1円（東地域1件、入札は2回）').map(({ region }) => region)).toEqual([null])
  })

  it('has no method where its bracket is empty', () => {
    expect(readItem({ years: { 令和2年度: '・売却額 5円（ ）' } }).assets).toMatchObject([{ amount_yen: 5, method: null }])
  })
})
