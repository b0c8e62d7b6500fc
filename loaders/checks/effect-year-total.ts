import { readEffectSubtotals } from '../records/effects.ts'
import { compare, type Rule, total } from './check.ts'

/** 計 of a year = the sum of the year's effects, parts (うち) not counted twice. */
export const effectYearTotal: Rule = ({ items, readings }) =>
  items.flatMap((item) =>
    readEffectSubtotals(item).map(({ fiscalYear, yen, words }) => {
      const lines = readings.effects.filter((line) => line.item_no === item.no && line.fiscal_year === fiscalYear && line.part_of === null)
      const computed = total(lines.map(({ amount_yen }) => amount_yen))
      return compare('effect-year-total', { item_no: item.no, fiscal_year: fiscalYear, words }, yen, computed, '効果額の計とその年度の合計 (円)')
    }),
  )
