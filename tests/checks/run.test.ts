import { expect, it } from 'vitest'
import { contentsText, documentText, read, readItem } from '../support/documents.ts'

const sample = { effects: ['令和2年度\t90円', '総計\t91円'], years: { 令和2年度: '・符号は77、色は赤。' }, rating: 'A' }

it('findings are numbered through', () => {
  const { checks } = readItem(sample)
  expect(checks.map(({ check_no }) => check_no)).toEqual(checks.map((_, index) => index + 1))
})

it('what differs is reported at its place, what has no role only once', () => {
  const { messages } = readItem(sample)
  expect(messages.map(({ rule, line, reason }) => [rule, line, reason])).toEqual([
    ['unread-number', 4, '数字の種類を読み取れない: 77'],
    ['check-differs', 6, '効果額の総計と各年度の合計 (円)が合わない: 公表 91、計算 90'],
  ])
})

it('what agrees is a finding too, without a message', () => {
  const { checks } = readItem(sample)
  expect(checks.filter(({ outcome }) => outcome === 'agrees').map(({ rule }) => rule)).toEqual([
    'rating-scale',
    'section-present',
    'part-present',
    'part-present',
  ])
})

it('what is missing is reported at its place, or without one', () => {
  const missing = read(contentsText([1, '甲', '総務課'], [2, '乙', '財政課']) + documentText({ no: 1, title: '甲' }, { no: 4, title: '丁' }))
  const found = missing.messages.filter(({ rule }) => rule === 'check-missing')
  expect(found.map(({ line, reason }) => [line, reason])).toEqual([[3, 'No.2「乙」の節がない']])
  const between = read(documentText({ no: 1, title: '甲' }, { no: 3, title: '丙' }))
  expect(between.messages.map(({ rule, line, reason }) => [rule, line, reason])).toEqual([['check-missing', undefined, 'No.2の節がない']])
})

it('a difference is what is published over what is computed, and stands only where both do', () => {
  expect(readItem(sample).checks.map(({ rule, difference }) => [rule, difference])).toEqual([
    ['effect-total', 1],
    ['rating-scale', null],
    ['figure-role', null],
    ['section-present', null],
    ['part-present', null],
    ['part-present', null],
  ])
})

it.each([
  ['a sale without areas', { years: { 令和2年度: '売却額 70円 面積2㎡' } }],
  ['a rating that is left out', { achieved: '○増えた。' }],
  ['rehired staff whose hours are not told', { years: { 令和2年度: '・再任用職員9人を置いた。' } }],
  ['a survey of one year without its rate', { years: { 令和2年度: '・総合点60.5点だった。 回答者90人、対象者100人' } }],
  ['the scores of a year without results', { notAchieved: '○伸びない。 【総合点】R2年度65点' }],
  ['a head count that is stated once', { years: { 令和2年度: '・令和2年4月1日時点の職員数は計画より6人多い986人だった。' } }],
  ['an institute without breakdown', { years: { 令和2年度: '(1) 職員研修（派遣研修） 研修所（10人）' } }],
])('%s is compared with nothing', (_, item) => {
  const rules = ['figure-role', 'section-present', 'part-present']
  expect(readItem(item).checks.filter(({ rule }) => !rules.includes(rule))).toEqual([])
})

it('more numbers to compare than any results document has are refused at the first that is too many', () => {
  const line = (_: unknown, index: number) => `\t乙${index}\t1円`
  const effects = ['令和2年度\t甲\t1円', ...Array.from({ length: 1199 }, line), ...Array.from({ length: 200 }, () => '\t小計\t1,200円')]
  const { messages } = readItem({ effects })
  expect(messages.filter(({ rule }) => rule === 'too-many-comparisons').map(({ line, reason }) => [line, reason])).toEqual([
    [1369, '突き合わせる数字が200000個を超える。取組実績一覧の文書ではない'],
  ])
})
