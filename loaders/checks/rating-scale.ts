import { readRating, readRatingScale } from '../records/items.ts'
import type { Rule } from './check.ts'

/** The rating is one of the marks that the form's note states (※A, B, C, Dの評価を記載). */
export const ratingScale: Rule = ({ items }) =>
  items.flatMap((item) => {
    const rating = readRating(item)
    const scale = readRatingScale(item)
    if (!rating || scale.length === 0) return []
    const agrees = scale.includes(rating.form)
    return [
      {
        rule: 'rating-scale',
        item_no: item.no,
        fiscal_year: null,
        outcome: agrees ? ('agrees' as const) : ('differs' as const),
        published: null,
        computed: null,
        message: `評価${rating.form}は評価の段階 (${scale.join('・')}) ${agrees ? 'にある' : 'にない'}`,
        words: rating,
      },
    ]
  })
