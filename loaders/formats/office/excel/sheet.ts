import { eachElement, elements } from '../xml.ts'
import { type CellContext, readCell } from './cells.ts'
import { columnName, columnOf, type Range, type Rectangle, rectangleOf } from './ranges.ts'
import { type FoundCell, gridOf, type SheetGrid } from './sheet-grid.ts'

/** A sheet as it is printed: its table, and what is not in it: hidden rows and columns, and cells whose text is not known. */
export interface Sheet extends SheetGrid {
  hidden: { rows: number; columns: number; text: string }
  /** struck through, by its cell */
  struck: { cell: string; text: string }[]
  problems: { cell: string; reason: string }[]
}

/** Columns of a sheet (ECMA-376). */
const mostColumns = 16_384

/** Reads a sheet. Rows and columns without words are left out, but for one empty row where there are some between others. */
export function readSheet(bytes: Uint8Array, name: string, context: CellContext): Sheet {
  const found: FoundCell[] = []
  const merged: Rectangle[] = []
  const hiddenColumns = new Set<number>()
  const hiddenRows = new Set<number>()
  const struck: Sheet['struck'] = []
  const problems: Sheet['problems'] = []
  let rowNo = 0
  eachElement(bytes, ['col', 'row', 'mergeCell'], (element) => {
    const { attributes } = element
    if (element.name === 'mergeCell') merged.push(rectangleOf(attributes.ref ?? ''))
    if (element.name === 'col' && isOn(attributes.hidden)) addRange(hiddenColumns, { first: Number(attributes.min), last: Number(attributes.max) })
    if (element.name !== 'row') return
    rowNo = /^\d{1,7}$/.test(attributes.r ?? '') ? Number(attributes.r) : rowNo + 1
    if (isOn(attributes.hidden)) hiddenRows.add(rowNo)
    let columnNo = 0
    for (const cell of elements(element, 'c')) {
      columnNo = cell.attributes.r === undefined ? columnNo + 1 : columnOf(cell.attributes.r)
      const read = readCell(cell, context)
      const cellName = `${name}!${columnName(columnNo)}${rowNo}`
      if ('problem' in read) problems.push({ cell: cellName, reason: read.problem })
      else {
        if (read.struck) struck.push({ cell: cellName, text: read.struck })
        if (read.text !== '') found.push({ row: rowNo, column: columnNo, text: read.text })
      }
    }
  })
  const isHidden = { row: (no: number) => hiddenRows.has(no), column: (no: number) => hiddenColumns.has(no) }
  const sheet = gridOf(name, found, merged, isHidden)
  return { ...sheet, hidden: { rows: hiddenRows.size, columns: hiddenColumns.size, text: sheet.hiddenText }, struck, problems }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function addRange(numbers: Set<number>, { first, last }: Range): void {
  for (let no = Math.max(1, first); no <= Math.min(last, mostColumns); no++) numbers.add(no)
}
