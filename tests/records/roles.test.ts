import { expect, it } from 'vitest'
import { roleOf } from '../../loaders/records/roles.ts'

it.each([
  ['負担は', '1,000', '千円だった', 'amount', '千円'],
  ['', '7', '億9千万を超え', 'amount', '億'],
  ['応募は', '12', '件', 'count', '件'],
  ['窓口を', '3', ' 室', 'count', '室'],
  ['割合は', '97.0', '%', 'percent', '%'],
  ['約', '7', '割', 'percent', '割'],
  ['得点は', '64', '点', 'score', '点'],
  ['前より', '2', 'ポイント', 'score', 'ポイント'],
  ['面積', '348', ' m²', 'area', 'm²'],
  ['令和', '4', '年10月', 'date', '年'],
  ['令和4年', '10', '月', 'date', '月'],
  ['【R', '2.4', '.1】', 'date', null],
  ['R2.4.', '1', '】', 'date', null],
  ['令和', '2', '年度', 'fiscal_year', '年度'],
  ['令和', '2', '～6年度', 'fiscal_year', null],
  ['', '2025', '年に向け', 'year', '年'],
  ['（No.', '3', ' 再掲）', 'item_no', null],
  ['第', '5', '次集中改革プラン', 'plan_no', '次'],
  ['第', '2', '期', 'ordinal', '期'],
  ['', '3', 'カ年の評価', 'duration', 'カ年'],
  ['', '60', '歳', 'age', '歳'],
  ['台風', '15', '号', 'name', null],
  ['延べ', '30', 'km', 'measure', 'km'],
] as const)('%s[%s]%s is %s', (before, number, after, role, unit) => {
  expect(roleOf(before, number, after)).toEqual({ role, unit })
})

it('a number in brackets at the start is a list number', () => {
  expect(roleOf('(', '1', ') 検証')).toEqual({ role: 'list_no', unit: null })
})

it('a number with a full stop at the start is a list number', () => {
  expect(roleOf('', '1', '.広報した')).toEqual({ role: 'list_no', unit: null })
})

it('a number between unknown words has no role', () => {
  expect(roleOf('甲', '5', '、乙')).toBeUndefined()
})

it('a number joined to a word is part of a name where the word has letters or stands in quotes', () => {
  expect(roleOf('', '2020', 'きょうDo!')).toEqual({ role: 'name', unit: null })
  expect(roleOf('講座「', '7', 'つの習慣」')).toEqual({ role: 'count', unit: 'つ' })
  expect(roleOf('講座「はじめての', '3', 'ステップ」')).toEqual({ role: 'name', unit: null })
  expect(roleOf('値は', '77', 'だ')).toBeUndefined()
})
