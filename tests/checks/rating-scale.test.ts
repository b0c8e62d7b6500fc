import { expect, it } from 'vitest'
import { findings, read, readItem } from '../support/documents.ts'

const check = (rating: string) => findings(readItem({ rating }), 'rating-scale')

it('agrees with a rating that the note names', () => {
  expect(check('D')).toMatchObject([{ item_no: 1, outcome: 'agrees', source_line: 3 }])
})

it('differs with another', () => {
  expect(check('E')).toMatchObject([{ outcome: 'differs', message: '評価Eは評価の段階 (A・B・C・D) にない' }])
})

it('says which scale the rating is of', () => {
  expect(check('A')).toMatchObject([{ fiscal_year: null, published: null, computed: null, message: '評価Aは評価の段階 (A・B・C・D) にある' }])
})

it('is not run where the document states no scale, or the item no rating', () => {
  expect(findings(read('第5次見本プラン取組実績一覧\nNo.1 見本\n3カ年の評価（総括）\tB\n'), 'rating-scale')).toEqual([])
  expect(findings(readItem({ years: { 令和2年度: '・甲。' } }), 'rating-scale')).toEqual([])
})
