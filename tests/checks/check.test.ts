import { expect, it } from 'vitest'
import { compare, format, total } from '../../loaders/checks/check.ts'
import { Source } from '../../loaders/source/source.ts'
import { Words } from '../../loaders/source/words.ts'

const at = { item_no: 3, fiscal_year: 2020, words: Words.of(new Source('甲'), 0, 1) }

it('a comparison says both values where they differ, one where they agree', () => {
  expect(compare('effect-total', at, 1200, 1200, '総計')).toMatchObject({ outcome: 'agrees', message: '総計は一致 (1,200)' })
  expect(compare('effect-total', at, 1200, -300, '総計')).toMatchObject({ outcome: 'differs', message: '総計が合わない: 公表 1,200、計算 -300' })
})

it('numbers in messages have thousands commas before the point only', () => {
  expect([format(1234567), format(-1234.5678), format(97.6), format(0)]).toEqual(['1,234,567', '-1,234.5678', '97.6', '0'])
})

it('a total leaves out what is not stated', () => {
  expect([total([1, null, 2]), total([])]).toEqual([3, 0])
})

it('only the digits that lead a number get commas', () => {
  expect([format(0.12345), format(-1000), format(999)]).toEqual(['0.12345', '-1,000', '999'])
})
