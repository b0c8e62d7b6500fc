import type { Words } from '../document/words.ts'
import type { Context } from '../records/reading.ts'
import { standsInUnreadText } from './coverage.ts'
import { type FigureRecord, figures } from './figures.ts'
import { amountsAmong } from './scaled-values.ts'

/**
 * Reports each amount that is the value of no column and that no reader explains, such as one in a title or in a cell of the
 * money table that gives no row, and returns them; amounts in text that is reported as unread are said already. The numbers
 * of one amount are one.
 */
export function reportOpenAmounts(context: Context): Words[] {
  const open = amountsAmong(context.rows(figures))
    .filter(([first]) => first && isOpen(first) && !standsInUnreadText(context, first.words))
    .map((numbers) => numbers.map(({ words }) => words).reduce((first, last) => first.through(last)))
  for (const words of open) context.report.warn('unread-amount', words, `どの表の値にもならなかった金額: ${words.text}`)
  return open
}

/** Whether a number is an amount of which it is not known where it belongs. */
function isOpen({ role, reason }: Pick<FigureRecord, 'role' | 'reason'>): boolean {
  return role === 'amount' && reason === 'unread'
}
