import { differenceHeadCounts, statedHeadCounts } from '../records/staffing.ts'
import { compare, type Finding, type Rule } from './check.ts'

/** 計画, 実績 and 人多い/少ない agree where a day's head count is stated both ways. */
export const staffingAgreement: Rule = ({ items, readings }) =>
  items.flatMap((item) => {
    const stated = statedHeadCounts(item)
    return differenceHeadCounts(item).flatMap((difference): Finding[] => {
      const other = stated.find(({ asOf }) => asOf === difference.asOf)
      const row = readings.staffing.find((count) => count.item_no === item.no && count.as_of === difference.asOf)
      if (!other || !row) return []
      const at = { item_no: item.no, fiscal_year: row.fiscal_year, words: difference.words }
      if (difference.actual.value !== other.actual.value)
        return [compare('staffing-agreement', at, difference.actual.value, other.actual.value, `${difference.asOf}の職員数の実績 (人)`)]
      return [
        compare(
          'staffing-agreement',
          at,
          difference.actual.value - difference.planned,
          other.actual.value - other.planned,
          `${difference.asOf}の計画と実績の差 (人)`,
        ),
      ]
    })
  })
