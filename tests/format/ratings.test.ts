import { expect, it } from 'vitest'
import { ratingName, ratingsWithCounts } from '../../src/format/ratings.ts'

it('a number right behind a rating is no part of it', () => {
  const inWords = (...counts: [string, number][]) => ratingsWithCounts(counts.map(([rating, items]) => ({ rating, items })))
  expect(inWords(['A', 5], ['B', 1])).toBe('A5 B1')
  expect(inWords(['◎', 1])).toBe('◎1')
  expect(inWords(['3.5', 1], ['4', 2])).toBe('3.5 1件、4 2件')
  expect(inWords(['順調', 3], ['一部達成', 12])).toBe('順調 3件、一部達成 12件')
})

it('a rating in words or points stands for itself, without shape', () => {
  expect([ratingName('A'), ratingName('◎'), ratingName('順調'), ratingName('80%')]).toEqual(['A ●', '◎', '順調', '80%'])
})

it('no letter has a triangle, which is read as minus; one that the document prints stays', () => {
  expect(['S', 'A', 'B', 'C', 'D', 'E', 'F'].map(ratingName)).toEqual(['S ★', 'A ●', 'B ■', 'C ◆', 'D ▬', 'E □', 'F ◇'])
  expect(ratingName('△')).toBe('△')
})
