import type { Reading } from '../structure/item.ts'
import { compare, type Finding, type Operand, operand, type Rule } from './check.ts'

/** 再任用職員 = フルタイム + 短時間, for all of them and for the retirees of the year before who were rehired. */
export const reemploymentTotal = {
  id: 'reemployment-total',
  title: '再任用 = フルタイム + 短時間',
  tables: ['reemployment'],
  compares: true,
  find({ readings }) {
    return readings.reemployment.flatMap((year) => [
      ...comparison(year, '再任用職員数とフルタイム・短時間の合計 (人)', [
        operand('再任用職員', year.total, year.total_figure_no),
        operand('フルタイム', year.full_time, year.full_time_figure_no),
        operand('短時間', year.short_time, year.short_time_figure_no),
      ]),
      ...comparison(year, '再任用された定年退職者数とフルタイム・短時間の合計 (人)', [
        operand('再任用された人', year.rehired, year.rehired_figure_no),
        operand('フルタイム', year.rehired_full_time, year.rehired_full_time_figure_no),
        operand('短時間', year.rehired_short_time, year.rehired_short_time_figure_no),
      ]),
    ])
  },
} as const satisfies Rule

/** A whole against its two parts, where all three are stated. */
function comparison(at: Reading<'reemployment'>, statement: string, [published, fullTime, shortTime]: readonly [Operand[], Operand[], Operand[]]): Finding[] {
  const isStated = [published, fullTime, shortTime].every(({ length }) => length > 0)
  return isStated ? [compare({ at, statement, published, formula: 'sum', computed: [...fullTime, ...shortTime] })] : []
}
