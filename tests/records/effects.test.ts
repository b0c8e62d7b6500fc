import { describe, expect, it } from 'vitest'
import { sum } from '../../loaders/records/effect-totals.ts'
import { documentText, messages, readItem } from '../support/documents.ts'

const years = { 令和2年度: '・開いた。' }

describe('effects', () => {
  it('are one row for each line, with label, yen and the words of the amount', () => {
    expect(readItem({ effects: ['令和2年度\t削減額 １，２００ 千円', '令和3年度\t5円'] }).effects).toMatchObject([
      {
        item_no: 1,
        fiscal_year: 2020,
        effect_no: 1,
        label: '削減額',
        amount_yen: 1_200_000,
        quantity: null,
        part_of: null,
        words: { text: '１，２００ 千円' },
      },
      { fiscal_year: 2021, effect_no: 1, label: null, amount_yen: 5 },
    ])
  })

  it('keep a quantity beside the amount', () => {
    expect(readItem({ effects: ['令和2年度\t受入\t27件\t4,000円'] }).effects).toMatchObject([
      { label: '受入', quantity: 27, quantity_unit: '件', amount_yen: 4000, words: { text: '27件\t4,000円' } },
    ])
  })

  it('keep a quantity alone', () => {
    expect(readItem({ effects: ['令和2年度\t短縮\t40時間'] }).effects).toMatchObject([{ quantity: 40, quantity_unit: '時間', amount_yen: null }])
  })

  it('keep a number inside a label in the label', () => {
    expect(readItem({ effects: ['令和2年度\t改修（16床）による増\t30千円'] }).effects).toMatchObject([{ label: '改修（16床）による増', amount_yen: 30_000 }])
  })

  it('know a うち line in the same cell as part of the line before it', () => {
    expect(readItem({ effects: ['令和2年度\t増収 うち貸付による 増収\t8人 90円 20円'] }).effects).toMatchObject([
      { effect_no: 1, label: '増収', quantity: 8, amount_yen: 90, part_of: null },
      { effect_no: 2, label: 'うち貸付による 増収', quantity: null, amount_yen: 20, part_of: 1 },
    ])
  })

  it('know a うち line in a row of its own', () => {
    expect(readItem({ effects: ['令和2年度\t増収\t90円', '\tうち貸付\t20円'] }).effects).toMatchObject([
      { fiscal_year: 2020, effect_no: 1, part_of: null },
      { fiscal_year: 2020, effect_no: 2, part_of: 1 },
    ])
  })

  it('take an amount in a bracket behind an amount for the part that the label names in its bracket', () => {
    expect(readItem({ effects: ['令和2年度\t寄附（うち法人から）\t1億2千万円（3,000万円）'] }).effects).toMatchObject([
      { label: '寄附（うち法人から）', amount_yen: 120_000_000, part_of: null },
      { label: 'うち法人から', amount_yen: 30_000_000, part_of: 1 },
    ])
  })

  it("leave a count in a label's bracket to the label, though a number stands before it", () => {
    expect(readItem({ effects: ['令和2年度\t第3期の増員（6人）による効果 120千円'] }).effects).toMatchObject([
      { label: '第3期の増員（6人）による効果', quantity: null, amount_yen: 120_000 },
    ])
    expect(readItem({ effects: ['令和2年度\t3増員（6人）による効果 120千円'] }).effects).toMatchObject([
      { label: '3増員（6人）による効果', amount_yen: 120_000 },
    ])
  })

  it('take no amount in a bracket behind an amount where no label says what it is, and report it', () => {
    const { effects, messages } = readItem({ effects: ['令和2年度\t寄附\t1億2千万円（3,000万円）'], rating: 'A' })
    expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([120_000_000])
    expect(messages.map(({ rule, reason }) => [rule, reason])).toContainEqual(['unread-text', '読み取れない文: 3,000万円'])
  })

  it('know a うち line in brackets', () => {
    expect(readItem({ effects: ['令和2年度\t増収\t90円', '\t（うち貸付）\t20円'] }).effects[1]?.part_of).toBe(1)
  })

  it('may be below zero', () => {
    expect(readItem({ effects: ['令和2年度\t収支\t△3千円'] }).effects).toMatchObject([{ amount_yen: -3000 }])
  })

  it('take a year without era from the years of the document', () => {
    expect(readItem({ years, effects: ['2年度\t5円'] }).effects).toMatchObject([{ fiscal_year: 2020, amount_yen: 5 }])
  })

  it('report a row without amount and one without year', () => {
    for (const row of ['令和2年度\t測れない', '初めの年\t5円']) {
      const { effects, reported } = readItem({ effects: [row] })
      expect([effects.map(({ amount_yen }) => amount_yen).filter((yen) => yen !== null), reported]).toEqual([[], expect.arrayContaining(['unread-text'])])
    }
  })

  it('report an amount that is no whole yen', () => {
    expect(messages(documentText({ effects: ['令和2年度\t1.5円'] }))).toMatchObject([{ rule: 'unread-amount', line: 3, isError: true }])
  })
})

