import { describe, expect, it } from 'vitest'
import { entryOf, findHits } from '../../src/search/hits.ts'
import type { Kind, RecordFigure, SearchRecord } from '../../src/search/record.ts'

const record = (kind: Kind, text: string, figures: RecordFigure[] = []): SearchRecord => ({
  href: '',
  kind,
  item: '',
  year: '',
  departments: [],
  text,
  figures,
})

const amount: RecordFigure = { start: 3, end: 14, value: 51_000_000, yen: 51_000_000 }
const entries = [
  record('数値', '目標額51,000,000円', [amount]),
  record('実績', '納税額は51,000,000円', [{ ...amount, start: 4, end: 15 }]),
  record('項目', 'No.17 滞納整理の推進'),
  record('実績', '滞納整理課を置き、納税を進めた'),
].map((each) => entryOf(each, { id: 'plan', name: '計画', city: '', base: '' }))

/** The texts found, in their order. */
const found = (query: string) => findHits(entries, query).map((hit) => hit.record.text)

const other = { id: 'other', name: '別の計画', city: '', base: '' }
const own = { id: 'plan', name: '計画', city: '', base: '' }
const ofItem = (item: string, text: string) => ({ ...record('実績', text), item })

describe('findHits over an item', () => {
  const apart = [
    entryOf(ofItem('No.10', '職員研修を行った'), own),
    entryOf(ofItem('No.10', '仕事を見直した'), own),
    entryOf(ofItem('No.11', '研修を見直した'), own),
    entryOf(ofItem('No.11', '見直しを続ける'), own),
    entryOf(ofItem('No.12', '研修を続ける'), own),
    entryOf(ofItem('No.12', '仕事を見直した'), other),
  ]

  it('finds two words in one item, after those that stand together, and not over two plans', () => {
    expect(findHits(apart, '研修 見直').map(({ record: { text }, isApart }) => [text, isApart])).toEqual([
      ['研修を見直した', false],
      ['職員研修を行った', true],
      ['仕事を見直した', true],
    ])
  })
})

describe('findHits', () => {
  it('gives the hits by kind, and within a kind in the order of the records', () => {
    expect(found('の')).toEqual(['No.17 滞納整理の推進'])
    expect(found('滞納')).toEqual(['No.17 滞納整理の推進', '滞納整理課を置き、納税を進めた'])
    expect(found('納税')).toEqual(['納税額は51,000,000円', '滞納整理課を置き、納税を進めた'])
    expect(found('額')).toEqual(['納税額は51,000,000円', '目標額51,000,000円'])
  })

  it('gives numbers first to who asks for a number', () => {
    expect(found('5100万円')).toEqual(['目標額51,000,000円', '納税額は51,000,000円'])
  })

  it('wants every term, and finds nothing for none', () => {
    expect(found('滞納 納税')).toEqual(['滞納整理課を置き、納税を進めた'])
    expect(found('滞納 水道')).toEqual([])
    expect(found(' ')).toEqual([])
  })

  it('marks what was asked for, stretches that touch as one', () => {
    const [hit] = findHits(entries, '滞納 整理 推進')
    expect(hit?.marks).toEqual([
      { start: 6, end: 10 },
      { start: 11, end: 13 },
    ])
  })
})
