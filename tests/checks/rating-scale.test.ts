import { expect, it } from 'vitest'
import { findings, readItem } from '../support/documents.ts'

const check = (rating: string) => findings(readItem({ rating }), 'rating-scale')

it('agrees with a rating that the note names', () => {
  expect(check('D')).toMatchObject([{ item_no: 1, outcome: 'agrees', source_line: 3 }])
})

it('differs with another', () => {
  expect(check('E')).toMatchObject([{ outcome: 'differs', message: '評価Eは評価の段階 (A・B・C・D) にない' }])
})
