import { surveysOf } from '../records/surveys.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, type Finding, operand, type Rule } from './check.ts'

/** 前年度より…ポイント = this year's score − last year's, where the document states both. */
export const scoreChange = {
  id: 'score-change',
  title: '前年度との差 = 総合点の差',
  tables: ['surveys'],
  compares: true,
  find({ items }) {
    return items.flatMap((item) => {
      const surveys = surveysOf(item)
      return surveys.flatMap(({ fiscalYear, score, scoreChange, words }): Finding[] => {
        const before = surveys.find((survey) => survey.fiscalYear === fiscalYear - 1)?.score
        if (!score || !scoreChange || !before) return []
        return [
          compare({
            at: { item_no: item.no, fiscal_year: fiscalYear, words },
            statement: '総合点の前年度との差 (ポイント)',
            published: operand('前年度との差', scoreChange.value, scoreChange.words),
            formula: 'difference',
            computed: [...operand(eraYear(fiscalYear), score.value, score.words), ...operand(eraYear(fiscalYear - 1), before.value, before.words)],
          }),
        ]
      })
    })
  },
} as const satisfies Rule
