import { expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

const { checks, messages } = readItem({ effects: ['令和2年度\t90円', '総計\t91円'], years: { 令和2年度: '・符号は77、色は赤。' }, rating: 'A' })

it('findings are numbered through', () => {
  expect(checks.map(({ check_no }) => check_no)).toEqual(checks.map((_, index) => index + 1))
})

it('what differs is reported at its place, what has no role only once', () => {
  expect(messages.map(({ rule, line, reason }) => [rule, line, reason])).toEqual([
    ['unread-number', 4, '何の数字か読み取れない: 77'],
    ['check-differs', 6, '効果額の総計と各年度の合計 (円)が合わない: 公表 91、計算 90'],
  ])
})

it('what agrees is a finding too, without a message', () => {
  expect(checks.filter(({ outcome }) => outcome === 'agrees').map(({ rule }) => rule)).toEqual([
    'rating-scale',
    'section-present',
    'part-present',
    'part-present',
  ])
})
