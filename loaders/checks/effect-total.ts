import { compare, type Rule } from './check.ts'

/** 総計 = sum of the years, parts (うち) not counted twice; for the money and, where printed, the quantity. */
export const effectTotal: Rule = ({ readings }) =>
  readings.effectTotals.flatMap((total) => {
    const at = { item_no: total.item_no, fiscal_year: null, words: total.words }
    return [
      [total.published_yen, total.computed_yen, '効果額の総計と各年度の合計 (円)'] as const,
      [total.published_quantity, total.computed_quantity, '数量の総計と各年度の合計'] as const,
    ].flatMap(([published, computed, statement]) =>
      published !== null && computed !== null ? [compare('effect-total', at, published, computed, statement)] : [],
    )
  })
