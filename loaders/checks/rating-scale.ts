import { ratingScaleOf, ratingsOf } from '../records/rating.ts'
import { type Finding, noNumbers, type Rule } from './check.ts'

/** The rating is one of the marks that the document's note states (※A, B, C, Dの評価を記載), or else the form. */
export const ratingScale = {
  id: 'rating-scale',
  title: '評価が評価の段階にある',
  tables: [],
  compares: false,
  find({ items, document }) {
    return items.flatMap((item) => {
      const { ratings } = ratingsOf(item)
      const stated = ratingScaleOf(item, document)
      const scale = stated.length > 0 ? stated : (item.form.form.ratingScale ?? [])
      return (scale.length > 0 ? ratings : []).map(({ fiscalYear, words }): Finding => {
        const agrees = scale.includes(words.form)
        const message = `評価${words.form}は評価の段階 (${scale.join('・')}) ${agrees ? 'にある' : 'にない'}`
        return { ...noNumbers, item_no: item.no, fiscal_year: fiscalYear, outcome: agrees ? 'agrees' : 'differs', message, words }
      })
    })
  },
} as const satisfies Rule
