import type { HeadCount } from '../records/head-counts.ts'
import { differenceHeadCounts, staffing, statedHeadCounts } from '../records/staffing.ts'
import { type Comparison, compare, type Finding, operand, type Rule } from './check.ts'

/** 計画, 実績 and 人多い/少ない agree where a day's head count is stated both ways. */
export const staffingAgreement = {
  id: 'staffing-agreement',
  title: '職員数の2つの記述',
  tables: [staffing],
  compares: true,
  find({ items, rows }) {
    return items.flatMap((item) => {
      const stated = statedHeadCounts(item)
      return differenceHeadCounts(item).flatMap((difference): Finding[] => {
        const other = stated.find(({ asOf }) => asOf === difference.asOf)
        const row = rows(staffing).find((count) => count.item_no === item.no && count.as_of === difference.asOf)
        if (!other || !row) return []
        const at = { item_no: item.no, fiscal_year: row.fiscal_year, words: difference.words }
        return [compare({ at, ...(difference.actual.value === other.actual.value ? ofGaps(difference, other) : ofActuals(difference, other)) })]
      })
    })
  },
} as const satisfies Rule

function ofActuals({ asOf, actual }: HeadCount, other: HeadCount): Omit<Comparison, 'at'> {
  return {
    statement: `${asOf}の職員数の実績 (人)`,
    published: operand('実績', actual.value, actual.words),
    formula: 'sum',
    computed: operand('実績', other.actual.value, other.actual.words),
  }
}

/** The gap as a sentence states it, 0 and no number where it says that plan and actual are the same. */
function ofGaps({ asOf, gap }: HeadCount, { planned, plannedWords, actual }: HeadCount): Omit<Comparison, 'at'> {
  return {
    statement: `${asOf}の計画と実績の差 (人)`,
    published: operand('計画との差', gap?.value ?? 0, gap?.words ?? null),
    formula: 'difference',
    computed: [...operand('実績', actual.value, actual.words), ...operand('計画', planned, plannedWords)],
  }
}
