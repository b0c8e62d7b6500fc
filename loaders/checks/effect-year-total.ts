import { readEffectSubtotals } from '../records/effects.ts'
import { compare, grouped, type Rule, total, yearOf } from './check.ts'

/** 計 of a year = the sum of the year's effects, parts (うち) not counted twice. */
export const effectYearTotal: Rule = ({ items, readings }) => {
  const linesOf = grouped(
    readings.effects.filter(({ part_of }) => part_of === null),
    yearOf,
  )
  return items.flatMap((item) =>
    readEffectSubtotals(item).map(({ fiscalYear, yen, words }) => {
      const at = { item_no: item.no, fiscal_year: fiscalYear, words }
      const computed = total((linesOf.get(yearOf(at)) ?? []).map(({ amount_yen }) => amount_yen))
      return compare('effect-year-total', at, yen, computed, '効果額の計とその年度の合計 (円)')
    }),
  )
}
