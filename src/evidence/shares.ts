import { formatNumber, noData } from '../format/numbers.ts'
import type { Html } from '../markup/html.ts'
import { ComputedNumber, type Operand } from './numbers.ts'
import type { PageContext } from './page-context.ts'

/** A part and its whole with the percentage that the warehouse holds for them. */
export interface ShareOf {
  percent: number | null
  part: Operand
  whole: Operand
}

/** A percentage of a part in its whole: computed, with its receipt. */
export function ShareNumber(page: PageContext, { percent, part, whole }: ShareOf, text = `${formatNumber(percent, 1)}%`): Html | string {
  if (percent === null) return noData
  return ComputedNumber(page, text, {
    formula: `${part.name} ÷ ${whole.name} × 100、小数第1位に丸める`,
    operands: [part, whole],
    result: `${formatNumber(percent, 1)}%`,
  })
}
