import { expect, it } from 'vitest'
import { readItem } from '../support/documents.ts'

it('reviews are one row for each entry of each kind', () => {
  const { reviews } = readItem({ achieved: '○増えた。 ○早くなった。', notAchieved: '○減らせなかった。', next: '○続ける。' })
  expect(reviews.map(({ kind, review_no, text }) => [kind, review_no, text])).toEqual([
    ['achieved', 1, '増えた。'],
    ['achieved', 2, '早くなった。'],
    ['not_achieved', 1, '減らせなかった。'],
    ['next', 1, '続ける。'],
  ])
})

it('a head with nothing under it gives no row', () => {
  const { reviews } = readItem({ achieved: '○増えた。', notAchieved: '', rating: 'A' })
  expect(reviews.map(({ kind }) => kind)).toEqual(['achieved'])
})

it('a review that a page end cuts is one row over two lines', () => {
  const { reviews } = readItem({ notAchieved: '○働く人の\n\n数を増やせなかった。' })
  expect(reviews).toMatchObject([{ text: '働く人の数を増やせなかった。', words: { place: { start: { line: 3 }, end: { line: 5 } } } }])
})
