import { describe, expect, it } from 'vitest'
import { baseUnit, inBaseUnit, isPartOfAmount, yenOfEach } from '../../loaders/vocabulary/base-units.ts'

describe('the base unit', () => {
  it.each([
    ['千円', '円'],
    ['円', '円'],
    ['ha', '㎡'],
    ['平方メートル', '㎡'],
    ['㎡', '㎡'],
    ['km', 'm'],
    ['トン', 'kg'],
    ['割', '%'],
    ['人', '人'],
  ])('of %s is %s', (unit, base) => {
    expect(baseUnit(unit)).toBe(base)
  })

  it.each([
    [1.5, 'ha', 15_000],
    [3170.92, 'm²', 3170.92],
    [0.7, '割', 7],
    [2.5, 'km', 2500],
    [12, '㎜', 0.012],
    [3, 't', 3000],
    [5, '人', 5],
    [5, null, 5],
  ])('has of %d %s %d', (value, unit, scaled) => {
    expect(inBaseUnit(value, unit)).toBe(scaled)
  })
})

describe('the numbers of an amount', () => {
  it('count what the scales after them say', () => {
    expect(yenOfEach('1億2,345万円')).toEqual([100_000_000, 23_450_000])
    expect(yenOfEach('9千5百万円')).toEqual([90_000_000, 5_000_000])
    expect(yenOfEach('7億9千万')).toEqual([700_000_000, 90_000_000])
    expect(yenOfEach('4,732千円')).toEqual([4_732_000])
  })

  it('keep a fraction of a yen', () => {
    expect(yenOfEach('0.5円')).toEqual([0.5])
  })

  it('end it only where the unit is 円', () => {
    expect(['億', '千万', '千', '円', '千円', '人', '', null].map(isPartOfAmount)).toEqual([true, true, true, false, false, false, false, false])
  })
})
