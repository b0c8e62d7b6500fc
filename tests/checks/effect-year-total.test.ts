import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (...effects: string[]) => findings(readItem({ effects }), 'effect-year-total')

it('compares the sum printed for a year with the lines of that year, parts not counted twice', () => {
  const rows = ['令和2年度\t紙代\t90円', '\tうち封筒\t20円', '\t電気代\t10円', '\t計\t100円', '令和3年度\t紙代\t50円', '\t計\t60円', '総計\t140円']
  expect(check(...rows)).toMatchObject([
    { item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: 100, computed: 100 },
    { item_no: 1, fiscal_year: 2021, outcome: 'differs', published: 60, computed: 50, message: '効果額の計とその年度の合計 (円)が合わない: 公表 60、計算 50' },
  ])
})

it('takes 計 after the last year for the total, unless every year before has its own', () => {
  expect(check('令和2年度\t1円', '令和3年度\t2円', '計\t3円')).toEqual([])
  expect(check('令和2年度\t1円', '計\t1円', '令和3年度\t2円', '計\t2円')).toHaveLength(2)
  expect(check('令和2年度\t1円', '計\t1円')).toEqual([])
})

it('takes 小計 for the sum of its year wherever it stands', () => {
  expect(check('令和2年度\t1円', '小計\t1円')).toMatchObject([{ fiscal_year: 2020, outcome: 'agrees' }])
})
