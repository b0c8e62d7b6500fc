import type { PageContext } from '../../evidence/page-context.ts'
import { CountOf, NamedIn } from '../../evidence/sentences.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { ItemNo } from '../item-links.ts'

/** Items shown with what keeps their effects out of the sums. */
const mostShown = 3

/** Whose effects are in no sum, and why: 合計できない. Undefined where all are. */
export function openEffectsNote(page: PageContext, itemNo?: number): Phrase | undefined {
  const open = page.warehouse.table('items').filter(({ effects_open, item_no }) => effects_open !== null && (itemNo === undefined || item_no === itemNo))
  if (open.length === 0) return undefined
  const shown = open.slice(0, mostShown).map((item) => phrase`${ItemNo(page, item)}の効果額は合計できない (${NamedIn(page, item, 'effects_open')})。`)
  const others = open.length > mostShown ? phrase`ほかに${CountOf(open.slice(mostShown))}項目の効果額も合計できない。` : ''
  return phrase`${shown}${others}合計には含めていない。`
}
