import { surveysOf } from '../records/surveys.ts'
import { decimalPlaces } from '../vocabulary/numerals.ts'
import { compare, type Finding, operand, type Rule } from './check.ts'

/** 回答率 = 回答者 ÷ 対象者, rounded to the decimals printed. */
export const responseRate = {
  id: 'response-rate',
  title: '回答率 = 回答者 ÷ 対象者',
  tables: ['surveys'],
  compares: true,
  find({ items }) {
    return items.flatMap((item) =>
      surveysOf(item).flatMap(({ fiscalYear, publishedPercent, surveyed, responded, rateWords }): Finding[] => {
        if (!publishedPercent || !surveyed?.value || !responded || !rateWords) return []
        return [
          compare({
            at: { item_no: item.no, fiscal_year: fiscalYear, words: rateWords },
            statement: `回答率と${responded.value}人÷${surveyed.value}人 (%)`,
            published: operand('回答率', publishedPercent.value, publishedPercent.words),
            formula: 'percent',
            computed: [...operand('回答者', responded.value, responded.words), ...operand('対象者', surveyed.value, surveyed.words)],
            places: decimalPlaces(publishedPercent.words.form),
          }),
        ]
      }),
    )
  },
} as const satisfies Rule
