import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (...effects: string[]) => findings(readItem({ effects }), 'effect-total')

it('agrees where the years add up to the total, parts not counted twice', () => {
  expect(check('令和2年度\t増収\t90円', '\tうち貸付\t20円', '令和3年度\t増収\t10円', '総計\t100円')).toMatchObject([
    { item_no: 1, fiscal_year: null, outcome: 'agrees', published: 100, computed: 100, source_line: 6 },
  ])
})

it('differs where a part was counted twice', () => {
  expect(check('令和2年度\t増収\t90円', '\tうち貸付\t20円', '総計\t110円')).toMatchObject([{ outcome: 'differs', published: 110, computed: 90 }])
})

it('compares the quantity too', () => {
  expect(check('令和2年度\t2件\t1円', '令和3年度\t3件\t1円', '総計\t6件\t2円')).toMatchObject([
    { outcome: 'agrees', published: 2 },
    { outcome: 'differs', published: 6, computed: 5 },
  ])
})

it('is not run without a total', () => {
  expect(check('令和2年度\t1円')).toEqual([])
})

it('agrees where quantities with decimals add up', () => {
  expect(check('令和2年度\t0.1時間\t1円', '令和3年度\t0.2時間\t1円', '総計\t0.3時間\t2円').map(({ outcome }) => outcome)).toEqual(['agrees', 'agrees'])
})

it('says which sum is compared', () => {
  expect(check('令和2年度\t2件\t1円', '総計\t2件\t2円').map(({ message }) => message)).toEqual([
    '効果額の総計と各年度の合計 (円)が合わない: 公表 2、計算 1',
    '数量の総計と各年度の合計は一致 (2)',
  ])
})

it('is not run for a quantity that the years do not count', () => {
  expect(check('令和2年度\t1円', '総計\t3件\t1円')).toMatchObject([{ published: 1, computed: 1 }])
})
