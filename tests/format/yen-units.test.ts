import { expect, it } from 'vitest'
import { commonYenUnit, formatYenIn } from '../../src/format/yen-units.ts'

/** Amounts as one chart writes them. */
const together = (...yens: number[]) => yens.map((yen) => formatYenIn(commonYenUnit(yens), yen))

it.each([
  ['億円 with two decimals where one is below 1億円', [164_693_474, 154_401_138, 83_729_862], ['1.65億円', '1.54億円', '0.84億円']],
  ['億円 with one decimal from 10億円 on', [1_288_499_412, 83_729_862], ['12.9億円', '0.84億円']],
  ['億円 with one where none is', [2_718_172_303, 427_794_446, 0], ['27.2億円', '4.3億円', '0.0億円']],
  ['万円 where 億円 would make one nothing', [798_597_550, 396_000], ['79,860万円', '40万円']],
  ['万円 where the largest is below 1億円', [49_443_860, -7_859_966], ['4,944万円', '−786万円']],
  ['円 where 万円 would make one nothing', [49_443_860, 3_000], ['49,443,860円', '3,000円']],
  ['円 for small amounts', [8_000, 100], ['8,000円', '100円']],
  ['円 for none', [], []],
] as const)('amounts of one chart have one unit: %s', (_, yens, words) => {
  expect(together(...yens)).toEqual(words)
})
