import { describe, expect, it } from 'vitest'
import { scaleOf } from '../../loaders/records/rating-scale.ts'
import { findings, read } from '../support/documents.ts'

/** An item with results of two years and the lines of its rating behind 「2カ年の評価（総括）」. */
const rated = (lines: string, { before = '', results = '・進めた。' } = {}) =>
  read(
    [
      '第3次見本市改革プラン取組実績一覧',
      before,
      'No.1 広報紙',
      '令和3年度～令和4年度の実績',
      `【令和3年度（実績）】\n${results}`,
      '【令和4年度（実績）】\n・進めた。',
      `2カ年の評価（総括）${lines}`,
      '【引き続き取り組むべき課題】\n○続ける。',
      '',
    ].join('\n'),
  )
const rows = (reading: ReturnType<typeof rated>) => reading.ratings.map(({ fiscal_year, rating, kind }) => [fiscal_year, rating, kind])

describe('a rating of the whole plan', () => {
  it.each([
    ['※A、B、Cの評価を記載\tB', 'B', 'letter', 2, 3],
    ['\tA+', 'A+', 'letter', null, null],
    ['※◎、○、△の評価を記載\t○', '○', 'sign', 2, 3],
    ['※実施・一部実施・未実施\t一部実施', '一部実施', 'word', 2, 3],
    ['※遅延・順調・計画以上の3段階で評価\t計画以上', '計画以上', 'word', 1, 3],
    ['※期待超・期待どおり・未達成\t期待どおり', '期待どおり', 'word', 2, 3],
    ['※S（計画以上）、A（計画どおり）、B（計画未満）\tA（計画どおり）', 'A', 'letter', 2, 3],
    ['\tおおむね順調', 'おおむね順調', 'word', null, null],
    ['※進捗率\t75%', '75%', 'percent', null, null],
    ['（10点満点）\t7点', '7点', 'points', null, null],
    ['\t2.5', '2.5', 'points', null, null],
    ['\t評価：達成', '達成', 'word', null, null],
  ])('%s is read with its kind and step', (lines, rating, kind, position, positions) => {
    const reading = rated(lines)
    expect(reading.ratings).toMatchObject([{ item_no: 1, rating_no: 1, fiscal_year: null, rating, kind, position, positions }])
    expect(reading.items).toMatchObject([{ rating, rating_source_line: 9 }])
    expect(reading.reported).toEqual([])
  })

  it.each([
    ['※進捗率\t75%', 75, '75'],
    ['（10点満点）\t7点', 7, '7'],
    ['\t2.5', 2.5, '2.5'],
    ['\tB', null, undefined],
  ])('%s has the value of its number, which lands in it', (lines, value, printed) => {
    const reading = rated(lines)
    expect(reading.ratings[0]?.value).toBe(value)
    const landed = reading.figures.filter(({ lands_in }) => lands_in === 'ratings.value')
    expect(landed.map(({ words }) => words.text)).toEqual(printed === undefined ? [] : [expect.stringMatching(new RegExp(`^${printed}`))])
  })

  it.each(['\t検討会を開いた', '\tB／A', '※自己／外部\tB／A', '\tA\tB'])('that leaves open what it is of is said: %s', (lines) => {
    const reading = rated(lines)
    expect(reading.ratings.length).toBe(lines === '\tA\tB' ? 1 : 0)
    expect(reading.reported).toContain('unread-text')
  })
})

describe('ratings of each year', () => {
  const expected = [
    [2021, 'B', 'letter'],
    [2022, 'A', 'letter'],
  ]

  it.each([
    '※R3／R4\tB／A',
    '\n令和3年度\tB\n令和4年度\tA',
    '\n令和3年度\t令和4年度\nB\tA',
    '\t令和3年度\tB\t令和4年度\tA',
    '\tR3：B、R4：A',
    '\nB（令和3年度）\nA（令和4年度）',
  ])('are rows of their years, the last of them the rating of the item: %s', (lines) => {
    const reading = rated(lines)
    expect(rows(reading)).toEqual(expected)
    expect(reading.items[0]?.rating).toBe('A')
    expect(reading.reported).not.toContain('unread-text')
  })

  it('stand beside the one of the whole plan, which is the rating of the item', () => {
    const reading = rated('\n令和3年度\t令和4年度\t総括\n一部達成\t達成\t一部達成')
    expect(rows(reading)).toEqual([
      [2021, '一部達成', 'word'],
      [2022, '達成', 'word'],
      [null, '一部達成', 'word'],
    ])
    expect(reading.items[0]?.rating).toBe('一部達成')
  })

  it('may stand among the results of their year', () => {
    expect(rows(rated('\tA', { results: '・進めた。\n・自己評価：B\n・達成率：80%' }))).toEqual([
      [2021, 'B', 'letter'],
      [null, 'A', 'letter'],
    ])
    expect(rows(rated('\tA', { results: '・進めた。\n【評価】B\n・達成率：80%' }))).toEqual([
      [2021, 'B', 'letter'],
      [null, 'A', 'letter'],
    ])
  })
})

describe('the scale', () => {
  it('of the document is that of items without their own', () => {
    const reading = rated('\tB', { before: '評価の基準　A：計画以上　B：計画どおり　C：計画未満' })
    expect(reading.ratings).toMatchObject([{ rating: 'B', position: 2, positions: 3 }])
    expect([findings(reading, 'rating-scale').map(({ outcome }) => outcome), reading.reported]).toEqual([['agrees'], []])
  })

  it.each([
    ['※A, B, C, Dの評価を記載', ['A', 'B', 'C', 'D']],
    ['※○△×の評価を記載', ['○', '△', '×']],
    ['※A~C', ['A', 'B', 'C']],
    ['※S~D', ['S', 'A', 'B', 'C', 'D']],
    ['※×・△・○', ['○', '△', '×']],
    ['※未達成/一部達成/達成から選択', ['達成', '一部達成', '未達成']],
    ['※R3/R4', []],
    ['※進捗率', []],
    ['※実績は、見込みを含む', []],
  ])('%s has its steps from the best on', (note, steps) => {
    expect(scaleOf(note)).toEqual(steps)
  })

  it.each([
    ['※A、B、C、Dの評価を記載\tB', {}, ['A', 'B', 'C', 'D'], false],
    ['※A、B、Cの評価を記載\tB', { results: '・Bは計画どおり、Cは計画未満とした。' }, ['A', 'B', 'C'], true],
    ['※A、B、Cの評価を記載\tB', { results: '・PDCA：点検した。' }, ['A', 'B', 'C'], false],
    ['※○△×の評価を記載\t△', { before: '△：一部、×：なし' }, ['○', '△', '×'], true],
    ['※○△×の評価を記載\t△', { results: '○はじめた。 ○続けた。' }, ['○', '△', '×'], false],
    ['※A（計画以上）、B（計画未満）\tB', {}, ['A', 'B'], true],
    ['※達成・一部達成・未達成\t達成', {}, ['達成', '一部達成', '未達成'], null],
    ['\tB', {}, null, null],
  ])('%s stands whole beside each rating, and whether the document explains it', (lines, more, scale, explained) => {
    expect(rated(lines, more).ratings).toMatchObject([{ scale, scale_explained: explained }])
  })

  it('is compared with every rating', () => {
    const found = findings(rated('※A、B、Cの評価を記載\n令和3年度\tB\n令和4年度\tD'), 'rating-scale')
    expect(found.map(({ fiscal_year, outcome }) => [fiscal_year, outcome])).toEqual([
      [2021, 'agrees'],
      [2022, 'differs'],
    ])
  })
})
