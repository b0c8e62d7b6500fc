import { readRating, readRatingScale } from '../records/rating.ts'
import { type Finding, noNumbers, type Rule } from './check.ts'

/** The rating is one of the marks that the document's note states (※A, B, C, Dの評価を記載), or else the form. */
export const ratingScale = {
  id: 'rating-scale',
  title: '評価が評価の段階にある',
  tables: [],
  compares: false,
  find({ items }) {
    return items.flatMap((item): Finding[] => {
      const rating = readRating(item)
      const stated = readRatingScale(item)
      const scale = stated.length > 0 ? stated : (item.form.form.ratingScale ?? [])
      if (!rating || scale.length === 0) return []
      const agrees = scale.includes(rating.form)
      const message = `評価${rating.form}は評価の段階 (${scale.join('・')}) ${agrees ? 'にある' : 'にない'}`
      return [{ ...noNumbers, item_no: item.no, fiscal_year: null, outcome: agrees ? 'agrees' : 'differs', message, words: rating }]
    })
  },
} as const satisfies Rule
