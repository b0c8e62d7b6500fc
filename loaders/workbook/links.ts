import { getCellAddress, getSelfClosingTagMarkup } from 'write-excel-file/utility'
import { sheetFile, type WorkbookFeature, withSheetPart } from './feature.ts'
import type { Target } from './sheet.ts'

/** A cell (row and column from 0) and what it leads to. */
export interface CellLink {
  row: number
  column: number
  target: Target
}

/** The most links of a sheet that Excel opens. */
const mostLinks = 65_530
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Adds links to the cells of each sheet, which write-excel-file does not do itself. */
export function linksFeature(linksOfSheets: readonly (readonly CellLink[])[]): WorkbookFeature {
  const of = (index: number) => (linksOfSheets[index] ?? []).slice(0, mostLinks)
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => {
            const links = of(sheetIndex)
            if (links.length === 0) return xml
            return withSheetPart(xml, `<hyperlinks>${links.map(hyperlink).join('')}</hyperlinks>`)
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: (_options, { sheetIndex }) => of(sheetIndex).map(relationship).join('') },
      },
    },
  }
}

function hyperlink({ row, column, target }: CellLink, index: number): string {
  const ref = getCellAddress(row, column)
  const leadsTo = 'sheet' in target ? { location: `'${target.sheet}'!A${target.row}` } : { 'r:id': relationshipId(index) }
  return getSelfClosingTagMarkup('hyperlink', { ref, ...leadsTo })
}

function relationship({ target }: CellLink, index: number): string {
  if ('sheet' in target) return ''
  return getSelfClosingTagMarkup('Relationship', { Id: relationshipId(index), Type: relationshipType, Target: target.address, TargetMode: 'External' })
}

function relationshipId(index: number): string {
  return `rIdLink${index + 1}`
}
