import { describe, expect, it } from 'vitest'
import { documentText, read, readItem } from '../support/documents.ts'

const lines = (...effects: string[]) => readItem({ effects }).effects.map(({ fiscal_year, label, amount_yen }) => [fiscal_year, label, amount_yen])
const totals = (...effects: string[]) => readItem({ effects }).effectTotals.map(({ published_yen, computed_yen }) => [published_yen, computed_yen])
const targets = (...effects: string[]) => readItem({ effects }).targets.map(({ fiscal_year, value }) => [fiscal_year, value])
const reported = (...effects: string[]) => readItem({ effects }).reported

describe('a table whose head names planned and actual amounts', () => {
  const rows = [
    '年度\t取組\t計画額（千円）\t実績額（千円）\t達成率\t備考',
    '令和2年度\t街灯\t50\t64\t128.0%\t',
    '令和3年度\t街灯\t70\t56\t80.0%\t',
    '総計\t\t120\t120\t100.0%\t',
  ]

  it('has the actual ones as effects, the planned ones as targets, and rates as neither', () => {
    expect(lines(...rows)).toEqual([
      [2020, '街灯', 64_000],
      [2021, '街灯', 56_000],
    ])
    expect(targets(...rows)).toEqual([
      [2020, 50_000],
      [2021, 70_000],
    ])
    expect(totals(...rows)).toEqual([[120_000, 120_000]])
    expect(reported(...rows)).toEqual([])
  })

  it('may name them in rows, or beside each amount', () => {
    const inRows = ['令和2年度\t計画額\t50千円', '\t実績額\t64千円', '\t達成率\t128.0%', '総計\t実績額\t64千円']
    expect([lines(...inRows).map(([year, , yen]) => [year, yen]), targets(...inRows), totals(...inRows)]).toEqual([
      [[2020, 64_000]],
      [[2020, 50_000]],
      [[64_000, 64_000]],
    ])
    for (const cell of [
      '目標50千円／実績64千円',
      '計画 50千円 → 実績 64千円',
      '64千円（計画50千円）',
      '（計画）50千円 （実績）64千円',
      '50千円（計画） 64千円（実績）',
    ]) {
      const row = `令和2年度\t街灯\t${cell}`
      expect([lines(row), targets(row)], cell).toEqual([[[2020, '街灯', 64_000]], [[2020, 50_000]]])
    }
  })

  it('may name them behind a blank in the cell of the label', () => {
    const row = '令和2年度\t寄附（実績） 計画 50千円 実績 64千円'
    expect([lines(row), targets(row), reported(row)]).toEqual([[[2020, '寄附（実績）', 64_000]], [[2020, 50_000]], []])
  })

  it('are no reason to leave out what another item counts', () => {
    const rows = ['令和2年度\t寄附（実績）\t64千円', '\t寄附（実績）（No.2再掲）\t5千円', '総計\t64千円']
    expect([lines(...rows).map(([, , yen]) => yen), totals(...rows), reported(...rows)]).toEqual([
      [64_000, 5000],
      [[64_000, 64_000]],
      ['unknown-reference', 'check-missing'],
    ])
  })
})

it('one amount beside the names of a whole and its part is nobody’s', () => {
  const rows = ['年度\t内容\t効果額（円）', '令和2年度\t寄附 うち法人\t5,000', '令和3年度\t寄附\t7,000']
  expect(lines(...rows)).toEqual([[2021, '寄附', 7000]])
  expect(readItem({ effects: rows }).items[0]?.effects_open).toContain('寄附')
})

it('a rate without % is none of the amounts', () => {
  const rows = ['年度\t計画額（千円）\t実績額（千円）\t達成率（%）', '令和2年度\t50\t64\t128.0']
  const { figures } = readItem({ effects: rows })
  expect(lines(...rows).map(([, , yen]) => yen)).toEqual([64_000])
  expect(figures.slice(-3).map(({ value, unit, role, lands_in, reason }) => [value, unit, role, lands_in, reason])).toEqual([
    [50, '千円', 'amount', 'targets.value', null],
    [64, '千円', 'amount', 'effects.amount_yen', null],
    [128, '%', 'percent', null, 'rate'],
  ])
  expect(reported(...rows)).toEqual([])
})

