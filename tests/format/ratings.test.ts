import { expect, it } from 'vitest'
import { ratingName, ratingWithCount } from '../../src/format/ratings.ts'

it('a number right behind a rating is no part of it', () => {
  expect([ratingWithCount('A', 5), ratingWithCount('◎', 1), ratingWithCount('3.5', 1), ratingWithCount('一部達成', 12)]).toEqual([
    'A5',
    '◎1',
    '3.5 1件',
    '一部達成 12件',
  ])
})

it('a rating in words has a plain square', () => {
  expect([ratingName('A'), ratingName('◎'), ratingName('順調')]).toEqual(['A ●', '◎', '順調 □'])
})
