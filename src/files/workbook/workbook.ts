import { type PublishedKey, published } from '../../../loaders/warehouse/published.ts'
import type { WorkbookProperties } from '../../../loaders/workbook/properties.ts'
import { writeWorkbook } from '../../../loaders/workbook/write.ts'
import tool from '../../../package.json' with { type: 'json' }
import type { Warehouse } from '../../data/warehouse.ts'
import { yearRange } from '../../format/years.ts'
import { columnsSheet } from './columns-sheet.ts'
import { coverSheet } from './cover-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import { tableSheet } from './table-sheet.ts'

/**
 * A plan as an Excel file that carries its evidence: a cover, what to beware of, a sheet a table or view that has rows with the place
 * and words of each, what the columns mean, and the document line by line. `site` is the address where the pages are, if known.
 */
export async function planWorkbook(warehouse: Warehouse, site?: string): Promise<Uint8Array> {
  const keys = (Object.keys(published) as PublishedKey[]).filter((key) => key !== 'sourceLines' && warehouse.table(key).length > 0)
  const sheets = [
    coverSheet(warehouse, site),
    notesSheet(warehouse, site),
    ...keys.map((key) => tableSheet(warehouse, key, site)),
    columnsSheet(),
    tableSheet(warehouse, 'sourceLines', site),
  ]
  return writeWorkbook(sheets, properties(warehouse))
}

function properties({ plan }: Warehouse): WorkbookProperties {
  return {
    title: `${plan.title ?? plan.plan_id} 取組実績`,
    subject: yearRange(plan.first_fiscal_year, plan.last_fiscal_year),
    creator: plan.publisher ?? plan.municipality ?? tool.name,
    description: `出典: ${plan.source_name}`,
  }
}
