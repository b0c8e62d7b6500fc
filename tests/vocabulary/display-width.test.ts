import { expect, it } from 'vitest'
import { displayWidth } from '../../loaders/vocabulary/display-width.ts'

it.each([
  ['', 0],
  ['AI 12', 5],
  ['取組AI①', 8],
  ['ｶﾞｽ', 3],
  ['𠮟', 2],
])('%j takes %i columns beside Japanese', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

it('counts what both scripts use as one column where a terminal does', () => {
  expect(displayWidth('①取組', { ambiguousAsWide: false })).toBe(5)
})
