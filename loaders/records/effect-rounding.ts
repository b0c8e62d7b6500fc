import { cached } from '../document/cached.ts'
import { type Item, partOf } from '../structure/item.ts'
import type { Document } from '../structure/sections.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import type { EffectLine } from './effect-lines.ts'
import { isCutNote, saysRounding } from './effect-notes.ts'
import { effectRows } from './effect-rows.ts'

/** Yen of a last printed digit from which on amounts are rounded by their unit, 千円 or above, whether the document says so or not. */
export const roundedFrom = 1000

/** Yen by which amounts may be off together, by the steps of their last printed digits: half of them, or the whole where they are cut off. */
export function roundingOf(steps: number, isCut: boolean): number {
  return Math.round(steps * (isCut ? 1 : 0.5))
}

/**
 * Yen by which a printed sum of effects, of all years or of one, may be off its parts because they are rounded: half a step of its
 * own last printed digit for each part, a whole one where they are cut off, and the same of the sum where its digits are coarser. 0
 * where amounts are printed to the yen and nothing says that they are rounded. After XBRL's Calculations 1.1, which compares sums as
 * intervals.
 */
export function roundingYen(item: Item, document: Document, fiscalYear?: number): number {
  const rows = effectRows(item).filter(({ year }) => fiscalYear === undefined || year === fiscalYear)
  const parts = rows.flatMap(({ year, isSubtotal, lines }) => (typeof year === 'number' && !isSubtotal ? lines.filter(isPartOfSum) : []))
  const steps = parts.map(stepOf)
  const sumSteps = rows.flatMap(({ year, isSubtotal, lines }) => (year === 'total' || isSubtotal ? lines.map(stepOf) : []))
  const ofItem = (partOf(item, 'effects')?.rows ?? []).map(({ words }) => words.form).filter(saysRounding)
  const notes = [...ofItem, ...notesOutside(document)]
  const coarsest = Math.max(0, ...steps)
  const ofSum = Math.max(0, ...sumSteps.filter((step) => step > coarsest))
  if (Math.max(coarsest, ofSum) < roundedFrom && notes.length === 0) return 0
  return roundingOf(sumOf([...steps, ofSum]), notes.some(isCutNote))
}

/** What the lines outside items say of rounding. */
const notesOutside = cached((document: Document): string[] => document.unread.map(({ words }) => words.form).filter(saysRounding))

function stepOf({ amount }: EffectLine): number {
  return amount?.stepYen ?? 0
}

function isPartOfSum({ role, isPart, isRepeat, amount }: EffectLine): boolean {
  return role === 'actual' && !isPart && !isRepeat && amount?.yen !== undefined
}
