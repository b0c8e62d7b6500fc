import { expect, it } from 'vitest'
import { anyNumeral, decimalPlaces, numeral, numeralValue, wholeNumeral } from '../../loaders/vocabulary/numerals.ts'

it('a numeral has thousands commas and at most one decimal point', () => {
  expect('3,170.92 1,2345 R2.4.1 12,34'.match(new RegExp(anyNumeral, 'g'))).toEqual(['3,170.92', '1', '2345', '2.4', '1', '12', '34'])
})

it('what a broken number leaves after its comma or point is no value', () => {
  expect('138, 500円 6,3円 1.2.3円 2,345円 4円'.match(new RegExp(`${numeral}(?=円)`, 'g'))).toEqual(['2,345', '4'])
})

it('a numeral has a value and decimal places', () => {
  expect([numeralValue('3,170.92'), numeralValue('96.0')]).toEqual([3170.92, 96])
  expect([decimalPlaces('3,170.92'), decimalPlaces('96.0'), decimalPlaces('96')]).toEqual([2, 1, 0])
})

it('a count of people or things has no decimals', () => {
  expect('9.77人 1,234人 5.人 6人'.match(new RegExp(`${wholeNumeral}(?=\\.?人)`, 'g'))).toEqual(['1,234', '5', '6'])
})
