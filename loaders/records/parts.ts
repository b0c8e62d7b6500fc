import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import type { DueForm, PartKind } from '../forms/form.ts'
import { type Item, partOf } from '../structure/item.ts'
import { flows } from '../structure/rows.ts'
import type { Part } from '../structure/sections.ts'
import { readAssets } from './assets.ts'
import { readCollections } from './collections.ts'
import { readRating } from './rating.ts'
import { readTargets } from './targets.ts'

/** A part that an item of this document should have; `fiscalYear` for the results of a year. */
export interface ExpectedPart {
  kind: PartKind
  name: string
  fiscalYear: number | null
  /** the words of its label, undefined where the part or what it should hold is missing */
  words: Words | undefined
}

/** What shows that an item has a part with what it should hold. */
const finders = {
  label: (item, kind) => labelOf(partOf(item, kind)),
  text: filled,
  rating: readRating,
} as const satisfies { [N in DueForm['needs']]: (item: Item, kind: PartKind) => Words | undefined }

/** The words of a due part where an item has it with what it should hold. */
function find({ kind, needs }: DueForm, item: Item): Words | undefined {
  return finders[needs](item, kind)
}

function labelOf(part: Part | undefined): Words | undefined {
  return part?.label.match.words()
}

/** The label of the first part of a kind that has any text. */
function filled(item: Item, kind: PartKind): Words | undefined {
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
  const present = (items[0]?.form.form.due ?? []).filter((due) => items.some((item) => find(due, item)))
  return new Map(
    items.map((item) => [
      item,
      [
        ...dueParts(present, item),
        ...years.map((fiscalYear) => ({ kind: 'year' as const, name: titleOf(item, 'year'), fiscalYear, words: resultsLabel(item, fiscalYear) })),
      ],
    ]),
  )
})

function titleOf({ form }: Item, kind: PartKind): string {
  return form.parts.get(kind)?.title ?? kind
}

function dueParts(present: readonly DueForm[], item: Item): ExpectedPart[] {
  return present
    .filter(({ ifMoney }) => !ifMoney || statesMoney(item))
    .map((due) => ({ kind: due.kind, name: titleOf(item, due.kind), fiscalYear: null, words: find(due, item) }))
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
