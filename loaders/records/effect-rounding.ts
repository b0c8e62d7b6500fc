import { type Item, partOf } from '../structure/item.ts'
import type { Document } from '../structure/sections.ts'
import type { EffectLine } from './effect-lines.ts'
import { isCutNote, saysRounding } from './effect-notes.ts'
import { effectRows } from './effect-rows.ts'

/** Amounts printed in 千円 or above are rounded by their unit, whether the document says so or not. */
const roundedFrom = 1000
/**
 * Yen by which a printed sum of effects, of all years or of one, may be off its parts because they are rounded: half a step of the
 * last printed digit for each part, a whole one where they are cut off. 0 where amounts are printed to the yen and nothing says that
 * they are rounded. After XBRL's Calculations 1.1, which compares sums as intervals.
 */
export function roundingYen(item: Item, document: Document, fiscalYear?: number): number {
  const rows = effectRows(item).filter(({ year }) => fiscalYear === undefined || year === fiscalYear)
  const parts = rows.flatMap(({ year, isSubtotal, lines }) => (typeof year === 'number' && !isSubtotal ? lines.filter(isPartOfSum) : []))
  const steps = rows.flatMap(({ lines }) => lines.flatMap(({ amount }) => amount?.stepYen ?? 0))
  const notes = [...(partOf(item, 'effects')?.rows ?? []), ...document.unread].map(({ words }) => words.form).filter(saysRounding)
  const step = Math.max(0, ...steps)
  if (step < roundedFrom && notes.length === 0) return 0
  return Math.round(step * parts.length * (notes.some(isCutNote) ? 1 : 0.5))
}

function isPartOfSum({ role, isPart, isRepeat, amount }: EffectLine): boolean {
  return role === 'actual' && !isPart && !isRepeat && amount?.yen !== undefined
}
