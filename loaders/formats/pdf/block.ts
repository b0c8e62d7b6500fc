import type { Glyph } from './engine.ts'
import type { Line } from './lines.ts'
import type { Column } from './paragraphs.ts'
import type { RuledCell, RuledTable } from './tables.ts'

/** A cell with its lines; their page may be a later one where a page end cut it. */
export interface TextCell extends RuledCell {
  readonly lines: readonly Line[]
}

/** A table with what stands in its cells. */
export interface TextTable extends Omit<RuledTable, 'cells'> {
  readonly page: number
  readonly cells: readonly TextCell[]
  /** words that go on over the edge of the cell in which most of them stand; none where not said */
  readonly overflows?: readonly (readonly Glyph[])[]
}

/** What stands on a page from top to bottom: tables, and the lines between them. */
export type Block = { readonly table: TextTable } | LinesBlock

/** Lines outside of rulings. */
export interface LinesBlock {
  readonly lines: readonly Line[]
  readonly column: Column
  /** whether they look like a table whose columns do not stand below each other */
  readonly isUnaligned?: boolean
}
