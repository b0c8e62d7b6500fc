import type { Words } from '../document/words.ts'
import type { Context } from '../records/reading.ts'
import { standsInUnreadText } from './coverage.ts'
import { figures } from './figures.ts'
import { isOpenAmount } from './read-counts.ts'
import { amountsAmong } from './scaled-values.ts'

/**
 * The amounts of a document that are the value of no column and that no reader explains, such as one in a title or in a cell
 * of the money table that gives no row. The numbers of one amount are one.
 */
export function openAmounts(context: Context): Words[] {
  return amountsAmong(context.rows(figures))
    .filter(([first]) => first && isOpenAmount(first))
    .map((numbers) => numbers.map(({ words }) => words).reduce((first, last) => first.through(last)))
}

/** Reports each open amount and returns those reported: what stands in text that is reported as unread is said already. */
export function reportOpenAmounts(context: Context): Words[] {
  const unsaid = openAmounts(context).filter((words) => !standsInUnreadText(context, words))
  for (const words of unsaid) context.report.warn('unread-amount', words, `どの表の値にもならなかった金額: ${words.text}`)
  return unsaid
}
