import { getCellAddress, getSelfClosingTagMarkup, sanitizeTextContent } from 'write-excel-file/utility'
import { sheetFile, type WorkbookFeature, withSheetPart } from './feature.ts'
import type { ColumnHead, Sheet } from './sheet.ts'

/** A sheet with the rows that fit, its heads, and the width of each column in characters. */
export interface LaidOutSheet {
  sheet: Sheet
  heads: readonly ColumnHead[]
  widths: readonly number[]
}

const namesFile = 'xl/workbook.xml'
/** Characters of half width: twice as many as an upright A4 page has room for between its margins. */
const widestUpright = 200
/** In inches, with room for the foot below. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

/**
 * Widths and folded columns, filters, and how each sheet stands on paper, which write-excel-file does not do itself: as wide as
 * the paper, its head on every page, names and page at the foot. Codes that are digits are text on purpose: Excel marks none.
 */
export function paperFeature(sheets: readonly LaidOutSheet[], title: string): WorkbookFeature {
  const of = (index: number) => sheets[index] as LaidOutSheet
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => sheetParts(of(sheetIndex), title).reduce(withSheetPart, xml),
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) => {
            if (tag === 'pageSetup') return { ...attributes, orientation: orientationOf(of(sheetIndex)), fitToWidth: 1, fitToHeight: 0 }
            return tag === 'pageMargins' ? margins : attributes
          },
        },
        [namesFile]: { transform: (xml) => xml.replace('<definedNames/>', () => `<definedNames>${sheets.map(sheetNames).join('')}</definedNames>`) },
      },
    },
  }
}

/** Upright, unless the columns in sight would be less than half as large then. */
function orientationOf({ heads, widths }: LaidOutSheet): 'portrait' | 'landscape' {
  const inSight = widths.filter((_, column) => !heads[column]?.isFolded)
  return inSight.reduce((sum, width) => sum + width, 0) > widestUpright ? 'landscape' : 'portrait'
}

function sheetParts({ sheet, heads, widths }: LaidOutSheet, title: string): string[] {
  const range = `A1:${lastCell(sheet)}`
  const columns = heads.map(({ isFolded }, index) => {
    const column = { min: index + 1, max: index + 1, width: widths[index] as number, customWidth: 1 }
    return getSelfClosingTagMarkup('col', isFolded ? { ...column, outlineLevel: 1, hidden: 1 } : column)
  })
  const foot = sanitizeTextContent(`&L${footText(title)}&C${footText(sheet.name)}&R&P / &N`)
  const filter = isFiltered(sheet) ? [getSelfClosingTagMarkup('autoFilter', { ref: range })] : []
  const codes = `<ignoredErrors>${getSelfClosingTagMarkup('ignoredError', { sqref: range, numberStoredAsText: 1 })}</ignoredErrors>`
  return [
    `<sheetPr>${getSelfClosingTagMarkup('pageSetUpPr', { fitToPage: 1 })}</sheetPr>`,
    `<cols>${columns.join('')}</cols>`,
    ...filter,
    `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>${codes}`,
  ]
}

function isFiltered({ isTable, rows }: Sheet): boolean {
  return isTable === true && rows.length > 0
}

function lastCell({ head, rows }: Sheet): string {
  return getCellAddress(rows.length, head.length - 1)
}

/** In a foot, `&` begins a code, and digits after one would be its size. */
function footText(text: string): string {
  return ` ${text.replaceAll('&', '&&')}`
}

/** The names by which Excel knows the rows of a sheet that each page repeats, and the rows that its filter holds. */
function sheetNames({ sheet }: LaidOutSheet, index: number): string {
  const place = `'${sheet.name}'!`
  const last = lastCell(sheet).replace(/(\d+)$/, '$$$1')
  const named = (name: string, attributes: string, range: string) =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${attributes}>${sanitizeTextContent(place + range)}</definedName>`
  const filter = isFiltered(sheet) ? named('_FilterDatabase', ' hidden="1"', `$A$1:$${last}`) : ''
  return `${filter}${named('Print_Titles', '', '$1:$1')}`
}
