import { unzipSync } from 'fflate'
import writeExcelFile, { type Cell } from 'write-excel-file/universal'
import { textEms } from '../document/text-width.ts'
import { archive } from './archive.ts'
import { type CellLink, linksFeature } from './links.ts'
import { type LaidOutSheet, paperFeature } from './paper.ts'
import { propertiesFeature, type WorkbookProperties } from './properties.ts'
import { type ColumnHead, columnHead, fittingRows, type Sheet, type SheetCell, storedText } from './sheet.ts'

const font = { fontFamily: 'Yu Gothic', fontSize: 10 }
const headStyle = { fontWeight: 'bold', backgroundColor: '#E8F1FE', alignVertical: 'center', wrap: true } as const
const linkStyle = { textColor: '#00118F', textDecoration: { underline: true } } as const
const styles = { title: { fontWeight: 'bold', fontSize: 16 }, label: { fontWeight: 'bold' } } as const

/** Widths of columns in characters of half width, heights of rows in points. */
const narrowest = 8
const usualWidest = 60
const lineHeight = 15
const titleHeight = 28
const highest = 409

/** Sheets as an Excel file; the same bytes for the same sheets. Text is text: nothing in it is ever a formula. */
export async function writeWorkbook(sheets: readonly Sheet[], properties: WorkbookProperties): Promise<Uint8Array> {
  const laidOut = sheets.map(layOut)
  const written = laidOut.map(({ sheet, heads, widths }) => ({
    sheet: sheet.name,
    data: [heads.map(({ words }) => ({ ...textCell(words), ...headStyle })), ...sheet.rows.map((row) => writtenRow(row, heads, widths))],
    stickyRowsCount: 1,
    // without an orientation the library writes no page setup; which way a sheet stands is for paper.ts
    orientation: 'landscape' as const,
  }))
  const features = [linksFeature(laidOut.map(linksOf)), paperFeature(laidOut, properties.title), propertiesFeature(properties)]
  const file = await writeExcelFile(written, { ...font, features }).toBlob()
  return archive(unzipSync(new Uint8Array(await file.arrayBuffer())))
}

function layOut(whole: Sheet): LaidOutSheet {
  const sheet = { ...whole, rows: fittingRows(whole) }
  const heads = sheet.head.map(columnHead)
  return { sheet, heads, widths: columnWidths(heads, sheet.rows) }
}

function linksOf({ sheet }: LaidOutSheet): CellLink[] {
  return sheet.rows.flatMap((row, index) => row.flatMap(({ target }, column) => (target ? [{ row: index + 1, column, target }] : [])))
}

/** A row as high as its longest text needs, since not every program fits heights when it opens a file. */
function writtenRow(row: readonly SheetCell[], heads: readonly ColumnHead[], widths: readonly number[]): Cell[] {
  const lines = row.map((cell, column) => {
    const { isFolded, mostLines = Number.POSITIVE_INFINITY } = heads[column] ?? columnHead('')
    return isFolded ? 1 : Math.min(mostLines, Math.ceil(letters(shownText(cell)) / ((widths[column] ?? usualWidest) - 2)))
  })
  const height = Math.min(highest, Math.max(row.some(({ style }) => style === 'title') ? titleHeight : lineHeight, Math.max(...lines) * lineHeight))
  return row.map((cell, column) => (column === 0 ? { ...writtenCell(cell), height } : writtenCell(cell)))
}

function writtenCell({ value, format, target, style }: SheetCell): Cell {
  if (value === null || value === '') return null
  const shown = { ...(style && styles[style]), ...(target && linkStyle), alignVertical: 'top' as const }
  if (typeof value === 'string') return { ...shown, ...textCell(value), wrap: style !== 'title' }
  return { ...shown, value, ...(format && { format }) }
}

/** `@` keeps Excel from reading a text anew when it is edited. */
function textCell(text: string) {
  return { type: String, value: storedText(text), format: '@' }
}

function columnWidths(heads: readonly ColumnHead[], rows: readonly (readonly SheetCell[])[]): number[] {
  return heads.map(({ words, widest = usualWidest }, column) => {
    const texts = [words, ...rows.map((row) => shownText(row[column]))]
    return Math.min(widest, Math.max(narrowest, texts.reduce((most, text) => Math.max(most, letters(text)), 0) + 2))
  })
}

/** The width of a text in characters of half width. */
function letters(text: string): number {
  return Math.ceil(textEms(text) * 2)
}

/** About what a cell shows, to measure it by; titles run over the cells beside them. */
function shownText(cell: SheetCell | undefined): string {
  const value = cell?.value
  if (value === null || value === undefined || cell?.style === 'title') return ''
  if (value instanceof Date) return '0000-00-00'
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value)
}
