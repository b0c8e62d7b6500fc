import { describe, expect, it } from 'vitest'
import { fold } from '../../src/search/fold.ts'
import { findTerm, type Term, termsOf } from '../../src/search/terms.ts'

const amount = { start: 3, end: 14, value: 51_000_000, yen: 51_000_000 }
const thousands = { start: 0, end: 9, value: 626_073, yen: 626_073_000 }
const people = { start: 0, end: 4, value: 977, yen: null }

/** What a query marks in a text, and undefined where one of its terms is not there. */
function marked(text: string, query: string, figures = [] as (typeof amount | typeof people)[]): string[] | undefined {
  const found = termsOf(query).map((term) => findTerm({ text, figures, year: '令和4年度 (2022)' }, fold(text), term))
  return found.every((stretches) => stretches !== undefined) ? found.flat().map(({ start, end }) => text.slice(start, end)) : undefined
}

describe('termsOf', () => {
  it('parts a query at blanks of either width', () => {
    expect(termsOf(' 納税課　滞納整理 ').map((term) => term.kind === 'words' && term.form)).toEqual(['納税課', '滞納整理'])
  })

  it.each(['5,100万円', '５１００万', '51百万円', '5,100 万円', '0.51億円', '5千1百万円'])('reads %s as 51,000,000 yen', (query) => {
    expect(termsOf(query)).toEqual([{ kind: 'number', value: 51_000_000, shown: expect.stringMatching(/円$/) }])
  })

  it.each(['51,000,000', '51000000', '５１，０００，０００'])('reads %s as that number of anything', (query) => {
    expect(termsOf(query)).toEqual([{ kind: 'number', value: 51_000_000, shown: null }])
  })

  it('reads a number below nothing, and one with decimals', () => {
    expect(termsOf('△120万円')).toEqual([{ kind: 'number', value: -1_200_000, shown: '−120万円' }])
    expect(termsOf('97.6')).toEqual([{ kind: 'number', value: 97.6, shown: null }])
  })

  it('asks for nothing where a query is blank or holds marks only', () => {
    expect(termsOf('　')).toEqual([])
    expect(termsOf('（）')).toEqual([])
  })
})

describe('findTerm', () => {
  it('finds words wherever they stand, every time', () => {
    expect(marked('滞納整理の推進と滞納整理', '滞納整理')).toEqual(['滞納整理', '滞納整理'])
    expect(marked('ﾏｲﾅﾝﾊﾞｰカード', 'まいなんばー')).toEqual(['ﾏｲﾅﾝﾊﾞｰ'])
    expect(marked('補助金・負担金', '金負担')).toEqual(['金・負担'])
  })

  it('finds an amount by its value, in whatever unit it is printed', () => {
    expect(marked('目標額51,000,000円', '5100万', [amount])).toEqual(['51,000,000円'])
    expect(marked('626,073千円', '6億2607万3千円', [thousands])).toEqual(['626,073千円'])
    expect(marked('626,073千円', '626,073,000', [thousands])).toEqual(['626,073千円'])
    expect(marked('626,073千円', '626,073', [thousands])).toEqual(['626,073千円'])
  })

  it.each(['6.3億円', '６．３億', '6.26億円', '62,607万円'])('finds an amount as pages round it: %s', (query) => {
    expect(marked('626,073千円', query, [thousands])).toEqual(['626,073千円'])
  })

  it.each(['6.2億円', '6.27億円', '6.30億円', '630,000,000', '63百万円'])('takes no other rounding for it: %s', (query) => {
    expect(marked('626,073千円', query, [thousands])).toBeUndefined()
  })

  it.each(['R4', 'r4', 'Ｒ４', '令和4年度', '令和４年', '2022年度', 'R4年度', '平成34年度'])(
    'knows a fiscal year as %s, by its name or by what the record is of',
    (query) => {
      expect(marked('令和4年度の収納', query)).toEqual(['令和4年度'])
      expect(marked('平成34年度の目標はR4から', query)).toEqual(['平成34年度', 'R4'])
      expect(marked('収納', query)).toEqual([])
    },
  )

  it('knows a first year as 元 and as 1, and no other year', () => {
    for (const query of ['R1', '令和元年度', '平成31年度', '2019年度']) expect(marked('令和元年度から', query)).toEqual(['令和元年度'])
    expect(findTerm({ text: '', figures: [], year: '令和元年度 (2019)' }, fold(''), termsOf('H31')[0] as Term)).toEqual([])
    expect(marked('令和14年度まで、R4.4から', 'R4')).toEqual([])
  })

  it('takes no count of people for yen', () => {
    expect(marked('977人', '977', [people])).toEqual(['977人'])
    expect(marked('977人', '977円', [people])).toBeUndefined()
  })

  it('finds an item by its printed number, and no other number of the same digits', () => {
    expect(marked('No.1-(2) 窓口の改善', '1-(2)')).toEqual(['1-(2'])
    expect(marked('No.A-1 窓口の改善', 'Ａ－１')).toEqual(['A-1'])
    expect(marked('No.12 窓口の改善', '1-(2)')).toBeUndefined()
    expect(marked('No.1-(2) 窓口の改善', 'No.12')).toBeUndefined()
  })

  it('does not part a number', () => {
    expect(marked('2017年', '17年')).toBeUndefined()
    expect(marked('17.5人', '5人')).toBeUndefined()
    expect(marked('100,000円', '1,000円')).toBeUndefined()
    expect(marked('No.17 滞納整理', 'No.1')).toBeUndefined()
    expect(marked('No.17 滞納整理', 'no.17')).toEqual(['No.17'])
  })

  it('wants every term', () => {
    expect(marked('滞納整理の推進', '推進 滞納')).toEqual(['推進', '滞納'])
    expect(marked('滞納整理の推進', '推進 納税')).toBeUndefined()
  })
})
