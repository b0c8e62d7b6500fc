import { grouped } from '../document/grouped.ts'
import { roundingYen } from '../records/effect-rounding.ts'
import { effects, readEffectSubtotals } from '../records/effects.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, operand, type Rule, yearOf } from './check.ts'

/** 計 of a year = the sum of the year's effects, parts (うち) not counted twice. */
export const effectYearTotal = {
  id: 'effect-year-total',
  title: '効果額の計 = その年度の効果の合計',
  tables: [effects],
  compares: true,
  *find({ document, items, rows }) {
    const linesOf = grouped(
      rows(effects).filter(({ part_of, is_repeat }) => part_of === null && !is_repeat),
      yearOf,
    )
    for (const item of items) {
      const ofYears = grouped(readEffectSubtotals(item), ({ fiscalYear }) => fiscalYear)
      for (const [fiscal_year, subtotals] of ofYears) {
        const lines = linesOf.get(yearOf({ item_no: item.no, fiscal_year })) ?? []
        const computed = lines.flatMap(({ label, amount_yen, amount_yen_figure_no }) =>
          operand(label ?? eraYear(fiscal_year), amount_yen, amount_yen_figure_no),
        )
        const rounding = roundingYen(item, document, fiscal_year)
        for (const { yen, words } of subtotals) {
          const at = { item_no: item.no, fiscal_year, words }
          yield compare({ at, statement: '効果額の計とその年度の合計 (円)', published: operand('計', yen, words), formula: 'sum', rounding, computed })
        }
      }
    }
  },
} as const satisfies Rule
