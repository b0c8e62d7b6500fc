import { expect, it } from 'vitest'
import { changeInWords } from '../../src/format/numbers.ts'

it.each([
  [77.2, '77.2%増'],
  [-84.1, '84.1%減'],
  [1234.5, '1,234.5%増'],
  [0, '±0.0%'],
  [-0.04, '±0.0%'],
  [null, 'データなし'],
])('a change of %d percent is said as %s', (percent, words) => {
  expect(changeInWords(percent)).toBe(words)
})
