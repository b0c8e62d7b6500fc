import { surveysOf } from '../records/surveys.ts'
import { compare, type Rule } from './check.ts'

/** 回答率 = 回答者 ÷ 対象者, rounded to the decimals printed. */
export const responseRate: Rule = ({ items }) =>
  items.flatMap((item) =>
    surveysOf(item).flatMap(({ fiscalYear, publishedPercent, computedPercent, surveyed, responded, rateWords }) => {
      if (publishedPercent === null || computedPercent === null || !rateWords) return []
      const at = { item_no: item.no, fiscal_year: fiscalYear, words: rateWords }
      return [compare('response-rate', at, publishedPercent.value, computedPercent, `回答率と${responded?.value}人÷${surveyed?.value}人 (%)`)]
    }),
  )
