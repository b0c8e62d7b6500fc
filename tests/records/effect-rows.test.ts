import { describe, expect, it } from 'vitest'
import { documentText, read, readItem } from '../support/documents.ts'

const yen = (...effects: string[]) => readItem({ effects }).effects.map(({ fiscal_year, label, amount_yen }) => [fiscal_year, label, amount_yen])
const totals = (...effects: string[]) => readItem({ effects }).effectTotals.map(({ published_yen, computed_yen }) => [published_yen, computed_yen])
const reported = (...effects: string[]) => readItem({ effects }).reported

describe('the heads of the columns', () => {
  const row = '令和2年度\t削減額\t12'

  it.each([
    '年度\t項目\t金額（千円）',
    '区分\t内容\t効果額 ( 単位 : 千円 )',
    '年度\t効果の内容\t金額（単位千円）',
    '（単位：千円）',
    '( 単位 : 千円 )',
    '単位：千円',
    '（単位千円）',
    '年度\t備考（注）\t金額（千円）',
  ])('give amounts their unit: %s', (head) => {
    expect(yen(head, row)).toEqual([[2020, '削減額', 12_000]])
    expect(reported(head, row)).toEqual([])
  })

  it.each([
    ['金額（円）', 12],
    ['金額（万円）', 120_000],
    ['金額（百万円）', 12_000_000],
    ['金額（億円）', 1_200_000_000],
  ])('%s may be in another unit', (head, amount) => {
    expect(yen(`年度\t項目\t${head}`, row)).toEqual([[2020, '削減額', amount]])
  })

  it.each(['年度\t項目\t件数\t金額（千円）', '年度\t人数（人）\t金額（千円）', '数量\t金額（千円）'])('give none where %s counts without unit too', (head) => {
    expect(yen(head, row).map(([, , amount]) => amount)).not.toContain(12_000)
  })

  it('give way to the unit of the label', () => {
    const { effects } = read(documentText({ effects: ['年度\t項目\t金額（円）', row] }).replace('取組による効果', '取組による効果（千円）'))
    expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([12_000])
  })

  it.each(['大きな金額（千円）', '金額（千円）など', '次の単位：千円', '単位：千円です', '金額（単位：千円）\tあいさつ'])('are none in %s', (head) => {
    expect(yen(head, row).map(([, , amount]) => amount)).not.toContain(12_000)
    expect(reported(head, row)).toContain('unread-text')
  })
})

describe('the head of a row', () => {
  it('may stand in one cell with what it is the head of', () => {
    expect(yen('令和2年度 削減額 12円', 'R3 紙 代 5円')).toEqual([
      [2020, '削減額', 12],
      [2021, '紙 代', 5],
    ])
  })

  it.each([
    '総計表',
    '紙総計',
    '合計額面',
    '小合計',
    '約3カ年の合計',
    '3カ年の合計額面',
    '小計表',
    '紙小計',
    '令和2年度～令和4年度分',
    '紙の令和2年度～令和4年度',
  ])('is not %s, which is a label', (label) => {
    expect(yen('令和2年度\t紙代\t9円', `${label}\t8円`)).toEqual([
      [2020, '紙代', 9],
      [2020, label, 8],
    ])
  })

  it.each(['令和12年度～令和14年度', '令和 2 年度 ～ 令和 14 年度', '2～4年度', '元年度－3年度'])('of several years, as %s, opens no year', (head) => {
    expect(yen('令和2年度\t紙代\t9円', `${head}\t8円`)).toEqual([[2020, '紙代', 9]])
  })

  it.each(['12年間の計', '3カ年合計', '10 か年の総計'])('%s is that of the total', (head) => {
    expect(totals('令和2年度\t9円', `${head}\t9円`)).toEqual([[9, 9]])
  })
})

describe('計', () => {
  it('is the total where no year stands before it, or only rows without head after it', () => {
    expect(totals('計\t5円', '令和2年度\t5円')).toEqual([[5, 5]])
    expect(totals('令和2年度\t1円', '計\t1円', '\t寄附\t2円')).toEqual([[1, 1]])
  })
})

describe('what is read of a table', () => {
  it('is a label with what parts it from its amount', () => {
    expect(reported('令和2年度\t削減額：12円', '令和3年度\t削減額\t12円', '総計\t削減額\t24円')).toEqual([])
  })

  it('is a year not yet due, by the labels of the others', () => {
    expect(reported('令和2年度\t削減額\t12円', '令和3年度\t削減額')).toEqual([])
    expect(reported('令和2年度\t削減額\t12円', '令和3年度\t別の額')).toEqual(['unread-text'])
    expect(reported('令和2年度\t削減額\t12円', '令和3年度\t削減額\t別の額')).toEqual(['unread-text', 'unread-text'])
  })

  it('is of a total what it is read from', () => {
    expect(reported('令和2年度\t紙代\t12円', '総計\t紙代\t12円\t紙代\t8円')).toEqual(['unread-text', 'unread-text'])
    expect(reported('令和2年度\t3件\t12円', '総計\t3件\t12円')).toEqual([])
  })
})

it('each うち line is part of the line before them', () => {
  const { effects } = readItem({ effects: ['令和2年度\t増収\t90円', '\tうち甲\t20円', '\tうち乙\t30円', '\t別\t5円', '\tうち丙\t1円'] })
  expect(effects.map(({ part_of }) => part_of)).toEqual([null, 1, 1, null, 4])
})

it('a total of a quantity and an amount stands where the first begins, up to where the last ends', () => {
  const wordsOf = (...total: string[]) => readItem({ effects: ['令和2年度\t3件\t12円', ...total] }).effectTotals.map(({ words }) => words.text)
  expect(wordsOf('総計\t3件\t12円')).toEqual(['3件\t12円'])
  expect(wordsOf('総計\t件数\t3件', '\t金額\t12円')).toEqual(['3件\n\t\t金額\t12円'])
  expect(wordsOf('総計\t金額\t12円', '\t件数\t3件')).toEqual(['12円\n\t\t件数\t3件'])
  expect(wordsOf('総計\t12円')).toEqual(['12円'])
})

it('a total adds up the lines of its own item', () => {
  const { effectTotals } = read(documentText({ no: 1, effects: ['令和2年度\t5円', '総計\t5円'] }, { no: 2, effects: ['令和2年度\t7円', '総計\t7円'] }))
  expect(effectTotals.map(({ item_no, computed_yen }) => [item_no, computed_yen])).toEqual([
    [1, 5],
    [2, 7],
  ])
})
