import { reviewScores, surveysOf } from '../records/surveys.ts'
import { compare, type Finding, operand, type Rule } from './check.ts'

/** 総合点 as the review lists it = 総合点 as the year's results state it. */
export const scoreAgreement = {
  id: 'score-agreement',
  title: '総合点の2つの記述',
  tables: ['surveys'],
  compares: true,
  find({ items }) {
    return items.flatMap((item) => {
      const surveys = surveysOf(item)
      return reviewScores(item, /総合点/).flatMap(({ fiscalYear, score, words }): Finding[] => {
        const stated = surveys.find((survey) => survey.fiscalYear === fiscalYear)?.score
        if (!stated) return []
        return [
          compare({
            at: { item_no: item.no, fiscal_year: fiscalYear, words },
            statement: '振り返りと実績の総合点 (点)',
            published: operand('振り返りの総合点', score.value, score.words),
            formula: 'sum',
            computed: operand('実績の総合点', stated.value, stated.words),
          }),
        ]
      })
    })
  },
} as const satisfies Rule
