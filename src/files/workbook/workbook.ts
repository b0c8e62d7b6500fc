import { type PublishedKey, published } from '../../../loaders/warehouse/published.ts'
import { writeWorkbook } from '../../../loaders/workbook/write.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { columnsSheet } from './columns-sheet.ts'
import { coverSheet } from './cover-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import { tableSheet } from './table-sheet.ts'

/**
 * A plan as an Excel file that carries its evidence: a cover, what to beware of, a sheet a table or view with the place and words
 * of each row, what the columns mean, and the document line by line. `site` is the address where the pages are, if known.
 */
export async function planWorkbook(warehouse: Warehouse, site?: string): Promise<Uint8Array> {
  const keys = (Object.keys(published) as PublishedKey[]).filter((key) => key !== 'sourceLines')
  return writeWorkbook([
    coverSheet(warehouse, site),
    notesSheet(warehouse, site),
    ...keys.map((key) => tableSheet(warehouse, key, site)),
    columnsSheet(),
    tableSheet(warehouse, 'sourceLines', site),
  ])
}
