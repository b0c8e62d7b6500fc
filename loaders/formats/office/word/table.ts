import type { Grid, GridCell } from '../../grid.ts'
import { child, childValue, type Element, elements } from '../xml.ts'

/** What the paragraphs and tables in a cell say, as lines. */
export type CellLines = (cell: Element) => string[]

/** A cell before it is known how many rows it covers. */
type OpenCell = { -readonly [K in keyof GridCell]: GridCell[K] }

/** Columns that Word allows. */
const mostColumns = 63

/** A number of columns; a value that is none is taken as if it were left out. */
function columnsOf(value: string | undefined, otherwise: number): number {
  const columns = Number(value ?? otherwise)
  return Number.isInteger(columns) && columns >= otherwise && columns <= mostColumns ? columns : otherwise
}

/**
 * A table with its merged cells: `gridSpan` covers columns, `vMerge` goes on with the cell that ends right above in the same
 * column, and hides what its own cell holds, which `drop` takes. `tableNo` names the cells.
 */
export function readTable(table: Element, tableNo: number, linesOf: CellLines, drop: (cell: Element) => void): Grid {
  const rows = rowsOf(table)
  const cells: OpenCell[] = []
  const above = new Map<number, OpenCell>()
  let columns = 0
  rows.forEach((row, rowNo) => {
    let column = columnsOf(childValue(child(row, 'trPr'), 'gridBefore'), 0)
    cellsOf(row).forEach((cell, index) => {
      const properties = child(cell, 'tcPr')
      const span = columnsOf(childValue(properties, 'gridSpan'), 1)
      const merge = child(properties, 'vMerge')
      const last = above.get(column)
      const continued = merge && merge.attributes.val !== 'restart' && last && last.row + last.rows === rowNo ? last : undefined
      if (continued) {
        continued.rows += 1
        drop(cell)
      } else {
        const name = `表${tableNo} 行${rowNo + 1} 枠${index + 1}`
        const opened = { name, row: rowNo, column, rows: 1, columns: span, lines: linesOf(cell) }
        cells.push(opened)
        if (merge) above.set(column, opened)
        else above.delete(column)
      }
      column += span
    })
    columns = Math.max(columns, column)
  })
  return { rows: rows.length, columns, cells }
}

/** Whether a table has one cell a row and stands around others: a frame of what it holds. */
export function isFrame(table: Element): boolean {
  const cells = rowsOf(table).map(cellsOf)
  return cells.every((row) => row.length === 1) && cells.some(([cell]) => cell !== undefined && within(cell, 'tbl').length > 0)
}

/** The rows of a table, but for those that a tracked change deletes; content controls may stand around them. */
function rowsOf(table: Element): Element[] {
  return within(table, 'tr').filter((row) => !child(child(row, 'trPr'), 'del'))
}

function cellsOf(row: Element): Element[] {
  return within(row, 'tc')
}

/** The elements of a name that stand in another directly or in content controls. */
function within(element: Element, name: string): Element[] {
  return elements(element).flatMap((one) => {
    if (one.name === name) return [one]
    return ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'].includes(one.name) ? within(one, name) : []
  })
}
