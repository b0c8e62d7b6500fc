import { csvWords } from '../../loaders/warehouse/csv-words.ts'

const byteOrderMark = '\ufeff'

/**
 * A cell of CSV: text, which is guarded as in {@link csvWords}; a number, in `digits` where no number of JavaScript has them
 * all; nothing.
 */
export type CsvCell = string | number | bigint | boolean | { digits: string } | null

/**
 * Records as CSV (RFC 4180), each ended by CR LF. A cell that is null is nothing between its commas; an empty text is `""`. With
 * `forExcel` a byte order mark leads, without which Excel takes UTF-8 for another encoding.
 */
export function csvText(records: readonly (readonly CsvCell[])[], { forExcel = false } = {}): string {
  return (forExcel ? byteOrderMark : '') + records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.digits
  const text = typeof cell === 'string' ? csvWords(cell) : String(cell)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
