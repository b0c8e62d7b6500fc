import type { Part } from '../parse/document.ts'
import type { LabelKind } from '../parse/labels.ts'
import { flows } from '../parse/rows.ts'
import { cached } from '../source/cached.ts'
import type { Words } from '../source/words.ts'
import { readAssets } from './assets.ts'
import { readCollections } from './collections.ts'
import { type Item, partOf } from './item.ts'
import { readRating } from './items.ts'
import { readTargets } from './targets.ts'

/** A part that an item of this document should have; `fiscalYear` for the results of a year. */
export interface ExpectedPart {
  name: string
  fiscalYear: number | null
  /** the words of its label, undefined where the part or what it should hold is missing */
  words: Words | undefined
}

/** A kind of part: its name, its words where an item has it with what it should hold, and when it is due. */
interface PartRule {
  name: string
  find(item: Item): Words | undefined
  isDue(items: readonly Item[], item: Item): boolean
}

const rules: readonly PartRule[] = [
  partRule('担当課', (item) => labelOf(partOf(item, 'departments'))),
  partRule('改善スケジュール', (item) => filled(item, 'schedule')),
  partRule('主な取組内容', (item) => filled(item, 'initiatives')),
  partRule('達成できたこと', (item) => filled(item, 'achieved')),
  partRule('総括評価', (item) => readRating(item)),
  partRule('今後の課題', (item) => filled(item, 'next')),
  {
    name: '取組による効果',
    find: (item) => filled(item, 'effects'),
    isDue: (items, item) => items.some((other) => filled(other, 'effects')) && statesMoney(item),
  },
]

/** A rule for a part that is due as soon as any item of the document has it. */
function partRule(name: string, find: (item: Item) => Words | undefined): PartRule {
  return { name, find, isDue: (items) => items.some((item) => find(item) !== undefined) }
}

function labelOf(part: Part | undefined): Words | undefined {
  return part?.label.match.words()
}

/** The label of the first part of a kind that has any text. */
function filled(item: Item, kind: LabelKind): Words | undefined {
  return labelOf(item.section.parts.find((part) => part.kind === kind && flows(part.rows).length > 0))
}

/** Whether an item states money that its effects sum up: collected claims, sales and leases, or a target for the effect. */
function statesMoney(item: Item): boolean {
  return readCollections(item).length > 0 || readAssets(item).length > 0 || readTargets(item).some(({ measure }) => measure === 'effect_yen')
}

/**
 * The parts that are due in each item: those that any item of the document has, the results of each fiscal year that any
 * item reports, and the effects where the item states money that belongs there. What no item has yet, such as the review
 * of a plan still running, is not due.
 */
export function expectedParts(items: readonly Item[], item: Item): ExpectedPart[] {
  return partsByItem(items).get(item) ?? []
}

const partsByItem = cached((items: readonly Item[]): Map<Item, ExpectedPart[]> => {
  const years = reportedYears(items)
  return new Map(
    items.map((item) => [
      item,
      [...dueParts(items, item), ...years.map((fiscalYear) => ({ name: '実績', fiscalYear, words: resultsLabel(item, fiscalYear) }))],
    ]),
  )
})

function dueParts(items: readonly Item[], item: Item): ExpectedPart[] {
  return rules.filter((rule) => rule.isDue(items, item)).map(({ name, find }) => ({ name, fiscalYear: null, words: find(item) }))
}

function reportedYears(items: readonly Item[]): number[] {
  const years = items.flatMap((item) => item.years.filter(({ texts }) => texts.length > 0).map(({ fiscalYear }) => fiscalYear))
  return [...new Set(years)].sort((a, b) => a - b)
}

function resultsLabel(item: Item, fiscalYear: number): Words | undefined {
  return labelOf(item.years.find((year) => year.fiscalYear === fiscalYear && year.texts.length > 0)?.part)
}

/** Whether an item's head and all its due parts stand in the document. */
export function isComplete(items: readonly Item[], item: Item): boolean {
  return !item.headless && expectedParts(items, item).every(({ words }) => words)
}
