import { countedLines } from '../records/effects.ts'
import type { Reading } from '../structure/item.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, type Finding, type Operand, operand, type Rule } from './check.ts'

/** 総計 = sum of the years, parts (うち) not counted twice; for the money and, where printed, the quantity. */
export const effectTotal = {
  id: 'effect-total',
  title: '効果額の総計 = 各年度の合計',
  tables: ['effects', 'effectTotals'],
  compares: true,
  find({ items, readings }) {
    return readings.effectTotals.flatMap((total) => {
      const item = items.find(({ no }) => no === total.item_no)
      return item ? findings(total, countedLines(item, readings.effects)) : []
    })
  },
} as const satisfies Rule

function findings(total: Reading<'effectTotals'>, lines: ReturnType<typeof countedLines>): Finding[] {
  const at = { item_no: total.item_no, fiscal_year: null, words: total.words }
  const money = operand('総計', total.published_yen, total.published_yen_figure_no)
  const count = operand('総計', total.published_quantity, total.published_quantity_figure_no)
  const amounts = lines.money.flatMap((line) => operand(nameOf(line, lines.money), line.amount_yen, line.amount_yen_figure_no))
  const quantities = lines.count.flatMap((line) => operand(nameOf(line, lines.count), line.quantity, line.quantity_figure_no))
  return [...comparison(at, '効果額の総計と各年度の合計 (円)', money, amounts), ...comparison(at, '数量の総計と各年度の合計', count, quantities)]
}

function comparison(at: Parameters<typeof compare>[0]['at'], statement: string, published: readonly Operand[], computed: readonly Operand[]): Finding[] {
  return published.length > 0 && computed.length > 0 ? [compare({ at, statement, published, formula: 'sum', computed })] : []
}

/** The year of a line, with its label where the year has several. */
function nameOf({ fiscal_year, label }: Reading<'effects'>, lines: readonly Reading<'effects'>[]): string {
  const isOneOfMany = lines.filter((line) => line.fiscal_year === fiscal_year).length > 1
  return isOneOfMany && label !== null ? `${eraYear(fiscal_year)} ${label}` : eraYear(fiscal_year)
}