it('cumulative amounts and changes are in no sum', () => {
  const rows = ['年度\t単年度効果額\t累積効果額\t前年度比', '令和2年度\t5千円\t5千円\t', '令和3年度\t7千円\t12千円\t2千円', '総計\t12千円\t\t']
  expect(lines(...rows).map(([, , yen]) => yen)).toEqual([5000, 7000])
  expect(totals(...rows)).toEqual([[12_000, 12_000]])
})

it('a column for each year gives each amount to its year', () => {
  const rows = ['区分\t令和2年度\t令和3年度\t計', '歳出削減額\t△30千円\t△10千円\t△40千円', '歳入増加額\t5千円\t6千円\t11千円', '効果額\t35千円\t16千円\t51千円']
  expect(lines(...rows)).toEqual([
    [2020, '歳出削減額', 30_000],
    [2021, '歳出削減額', 10_000],
    [2020, '歳入増加額', 5000],
    [2021, '歳入増加額', 6000],
  ])
})

it('effects beside what was saved and gained are the sum of both', () => {
  const rows = ['年度\t削減額\t収入額\t効果額', '令和2年度\t△30千円\t5千円\t35千円', '令和3年度\t△10千円\t6千円\t16千円', '総計\t\t\t51千円']
  expect(lines(...rows)).toEqual([
    [2020, '削減額', 30_000],
    [2020, '収入額', 5000],
    [2021, '削減額', 10_000],
    [2021, '収入額', 6000],
  ])
  expect(totals(...rows)).toEqual([[51_000, 51_000]])
})

describe('what cannot be told leaves the sum open', () => {
  it.each([
    ['a column that is not known', ['年度\t取組\t効果額\t繰越調整', '令和2年度\t街灯\t64千円\t3千円', '総計\t\t64千円\t3千円']],
    ['two columns that may hold the effect', ['年度\t効果額\t実績額', '令和2年度\t64千円\t60千円', '総計\t64千円\t60千円']],
    ['a row that stands below no column', ['年度\t効果額', '令和2年度\t街灯\t新設\t64千円', '総計\t64千円']],
    ['a label with a word of a sum', ['令和2年度\t合計に含む街灯\t64千円', '総計\t64千円']],
    ['a label with a word of a plan', ['令和2年度\t計画に対する街灯の減\t64千円', '総計\t64千円']],
    ['△ before some savings and not before others', ['令和2年度\t電気代の削減\t△64千円', '令和3年度\t電気代の削減\t30千円']],
  ])('%s', (_, rows) => {
    const { effectTotals, messages } = readItem({ effects: rows })
    expect(messages.filter(({ rule }) => rule === 'open-sum').map(({ reason }) => reason.slice(0, 6))).toContain('合計できない')
    expect(effectTotals.every(({ computed_yen }) => computed_yen === null)).toBe(true)
  })
})

describe('△ before a saving', () => {
  it.each([
    ['is a gain where the name says that expenditure is cut', ['令和2年度\t人件費の削減額\t△30千円'], [30_000]],
    ['is a gain in its parts too', ['令和2年度\t人件費の削減額\t△30千円', '\tうち窓口分\t△20千円', '総計\t△30千円'], [30_000, 20_000]],
    ['is a gain where a printed sum says so', ['令和2年度\t削減額\t△30千円', '\t収入額\t5千円', '\t計\t35千円'], [30_000, 5000]],
    ['is a loss where a printed sum says so', ['令和2年度\t削減額\t△30千円', '\t収入額\t50千円', '\t計\t20千円'], [-30_000, 50_000]],
    ['is a gain among others where only so the total fits', ['令和2年度\t削減額\t△30千円', '令和3年度\t削減額\t10千円', '総計\t40千円'], [30_000, 10_000]],
    ['is a loss where nothing says otherwise', ['令和2年度\t削減額\t△30千円'], [-30_000]],
    ['and before all else is a loss', ['令和2年度\t収支\t△30千円'], [-30_000]],
  ])('%s', (_, rows, amounts) => {
    expect(lines(...rows).map(([, , yen]) => yen)).toEqual(amounts)
  })
})

