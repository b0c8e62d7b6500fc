import { reviewScores, surveysOf } from '../records/surveys.ts'
import { compare, type Rule } from './check.ts'

/** 総合点 as the review lists it = 総合点 as the year's results state it. */
export const scoreAgreement: Rule = ({ items }) =>
  items.flatMap((item) => {
    const surveys = surveysOf(item)
    return reviewScores(item, /総合点/).flatMap(({ fiscalYear, score, words }) => {
      const stated = surveys.find((survey) => survey.fiscalYear === fiscalYear)?.score
      return !stated
        ? []
        : [compare('score-agreement', { item_no: item.no, fiscal_year: fiscalYear, words }, score.value, stated.value, '振り返りと実績の総合点 (点)')]
    })
  })
