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
    '年度\t項目（注）\t金額（千円）',
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

  it.each(['年度\t項目\t件数\t金額（千円）', '年度\t人数（人）\t金額（千円）'])('tell counts without unit from amounts: %s', (head) => {
    const cells = { 年度: '令和2年度', 項目: '削減額', 件数: '3', '人数（人）': '3', '金額（千円）': '12' } as const
    const counted = head.split('\t').map((name) => cells[name as keyof typeof cells])
    expect(yen(head, counted.join('\t')).map(([, , amount]) => amount)).toEqual([12_000])
  })

  it('that state another unit than the label leave amounts open', () => {
    const { effects, reported } = read(
      documentText({ effects: ['年度\t項目\t金額（円）', row, '総計\t\t12'] }).replace('取組による効果', '取組による効果（千円）'),
    )
    expect(effects.map(({ amount_yen }) => amount_yen)).toEqual([])
    expect(reported).toContain('open-sum')
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

  it.each(['総計表', '合計額面', '3カ年の合計額面', '小計表', '令和2年度～令和4年度分', '紙の令和2年度～令和4年度', '収入額', '令和3年度4月'])(
    'is not %s: an amount beside it is nobody’s, and nothing is added up',
    (head) => {
      const rows = ['令和2年度\t紙代\t9円', `${head}\t8円`, '総計\t17円']
      expect(yen(...rows)).toEqual([[2020, '紙代', 9]])
      expect(totals(...rows)).toEqual([[17, null]])
      expect(reported(...rows)).toContain('open-sum')
    },
  )

  it.each([
    '紙総計',
    '小合計',
    '約3カ年の合計',
    '総　計',
    '合 計',
    '合計（千円）',
    '合計 (A+B)',
    '効果額合計',
    'R2～R4合計',
    '令和2～4年度計',
    '計画期間合計',
    '総効果額',
    '累計効果額',
    '総計（再掲を除く）',
    '第2次計',
  ])('is the total: %s', (head) => {
    expect(totals('令和2年度\t紙代\t9円', '令和3年度\t紙代\t8円', `${head}\t17円`)).toEqual([[17, 17]])
  })

  it.each(['小計', '小　計', '令和2年度計', '2年度小計', 'R2計'])('is the sum of its year: %s', (head) => {
    const rows = ['令和2年度\t紙代\t9円', '\t印刷代\t1円', `${head}\t10円`, '令和3年度\t紙代\t8円', '総計\t18円']
    expect(yen(...rows).map(([, , amount]) => amount)).toEqual([9, 1, 8])
    expect(totals(...rows)).toEqual([[18, 18]])
  })

  it.each(['紙総計', '光熱費計', '計', '合　計', '効果額'])('need not stand where years do: %s in a label’s place is the sum of its year', (label) => {
    const rows = ['令和2年度\t紙代\t9円', '\t印刷代\t1円', `\t${label}\t10円`, '令和3年度\t紙代\t8円', '総計\t18円']
    expect(yen(...rows).map(([, , amount]) => amount)).toEqual([9, 1, 8])
    expect(totals(...rows)).toEqual([[18, 18]])
  })

  it.each(['特別会計', '設計', '統計調査', '会計年度任用職員', '計画策定', '施設計画の見直し'])('is none in %s, which is an ordinary label', (label) => {
    expect(yen('令和2年度\t紙代\t9円', `\t${label}\t8円`)).toEqual([
      [2020, '紙代', 9],
      [2020, label, 8],
    ])
    expect(reported('令和2年度\t紙代\t9円', `\t${label}\t8円`)).toEqual([])
  })

  it.each(['令和12年度～令和14年度', '令和 2 年度 ～ 令和 14 年度', '2～4年度', '元年度－3年度'])('of several years, as %s, opens no year', (head) => {
    expect(yen('令和2年度\t紙代\t9円', `${head}\t8円`)).toEqual([[2020, '紙代', 9]])
  })

  it.each(['12年間の計', '3カ年合計', '10 か年の総計'])('%s is that of the total', (head) => {
    expect(totals('令和2年度\t9円', `${head}\t9円`)).toEqual([[9, 9]])
  })
})