describe('counted once', () => {
  it('are amounts that another item counts (再掲)', () => {
    const rows = ['令和2年度\t街灯の減（No.4再掲）\t30千円', '\t紙代の減\t5千円', '総計（再掲を除く）\t5千円']
    const { effects, itemReferences } = readItem({ effects: rows })
    expect(effects.map(({ amount_yen, is_repeat }) => [amount_yen, is_repeat])).toEqual([
      [30_000, true],
      [5000, false],
    ])
    expect(totals(...rows)).toEqual([[5000, 5000]])
    expect(itemReferences.map(({ fiscal_year, referenced_item_no }) => [fiscal_year, referenced_item_no])).toEqual([[2020, 4]])
  })

  it.each(['うち電気', '（うち電気）', '（内訳）電気', '内数：電気', '内訳 電気'])('are parts: %s', (label) => {
    const { effects } = readItem({ effects: ['令和2年度\t光熱費\t30千円', `\t${label}\t20千円`, '総計\t30千円'] })
    expect(effects.map(({ amount_yen, part_of }) => [amount_yen, part_of])).toEqual([
      [30_000, null],
      [20_000, 1],
    ])
  })

  it.each(['電気\t20千円（内数）', '電気\t20千円\t（内数）', '電気\t20千円\t内数'])('are parts by what stands behind them: %s', (row) => {
    const { effects, effectTotals } = readItem({ effects: ['令和2年度\t光熱費\t30千円', `\t${row}`, '総計\t30千円'] })
    expect(effects.map(({ part_of }) => part_of)).toEqual([null, 1])
    expect(effectTotals.map(({ computed_yen }) => computed_yen)).toEqual([30_000])
  })

  it('are the lines below a bare （内訳）', () => {
    const { effects } = readItem({ effects: ['令和2年度\t光熱費\t30千円', '\t（内訳）', '\t電気\t20千円', '\tガス\t10千円', '令和3年度\t光熱費\t5千円'] })
    expect(effects.map(({ part_of }) => part_of)).toEqual([null, 1, 1, null])
  })

  it.each([
    ['広告料（訂正前）\t30千円', '広告料（訂正後）\t40千円'],
    ['広告料（誤）\t30千円', '広告料（正）\t40千円'],
    ['広告料\t（誤）30千円 （正）40千円'],
    ['広告料\t（誤）30千円→（正）40千円'],
  ])('are corrected amounts: %s', (...rows) => {
    expect(lines(...rows.map((row, index) => `${index === 0 ? '令和2年度' : ''}\t${row}`)).map(([, , yen]) => yen)).toEqual([40_000])
  })

  it('is an unnamed last amount that is the sum of all above it', () => {
    const rows = ['令和2年度\t紙代\t5千円', '令和3年度\t紙代\t7千円', '\t\t12千円']
    expect([lines(...rows).map(([, , yen]) => yen), totals(...rows)]).toEqual([[5000, 7000], [[12_000, 12_000]]])
  })
})

it('a unit that a later row states counts from there on', () => {
  const rows = ['（単位：千円）', '令和2年度\t紙代\t5', '（単位：百万円）', '令和3年度\t紙代\t7']
  expect(lines(...rows).map(([, , yen]) => yen)).toEqual([5000, 7_000_000])
  expect(lines('（単位：千円）', '令和2年度\t紙代\t5', '令和3年度\t紙代\t（単位：百万円）\t7').map(([, , yen]) => yen)).toEqual([5000, 7_000_000])
})

