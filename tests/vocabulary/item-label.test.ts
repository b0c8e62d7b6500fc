import { expect, it } from 'vitest'
import { itemLabel } from '../../loaders/vocabulary/item-codes.ts'

it.each([
  [3, '3', 'No.3'],
  [3, '03', 'No.3'],
  [2, '1-(2)', 'No.1-(2)'],
  [1, '2', 'No.2'],
  [4, null, 'No.4'],
])('an item at place %i whose head has the number %s is %s', (no, code, label) => {
  expect(itemLabel(no, code)).toBe(label)
})
