import { formatChange, formatNumber, formatPercentChange, noData } from '../format/numbers.ts'
import { bothYears } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { ComputedNumber, type Operand } from './numbers.ts'
import type { PageContext } from './page-context.ts'

/** A change between two years with the numbers it was computed from. */
export interface YearChange {
  fiscalYear: number
  /** change in the unit of the values; null where there is no year before */
  change: number | null
  percent: number | null
  unit: string
  /** the number of the year before, and of the year, as they answer for themselves */
  before: Html | undefined
  now: Html
}

/** A change in amount: computed, with its receipt. */
export function ChangeNumber(page: PageContext, change: YearChange, text = changeInFull(change.change)): Html | string {
  if (change.change === null || !change.before) return noData
  return ComputedNumber(page, text, {
    formula: '当年度 − 前年度',
    operands: operands(change),
    result: `${changeInFull(change.change)}${change.unit}`,
  })
}

/** A change with as many decimals as it has. */
function changeInFull(change: number | null): string {
  return formatChange(change, String(change ?? 0).split('.')[1]?.length ?? 0)
}

/** A change in percent: computed, with its receipt. */
export function PercentNumber(page: PageContext, change: YearChange): Html | string {
  if (change.percent === null || !change.before) return noData
  return ComputedNumber(page, formatPercentChange(change.percent), {
    formula: '(当年度 − 前年度) ÷ 前年度 × 100、小数第1位に丸める',
    operands: operands(change),
    result: formatPercentChange(change.percent),
  })
}

function operands({ fiscalYear, before, now }: YearChange): Operand[] {
  return [...(before ? [{ name: bothYears(fiscalYear - 1), number: before }] : []), { name: bothYears(fiscalYear), number: now }]
}

/** A sum of numbers that answer for themselves. */
export function SumNumber(page: PageContext, text: string, total: number, unit: string, operands: readonly Operand[], formula = '次の数の合計'): Html {
  return ComputedNumber(page, text, { formula, operands, result: `${formatNumber(total)}${unit}` })
}
