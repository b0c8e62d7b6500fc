import { csvWords } from '../../loaders/warehouse/csv-words.ts'

const byteOrderMark = '\ufeff'

/**
 * A cell of CSV: text, which is guarded as in {@link csvWords}; a number, in `digits` where no number of JavaScript has them
 * all; nothing.
 */
export type CsvCell = string | number | bigint | boolean | { digits: string } | null

/**
 * What Excel takes for a number or a day where a CSV file is opened by double click: codes that begin with 0, parts with a dash
 * or slash (`1-2`, `R2-4`), a number in brackets (a minus to Excel), hours, powers of ten, and more digits than it keeps. A whole
 * day (2022-04-01) is none: Excel reads it as what it is.
 */
const misread = /^(?:0\d+|[A-Z]?\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\(\d+\)|\d{1,4}:\d{2}(?::\d{2})?|\d+(?:\.\d+)?E[+-]?\d+|\d{16,})$/i
const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** What a reader of CSV files made for Excel has to know of them, in Japanese. */
export const excelNote = "団体コードや 1-2 のような番号は、Excelで開いても頭の0が消えず日付にもならないように、頭に ' を1つ付けてある。"

/** A text as a cell of CSV for Excel holds it: as in {@link csvWords}, and with an apostrophe more where Excel would misread it. */
function excelWords(text: string): string {
  const bare = text.replace(/^'+/, '').normalize('NFKC').trim()
  return misread.test(bare) && !wholeDay.test(bare) ? `'${text}` : csvWords(text)
}

/**
 * Records as CSV (RFC 4180), each ended by CR LF. A cell that is null is nothing between its commas; an empty text is `""`. With
 * `forExcel` a byte order mark leads, without which Excel takes UTF-8 for another encoding, and what Excel would misread is guarded too.
 */
export function csvText(records: readonly (readonly CsvCell[])[], { forExcel = false } = {}): string {
  const words = forExcel ? excelWords : csvWords
  return (forExcel ? byteOrderMark : '') + records.map((cells) => `${cells.map((cell) => csvCell(cell, words)).join(',')}\r\n`).join('')
}

function csvCell(cell: CsvCell, words: (text: string) => string): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.digits
  const text = typeof cell === 'string' ? words(cell) : String(cell)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
