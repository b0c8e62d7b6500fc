/** The records of a CSV text (RFC 4180): quoted cells may hold commas, quotes and line ends. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy
  for (let match = cell.exec(text); match && match.index < text.length; match = cell.exec(text)) {
    const [, value = '', end] = match
    records.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end !== ',') records.push([])
  }
  return records.slice(0, -1)
}

/** The text of a cell that may be guarded against Excel: without the apostrophe that stands before what Excel would run. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell
}
