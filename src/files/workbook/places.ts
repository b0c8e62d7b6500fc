import { tables } from '../../../loaders/tables.ts'
import { type ColumnHead, type SheetCell, sheetName } from '../../../loaders/workbook/sheet.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { placeOfRow } from '../../evidence/places.ts'
import { wordsAt } from '../../evidence/words.ts'
import type { SourcePlace } from '../../facts/figure-index.ts'
import { type LinePlace, lineWords, placeWords } from '../../format/place-words.ts'

/** The heads of the columns that say where a row stands in the document; the last only where the site has an address. */
export function evidenceHead(site: string | undefined): (string | ColumnHead)[] {
  return ['原文の場所', { words: '原文の言葉', mostLines: 2 }, ...(site === undefined ? [] : ['サイトの原文'])]
}

/** A row's place in the document, leading to its line in the sheet of lines; its words; its line on the site. */
export function evidenceCells(warehouse: Warehouse, place: (SourcePlace & Partial<LinePlace>) | undefined, site: string | undefined): SheetCell[] {
  if (!place) return evidenceHead(site).map(() => ({ value: null }))
  const { source_line: line } = place
  return [
    { value: placeInWords(warehouse, place), target: lineTarget(line) },
    { value: wordsAt(warehouse.table('sourceLines'), place) },
    ...(site === undefined ? [] : [{ value: lineWords(placeOfRow(warehouse, place)), target: { address: `${site}source.html#L${line}` } }]),
  ]
}

/** The row of a line of the document in the sheet of lines. */
export function lineTarget(line: number): { sheet: string; row: number } {
  return { sheet: sheetName(tables.sourceLines.title), row: line + 1 }
}

/** The whole of a line, for rows that know no more than their line. */
export function wholeLine(warehouse: Warehouse, line: number): SourcePlace {
  const length = warehouse.table('sourceLines')[line - 1]?.text.length ?? 0
  return { source_line: line, source_column: 1, source_end_line: line, source_end_column: length + 1 }
}

/** 508行6桁–511行2桁; columns of the document as it was given, from 1, the last one not included. In a file of pages or cells PDF 12頁 or No.19!J12. */
function placeInWords(warehouse: Warehouse, place: SourcePlace & Partial<LinePlace>): string {
  const inFile = placeOfRow(warehouse, place)
  if (inFile.source_page !== null) return placeWords(inFile)
  const end = place.source_end_line === place.source_line ? `${place.source_end_column}桁` : `${place.source_end_line}行${place.source_end_column}桁`
  return `${place.source_line}行${place.source_column}桁–${end}`
}
