import type { LabelKind } from '../parse/labels.ts'
import type { Words } from '../source/words.ts'
import { type Item, partOf } from './item.ts'

/** A part that an item of this document should have; `fiscalYear` for the results of a year. */
export interface ExpectedPart {
  name: string
  fiscalYear: number | null
  /** the words of its label, undefined where the part is missing */
  words: Words | undefined
}

const titles: Readonly<Partial<Record<LabelKind, string>>> = {
  departments: '担当課',
  schedule: '改善スケジュール',
  initiatives: '主な取組内容',
  achieved: '振り返り',
  rating: '総括評価',
  next: '今後の課題',
}

/**
 * The parts that are due in each item: those that any item of the document has, and the results of each fiscal year
 * that any item reports. What no item has yet, such as the review of a plan still running, is not due.
 */
export function expectedParts(items: readonly Item[], item: Item): ExpectedPart[] {
  const kinds = (Object.keys(titles) as LabelKind[]).filter((kind) => items.some((other) => partOf(other, kind)))
  const years = [...new Set(items.flatMap(({ years }) => years.map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b)
  return [
    ...kinds.map((kind) => ({ name: titles[kind] as string, fiscalYear: null, words: partOf(item, kind)?.label.match.words() })),
    ...years.map((fiscalYear) => {
      const year = item.years.find((report) => report.fiscalYear === fiscalYear)
      return { name: '実績', fiscalYear, words: year?.part.label.match.words() }
    }),
  ]
}

/** Whether an item's head and all its due parts stand in the document. */
export function isComplete(items: readonly Item[], item: Item): boolean {
  return !item.headless && expectedParts(items, item).every(({ words }) => words)
}
