import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { roleIds, roleOf, roles } from '../../loaders/ledger/roles.ts'
import { root } from '../support/plans.ts'

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
  ['支出はR', '5', '年', 'year', '年'],
  ['支出はR', '5', '', 'fiscal_year', null],
  ['支出はR', '5', '百万円', 'amount', '百万円'],
  ['', '2025', '年に向け', 'year', '年'],
  ['（No.', '3', ' 再掲）', 'item_no', null],
  ['第', '5', '次集中改革プラン', 'plan_no', '次'],
  ['第', '2', '期', 'ordinal', '期'],
  ['', '3', 'カ年の評価', 'duration', 'カ年'],
  ['', '60', '歳', 'age', '歳'],
  ['台風', '15', '号', 'name', null],
  ['延べ', '30', 'km', 'measure', 'km'],
  ['委託料は840千円※', '1', 'だった', 'note_no', null],
  ['登録は72件*', '2', '。', 'note_no', null],
  ['相談は9件（注', '3', '）', 'note_no', null],
  ['相談は9件（注 ', '3', '）', 'note_no', null],
  ['※', '1', ' 市の見込み', 'note_no', null],
  ['※', '3', '月末の数', 'date', '月'],
  ['※', '3', '件を含む', 'count', '件'],
  ['受注', '3', '件', 'count', '件'],
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

it.each([
  ['No', '3', '甲', 'item_no', null],
  ['No .', '3', '甲', 'item_no', null],
  ['№ ', '3', '甲', 'item_no', null],
  ['No.3・', '5', '再掲', 'item_no', null],
  ['No 13及び ', '5', ' 再掲', 'item_no', null],
  ['（No.2-(', '1', ')-①再掲）', 'item_no', null],
  ['（No.2-(1)-', '3', ' 再掲）', 'item_no', null],
  ['No.A-', '3', '再掲', 'item_no', null],
  ['No.3-', '5', '件の増', 'count', '件'],
  ['№ 12、', '15', 'と 17 、 19 再掲', 'item_no', null],
  ['です。(', '2', ')甲', 'list_no', null],
  ['甲 (', '2', ')', 'list_no', null],
  ['です。', '12', '．甲', 'list_no', null],
  ['R', '12.10', '.1', 'date', null],
  ['R12.10.', '1', '', 'date', null],
  ['', '2025', ' 年 12 月', 'date', '年'],
  ['', '5', ' 日', 'date', '日'],
  ['', '5', '日間', 'duration', '日間'],
  ['令和', '4', ' 年に', 'year', '年'],
  ['', '12025', '年', 'duration', '年'],
  ['', '20251', '年', 'duration', '年'],
  ['第 ', '3', ' 回', 'ordinal', '回'],
  ['第', '3', '甲', 'ordinal', null],
  ['', '9', ' 時に', 'time', '時'],
  ['', '9', '時間', 'duration', '時間'],
  ['9時 ', '30', ' 分', 'time', '分'],
  ['9時の', '30', '分', 'duration', '分'],
  ['', '5', '百万円', 'amount', '百万円'],
  ['', '5', '億円', 'amount', '億円'],
  ['', '7', '千5百万円', 'amount', '千'],
  ['', '7', '千 5,000 万円', 'amount', '千'],
  ['', '7', '百 5円', 'amount', '百'],
  ['', '7', '百億', 'amount', '百億'],
  ['台風', '15', ' 号', 'name', null],
  ['A-', '3', '甲', 'name', null],
  ['A', '3', '甲', 'name', null],
  ['', '3', 'カDo', 'name', null],
] as const)('%s[%s]%s is %s too', (before, number, after, role, unit) => {
  expect(roleOf(before, number, after)).toEqual({ role, unit })
})

it.each(['年度', '年3月', '年', '月', '日', '次計画', '次', '期', '時', '年間', '歳', '%', '点', '㎡', '千円', '億', '号', 'km', '件'])(
  'a number with words between it and %s has no role',
  (unit) => {
    expect(roleOf('甲', '5', `乙${unit}`)).toBeUndefined()
    expect(roleOf('令和の', '2025', `乙${unit}`)).toBeUndefined()
    expect(roleOf('第の', '5', `乙${unit}`)).toBeUndefined()
    expect(roleOf('9時', '5', `乙${unit}`)).toBeUndefined()
  },
)

it.each([
  ['Noの', '3', '甲'],
  ['No.3(甲)', '5', '再掲'],
  ['No.甲', '5', '再掲'],
  ['No.3・', '5', 'の再掲'],
  ['甲(', '2', ')'],
  ['(甲', '2', ')'],
  [' (', '2', '乙)'],
  ['甲', '2', '.乙'],
  ['です。甲', '2', '.乙'],
  ['', '123', '.甲'],
  ['', '1,2', '.甲'],
  ['', '2', '. 5'],
  ['R甲', '2.4', ''],
  ['R2.4.甲', '1', ''],
  ['', '3', '分の'],
  ['', '7', '千甲'],
  ['', '7', '千5人'],
  ['A甲', '3', '乙'],
  ['', '3', '甲Do'],
  ['「甲」', '3', '乙'],
  ['「甲', '3', '、乙'],
] as const)('%s[%s]%s has no role', (before, number, after) => {
  expect(roleOf(before, number, after)).toBeUndefined()
})

it('the lists of measures in SQL are those of the roles', () => {
  const measures = roleIds.filter((role) => roles[role].measures).sort()
  for (const file of ['loaders/warehouse/marts/item_figures.sql', 'src/questions/figure-sources.sql']) {
    const [, list = ''] = /role IN \(([^)]*)\)/.exec(readFileSync(join(root, file), 'utf8')) ?? []
    expect([...list.matchAll(/'(\w+)'/g)].map(([, role]) => role).sort(), file).toEqual(measures)
  }
})

it('every role has a name in Japanese of its own', () => {
  const titles = roleIds.map((role) => roles[role].title)
  expect(titles.filter((title) => !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(title))).toEqual([])
  expect(new Set(titles).size).toBe(titles.length)
})
