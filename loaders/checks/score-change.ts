import { sumOf } from '../records/numerals.ts'
import { surveysOf } from '../records/surveys.ts'
import { compare, type Rule } from './check.ts'

/** 前年度より…ポイント = this year's score − last year's, where the document states both. */
export const scoreChange: Rule = ({ items }) =>
  items.flatMap((item) => {
    const surveys = surveysOf(item)
    return surveys.flatMap(({ fiscalYear, score, scoreChange, words }) => {
      const before = surveys.find((survey) => survey.fiscalYear === fiscalYear - 1)?.score
      if (!score || !scoreChange || !before) return []
      return [
        compare(
          'score-change',
          { item_no: item.no, fiscal_year: fiscalYear, words },
          scoreChange.value,
          sumOf([score.value, -before.value]),
          '総合点の前年度との差 (ポイント)',
        ),
      ]
    })
  })
