import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Options } from 'write-excel-file/node'
import { getCellAddress, getOrderOfSiblings, getSelfClosingTagMarkup, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'
import type { Target } from './sheet.ts'

/** A cell (row and column from 0) and what it leads to. */
export interface CellLink {
  row: number
  column: number
  target: Target
}

type LinksFeature = NonNullable<Options<Stream | Buffer | Blob>['features']>[number]

/** The most links of a sheet that Excel opens. */
const mostLinks = 65_530
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Adds links to the cells of each sheet, which write-excel-file does not do itself. */
export function linksFeature(linksOfSheets: readonly (readonly CellLink[])[]): LinksFeature {
  const of = (index: number) => (linksOfSheets[index] ?? []).slice(0, mostLinks)
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const links = of(sheetIndex)
            if (links.length === 0) return xml
            const markup = `<hyperlinks>${links.map(hyperlink).join('')}</hyperlinks>`
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [], 'worksheet')
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
