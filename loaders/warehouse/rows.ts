import type { Place } from '../document/source.ts'
import type { TableKey, Row as TableRow } from '../tables.ts'

/** Rows of every published table, as they are stored. */
export type TableRows = { [K in TableKey]: TableRow<K>[] }

/** A place as the four provenance columns. */
export function placeColumns({ start, end }: Place) {
  return { source_line: start.line, source_column: start.column, source_end_line: end.line, source_end_column: end.column }
}