describe('effect totals', () => {
  it('are as printed and as the lines add up, parts not counted twice', () => {
    const rows = ['令和2年度\t増収\t90円', '\tうち貸付\t20円', '令和3年度\t増収\t10円', '総計\t120円']
    expect(readItem({ effects: rows }).effectTotals).toMatchObject([
      { published_yen: 120, computed_yen: 100, published_quantity: null, computed_quantity: null },
    ])
  })

  it('add up the quantity where one is printed', () => {
    const rows = ['令和2年度\t2件\t90円', '令和3年度\t3件\t10円', '総計\t5件\t100円']
    expect(readItem({ effects: rows }).effectTotals).toMatchObject([{ published_quantity: 5, computed_quantity: 5, words: { text: '5件\t100円' } }])
  })

  it('have the label of their lines; another one, which no row keeps, is reported', () => {
    expect(readItem({ effects: ['令和2年度\t増収\t90円', '総計\t増収\t90円'] }).messages.filter(({ rule }) => rule === 'unread-text')).toEqual([])
    expect(readItem({ effects: ['令和2年度\t増収\t90円', '総計\t節減\t90円'] }).messages).toMatchObject([
      { rule: 'unread-text', reason: '読み取れない文: 節減' },
    ])
  })

  it('are none of a broken number', () => {
    const { effectTotals, reported } = readItem({ effects: ['令和2年度\t90円', '総計\t6,3円'] })
    expect(effectTotals).toEqual([])
    expect(reported).toContain('unread-text')
  })

  it('are none where the table has no total', () => {
    expect(readItem({ effects: ['令和2年度\t90円'] }).effectTotals).toEqual([])
  })
})

describe('sum', () => {
  it('leaves out what is not stated, and is null where nothing is', () => {
    expect([sum([1, null, 2]), sum([null]), sum([0])]).toEqual([3, null, 0])
  })
})

describe('the heads of the rows', () => {
  it.each(['総計', '総合計', '合計', '累計', '総額', '合計額', '計', '3カ年の合計', '3 年間の総計', '10か年累計', '3ヶ年計'])('%s is the total', (head) => {
    const { effects, effectTotals, reported } = readItem({ years, effects: ['令和2年度\t90円', `${head}\t90円`] })
    expect([effects.length, effectTotals.map(({ published_yen }) => published_yen), reported]).toEqual([1, [90], []])
  })

  it.each(['令和2年度', '2年度', 'R2', '令和２ 年度（実績）', '令和2年度の見込み', '令和2年度決算'])('%s is a year', (head) => {
    const { effects, reported } = readItem({ years, effects: [`${head}\t90円`] })
    expect([effects.map(({ fiscal_year, amount_yen }) => [fiscal_year, amount_yen]), reported]).toEqual([[[2020, 90]], []])
  })

  it.each(['令和2～4年度', '令和2年度～令和4年度', '2年度－4年度', '令和元年度 ～ 10 年度'])('%s is no year of its own', (head) => {
    const { effects, reported } = readItem({ years, effects: ['令和2年度\t90円', `${head}\t70円`] })
    expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([90])
    expect(reported).toContain('unread-text')
  })
})

describe('a total of several lines', () => {
  it('is the first with money and the first with a quantity', () => {
    const rows = ['令和2年度\t2件\t90円', '総計\t金額\t90円', '\t件数\t2件', '\tうち貸付\t20円']
    expect(readItem({ effects: rows }).effectTotals).toMatchObject([{ published_yen: 90, published_quantity: 2, computed_yen: 90, computed_quantity: 2 }])
  })

  it('adds up quantities of its own unit only', () => {
    const rows = ['令和2年度\t2件\t90円', '令和3年度\t5人\t10円', '総計\t2件\t100円']
    expect(readItem({ effects: rows }).effectTotals).toMatchObject([{ published_quantity: 2, computed_quantity: 2, computed_yen: 100 }])
  })
})

it('an amount that is no whole yen is named', () => {
  expect(messages(documentText({ effects: ['令和2年度\t1.5円'] }))[0]?.reason).toBe('金額を円にできない: 1.5円')
})
