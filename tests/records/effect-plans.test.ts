import { describe, expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const item = (...effects: string[]) => readItem({ effects })
const effects = (...rows: string[]) => item(...rows).effects.map(({ fiscal_year, amount_yen }) => [fiscal_year, amount_yen])
const targets = (...rows: string[]) => item(...rows).targets.map(({ fiscal_year, value }) => [fiscal_year, value])
const totals = (...rows: string[]) => item(...rows).effectTotals.map(({ published_yen, computed_yen }) => [published_yen, computed_yen])

const both = [
  [2020, 9],
  [2021, 7],
]

describe('a plan beside what came of it is no effect', () => {
  it.each(['計画', '予算', '目標', '予定', '推計', '見込'])('under the head of its year: %s', (plan) => {
    const rows = [`令和2年度（${plan}）\t街灯\t8円`, '令和2年度（実績）\t街灯\t9円', `令和3年度（${plan}）\t街灯\t6円`, '令和3年度（実績）\t街灯\t7円']
    expect(effects(...rows)).toEqual(both)
    expect(targets(...rows)).toEqual([
      [2020, 8],
      [2021, 6],
    ])
  })

  it.each([
    ['街灯計画', '街灯実績'],
    ['街灯予算額', '街灯決算額'],
    ['街灯（試算）', '街灯（実績）'],
    ['街灯の目標', '街灯の実績'],
    ['街灯計画（千円）', '街灯実績（千円）'],
    ['街灯（計画額（A））', '街灯（実績額（B））'],
    ['計画①', '実績②'],
    ['期待効果額', '実績効果額'],
    ['街灯変更前', '街灯変更後'],
  ])('by its own name: %s and %s', (plan, actual) => {
    const rows = [`令和2年度\t${plan}\t8千円`, `\t${actual}\t9千円`, `令和3年度\t${plan}\t6千円`, `\t${actual}\t7千円`]
    expect(effects(...rows)).toEqual(both.map(([year, thousands]) => [year, (thousands as number) * 1000]))
  })

  it.each(['R2（計画）\tR2（実績）\tR3（計画）\tR3（実績）', '令和2年度（見込）\t令和2年度（決算）\t令和3年度（目標）\t令和3年度'])(
    'in a column of its year: %s',
    (years) => {
      expect(effects('（単位：円）', `区分\t${years}`, '街灯\t8\t9\t6\t7')).toEqual(both)
    },
  )

  it('in a row of columns of years, whose sum is not the published total', () => {
    const rows = ['（単位：円）', '区分\t令和2年度\t令和3年度\t計', '計画\t8\t6\t14', '実績\t9\t7\t16']
    expect([effects(...rows), totals(...rows)]).toEqual([both, [[16, 16]]])
  })
})

it('a year of which only an expected amount is printed has it as its effect', () => {
  expect(effects('令和2年度\t街灯\t9円', '令和3年度（見込）\t街灯\t7円')).toEqual(both)
})

it.each([
  ['令和2年度\t下書き\t8円', '\t実績\t9円'],
  ['令和2年度\t街灯（下書き）\t8円', '\t街灯（実績）\t9円'],
  ['令和2年度\t街灯\t下書き\t8円', '\t街灯\t実績\t9円'],
  ['令和2年度\t街灯計画\t8円', '\t街灯\t9円'],
  ['令和2年度（下書き）\t街灯\t8円', '令和2年度（実績）\t街灯\t9円'],
])('what may be the plan of the amount beside it counts for nothing, and is said: %s', (...rows) => {
  expect(effects(...rows)).toEqual([[2020, 9]])
  expect(item(...rows).reported).toContain('open-sum')
  expect(totals(...rows, '総計\t\t17円')).toEqual([[17, null]])
})

it.each(['総合計画の見直し', '計画停電の中止', '実績報告書の簡素化', '累計ポイント制度', '合計画面の改修', '訂正印の廃止', '再掲示の廃止', '当初計画の見直し'])(
  'an ordinary name is an effect: %s',
  (name) => {
    const rows = [`令和2年度\t${name}\t9円`, `令和3年度\t${name}\t7円`, '総計\t\t16円']
    expect([effects(...rows), totals(...rows), item(...rows).reported]).toEqual([both, [[16, 16]], []])
  },
)
