import type { Warehouse } from '../data/warehouse.ts'
import type { LinePlace } from '../format/place-words.ts'

/** Where a line of the document stands. */
export function placeOfLine(warehouse: Warehouse, line: number): LinePlace {
  const { source_page = null, source_cell = null } = warehouse.table('sourceLines')[line - 1] ?? {}
  return { source_line: line, source_page, source_cell }
}

/** Where a row stands: by its own place in the file where it has one, else by that of its line. */
export function placeOfRow(warehouse: Warehouse, row: Pick<LinePlace, 'source_line'> & Partial<LinePlace>): LinePlace {
  const { source_line, source_page = null, source_cell = null } = row
  return source_page === null ? placeOfLine(warehouse, source_line) : { source_line, source_page, source_cell }
}
