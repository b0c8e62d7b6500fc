import type { PlacedCell } from '../../loaders/ledger/source-pages.ts'

/** The lines that a drawn cell holds, each with the stretch of it that is the cell's: columns from 0, end exclusive. */
export function linesOfCell<L>(
  cell: PlacedCell,
  lines: readonly L[],
  textOf: (line: L) => string,
): { line: L; no: number; from: number; to: number; isFirst: boolean }[] {
  return lines.slice(cell.source_line - 1, cell.source_end_line).flatMap((line, index) => {
    const no = cell.source_line + index
    const from = index === 0 ? cell.source_column - 1 : 0
    const to = no === cell.source_end_line ? cell.source_end_column - 1 : textOf(line).length
    return to <= from ? [] : [{ line, no, from, to, isFirst: index === 0 }]
  })
}
