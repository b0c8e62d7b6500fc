const byteOrderMark = '\ufeff'

/**
 * Records as CSV (RFC 4180), each ended by CR LF. A cell that is null is nothing between its commas; an empty text is `""`. With
 * `forExcel` a byte order mark leads, without which Excel takes UTF-8 for another encoding.
 */
export function csvText(records: readonly (readonly (string | null)[])[], { forExcel = false } = {}): string {
  return (forExcel ? byteOrderMark : '') + records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(text: string | null): string {
  if (text === null) return ''
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
