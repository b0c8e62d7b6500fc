import type { Item } from '../structure/item.ts'
import type { Document, Section } from '../structure/sections.ts'
import type { Row } from '../tables.ts'

/** Every line of the document untouched, with the item and part it belongs to. */
export function readSourceLines(document: Document, items: readonly Item[]): Omit<Row<'sourceLines'>, 'plan_id'>[] {
  const numbers = new Map<Section, number>(items.map(({ section, no }) => [section, no]))
  const lines = document.source.raw.split(/\r\n|\n|\r/)
  return document.lineParts.map(({ section, part }, index) => ({
    line_no: index + 1,
    text: lines[index] ?? '',
    item_no: section ? (numbers.get(section) ?? null) : null,
    part,
  }))
}
