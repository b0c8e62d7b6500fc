import type { Options } from 'write-excel-file/universal'
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'

/** What is added to the files of a workbook that write-excel-file does not write itself. */
export type WorkbookFeature = NonNullable<Options<Blob>['features']>[number]

/** The file of a sheet, as features name it. */
export const sheetFile = 'xl/worksheets/sheet{id}.xml'

/** The XML of a sheet with an element in it, where the format wants it. */
export function withSheetPart(xml: string, markup: string): string {
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(sheetFile, 'worksheet') ?? [], 'worksheet')
}
