import type { Grid, GridCell } from '../grid.ts'
import { child, childValue, type Element, elements } from '../xml.ts'

/** What the paragraphs and tables in a cell say, as lines. */
export type CellLines = (cell: Element) => string[]

/** A cell before it is known how many rows it covers. */
type OpenCell = { -readonly [K in keyof GridCell]: GridCell[K] }

/** A table with its merged cells: `gridSpan` covers columns, `vMerge` goes on with the cell above of the same column. `tableNo` names the cells. */
export function readTable(table: Element, tableNo: number, linesOf: CellLines): Grid {
  const rows = rowsOf(table)
  const cells: OpenCell[] = []
  const above = new Map<number, OpenCell>()
  let columns = 0
  rows.forEach((row, rowNo) => {
    let column = Number(childValue(child(row, 'trPr'), 'gridBefore') ?? 0)
    cellsOf(row).forEach((cell, index) => {
      const properties = child(cell, 'tcPr')
      const span = Math.max(1, Number(childValue(properties, 'gridSpan') ?? 1))
      const merge = child(properties, 'vMerge')
      const continued = merge && merge.attributes.val !== 'restart' ? above.get(column) : undefined
      if (continued) continued.rows = rowNo - continued.row + 1
      else {
        const name = `表${tableNo} 行${rowNo + 1} 枠${index + 1}`
        const opened = { name, row: rowNo, column, rows: 1, columns: span, lines: linesOf(cell) }
        cells.push(opened)
        above.set(column, opened)
      }
      column += span
    })
    columns = Math.max(columns, column)
  })
  return { rows: rows.length, columns, cells }
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