describe('broken amounts', () => {
  it.each(['1 234千円', '1’234千円', "1'234千円", '1O0千円', '12,345, 678円'])('%s gives no value and is said', (amount) => {
    const { effects, reported } = readItem({ effects: [`令和2年度\t紙代\t${amount}`] })
    expect(effects.every(({ amount_yen }) => amount_yen === null)).toBe(true)
    expect(reported).toContain('unread-text')
  })

  it('give none where a line end parts their digits', () => {
    const { effects, reported } = readItem({ effects: ['令和2年度\t紙代\t12,345,', '678円'] })
    expect(effects.every(({ amount_yen }) => amount_yen === null)).toBe(true)
    expect(reported).toContain('unread-text')
  })

  it('of which 億 is misspelt are read and said', () => {
    const { effects, reported } = readItem({ effects: ['令和2年度\t紙代\t3憶20万円'] })
    expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([300_200_000])
    expect(reported).toContain('misspelt-amount')
  })
})

it.each(['64※1', '64*2', '64¹', '64(注3)', '※4 64', '64 注5）', '64 ※'])('the mark of a note is no part of its number: %s', (cell) => {
  const { effects } = read(documentText({ effects: [`令和2年度\t街灯\t${cell}`] }).replace('取組による効果', '取組による効果（千円）'))
  expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([64_000])
})

it('marks of notes and counts without an amount are read below the heads of columns too', () => {
  const rows = ['年度\t取組\t件数\t効果額（千円）', '令和2年度\t街灯\t3件\t64※1', '令和3年度\t街灯\t5件\t', '総計\t\t\t64千円（注2）']
  expect(lines(...rows)).toEqual([
    [2020, '街灯', 64_000],
    [2021, '街灯', null],
  ])
  expect(readItem({ effects: rows }).effects.map(({ quantity }) => quantity)).toEqual([3, 5])
  expect(totals(...rows)).toEqual([[64_000, 64_000]])
  expect(reported('令和2年度\t街灯\t64千円（注 3）')).toEqual([])
})

it('a note below the table is no effect', () => {
  expect(lines('令和2年度\t街灯\t64千円', '※ 街灯には工事の5千円を含む。').map(([, , yen]) => yen)).toEqual([64_000])
})

describe('rounded amounts', () => {
  const outcome = (...effects: string[]) =>
    readItem({ effects })
      .checks.filter(({ rule }) => rule === 'effect-total')
      .map(({ outcome }) => outcome)

  it('agree with a total no further off than half a step of the last digit for each', () => {
    expect(outcome('令和2年度\t13百万円', '令和3年度\t22百万円', '総計\t36百万円')).toEqual(['agrees'])
    expect(outcome('令和2年度\t13百万円', '令和3年度\t22百万円', '総計\t37百万円')).toEqual(['differs'])
    expect(outcome('令和2年度\t13円', '令和3年度\t22円', '総計\t36円')).toEqual(['differs'])
  })

  it('are off by their own steps: 0.5億円 for 1億円, half a yen for 13円', () => {
    expect(outcome('令和2年度\t1億円', '令和3年度\t13円', '総計\t150,000,010円')).toEqual(['agrees'])
    expect(outcome('令和2年度\t1億円', '令和3年度\t13円', '総計\t150,000,020円')).toEqual(['differs'])
    expect(outcome('令和2年度\t70,000,000円', '令和3年度\t13円', '総計\t1億円')).toEqual(['agrees'])
    expect(outcome('令和2年度\t40,000,000円', '令和3年度\t13円', '総計\t1億円')).toEqual(['differs'])
  })

  it('agree with one a whole step off for each where they are cut off', () => {
    expect(outcome('令和2年度\t13百万円', '令和3年度\t22百万円', '総計\t37百万円', '※千円未満を切り捨てている。')).toEqual(['agrees'])
    expect(outcome('令和2年度\t13円', '令和3年度\t22円', '総計\t36円', '※端数処理により合わないことがある。')).toEqual(['agrees'])
  })
})