describe('計', () => {
  it('of years is no name of the last sum where that has another: 合計', () => {
    const rows = ['令和2年度\t紙代\t9円', '\t印刷代\t1円', '計\t10円', '令和3年度\t紙代\t8円', '合計\t18円']
    expect(totals(...rows)).toEqual([[18, 18]])
    expect(reported(...rows)).toEqual([])
  })

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

describe('the year of an amount', () => {
  it('may stand behind what it is of, in a cell of its own or in a bracket', () => {
    expect(yen('紙代\t令和2年度\t5円', '\t令和3年度\t7円').map(([year, , amount]) => [year, amount])).toEqual([
      [2020, 5],
      [2021, 7],
    ])
    expect(yen('紙代（令和2年度）\t5円', '紙代 R3\t7円').map(([year, , amount]) => [year, amount])).toEqual([
      [2020, 5],
      [2021, 7],
    ])
  })

  it('that differs from its row’s, or that nothing states, leaves it open', () => {
    expect(yen('令和2年度\t紙代\t5円', '\t紙代（令和3年度）\t7円')).toEqual([[2020, '紙代', 5]])
    expect(reported('令和2年度\t紙代\t5円', '\t紙代（令和3年度）\t7円')).toContain('open-sum')
    expect(totals('紙代\t5円', '令和2年度\t紙代\t7円', '総計\t\t12円')).toEqual([[12, null]])
  })
})

describe('sums', () => {
  it('of the years so far, one a year, are no totals', () => {
    const rows = ['令和2年度\t紙代\t5円', '累計\t\t5円', '令和3年度\t紙代\t7円', '累計\t\t12円']
    expect([yen(...rows).map(([, , amount]) => amount), totals(...rows)]).toEqual([[5, 7], []])
  })

  it.each(['合計', '効果額累計', '累計'])('in a row of columns of years are no effects: %s', (sum) => {
    const rows = ['（単位：円）', '区分\t令和2年度\t令和3年度', '紙代\t5\t7', `${sum}\t5\t12`]
    expect(yen(...rows).map(([, , amount]) => amount)).toEqual([5, 7])
  })

  it('of savings, gains and both have the one of both as the published total', () => {
    const inColumns = ['（単位：円）', '年度\t削減額\t増収額\t効果額', '令和2年度\t5\t7\t12', '令和3年度\t1\t2\t3', '総計\t6\t9\t15']
    const inRows = ['（単位：円）', '区分\t令和2年度\t令和3年度\t計', '削減額\t5\t1\t6', '増収額\t7\t2\t9', '効果額\t12\t3\t15']
    expect([totals(...inColumns), totals(...inRows)]).toEqual([[[15, 15]], [[15, 15]]])
    expect(readItem({ effects: inRows }).reported).toEqual([])
  })

  it('may repeat a year’s only amount as its effect', () => {
    expect(yen('令和2年度\t紙代\t5円', '\t効果額\t5円')).toEqual([[2020, '紙代', 5]])
  })

  it.each(['（合計）', '【合計】', '［計］', '＜総計＞'])('may stand in brackets: %s', (sum) => {
    expect(totals('令和2年度\t紙代\t5円', `${sum}\t\t5円`)).toEqual([[5, 5]])
  })
})

describe('an amount that another item counts', () => {
  it.each(['（再掲）', '【再掲】', '（No.2に計上）', '（No.2と重複）', '（二重計上）', '（別掲）'])(
    'says so in its name, behind it, or in a cell: %s',
    (mark) => {
      const behind = mark.startsWith('（') ? [`\t紙代\t7円${mark}`] : []
      for (const row of [`\t紙代${mark}\t7円`, `\t紙代\t7円\t${mark}`, ...behind]) {
        expect(totals('令和2年度\t街灯\t5円', row, '総計\t\t5円'), row).toEqual([[5, 5]])
      }
      const noted = ['年度\t内容\t効果額（円）\t備考', '令和2年度\t街灯\t5\t', `\t紙代\t7\t${mark}`, '総計\t\t5\t']
      expect(totals(...noted)).toEqual([[5, 5]])
    },
  )
})

it.each(['うち', '【内訳】', '＜内訳＞', '（内）', '内'])('a mark of parts alone in its row makes parts of the rows after it: %s', (mark) => {
  const rows = ['令和2年度\t光熱費\t9円', `\t${mark}`, '\t電気代\t5円', '\t水道代\t4円', '総計\t\t9円']
  expect(totals(...rows)).toEqual([[9, 9]])
})

describe('the unit of a row', () => {
  const table = ['（単位：千円）', '令和2年度\t紙代\t5']

  it('is its own where its name states one', () => {
    expect(yen(...table, '令和3年度\t紙代（円）\t7,000').map(([, , amount]) => amount)).toEqual([5000, 7000])
    expect(totals(...table, '総計（円）\t\t5,000')).toEqual([[5000, 5000]])
  })

  it.each(['利用者数', '削減時間', '参加者（人）', '収納率（％）'])('is none of money for a count: %s', (name) => {
    expect(yen(...table, `\t${name}\t7`)).toEqual([[2020, '紙代', 5000]])
    expect(reported(...table, `\t${name}\t7`)).toContain('unread-text')
  })
})

describe('△', () => {
  it.each(['歳出', '支出の減', '歳出増減額'])('before %s is a gain where the printed sum says so', (name) => {
    const rows = [`令和2年度\t${name}\t△9円`, '\t歳入\t5円', '\t効果額\t14円']
    expect(yen(...rows).map(([, , amount]) => amount)).toEqual([9, 5])
  })

  it('before expenditure is open where nothing says whether more or less was spent', () => {
    const rows = ['令和2年度\t歳出\t△9円', '総計\t\t20円']
    expect([yen(...rows).map(([, , amount]) => amount), totals(...rows)]).toEqual([[null], [[20, null]]])
  })
})

describe('amounts that are broken or joined', () => {
  it.each(['90千円→80千円', '90千円から80千円', '70千円～80千円', '2万円5千円', '1、234千円', '1・5百万円', '90千円（正しくは80千円）'])(
    'give no value: %s',
    (amount) => {
      const rows = ['令和2年度\t紙代\t5千円', `令和3年度\t紙代\t${amount}`, '総計\t\t9千円']
      expect(yen(...rows)).toEqual([[2020, '紙代', 5000]])
      expect(totals(...rows)).toEqual([[9000, null]])
    },
  )

  it.each(['実績,409,595円', '電気代,409千円', '電気代，409，595円', '電気代、1・5百万円'])(
    'give no value, and their item no sum, in one cell with their label: %s',
    (cell) => {
      const rows = ['令和2年度\t紙代\t5千円', `令和3年度\t${cell}`, '総計\t9千円']
      expect([yen(...rows), totals(...rows)]).toEqual([[[2020, '紙代', 5000]], [[9000, null]]])
    },
  )

  it.each(['電気代，409,595円', '電気代, 409,595円', '電気代、409,595円'])('give one behind the comma of a sentence: %s', (cell) => {
    expect(yen('令和2年度\t紙代\t5千円', `令和3年度\t${cell}`)).toEqual([
      [2020, '紙代', 5000],
      [2021, '電気代', 409_595],
    ])
  })
})
