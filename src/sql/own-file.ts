import { readOffice } from '../../loaders/formats/office/read-office.ts'

/** The largest file that is read, in bytes. */
const mostBytes = 20 * 2 ** 20

/** The records of a CSV file (UTF-8 or CP932, commas or tabs) or of the first sheet of an Excel file; rejects with an `Error` in Japanese. */
export async function readOwnFile(file: File): Promise<string[][]> {
  if (file.size > mostBytes) throw new Error(`${file.name} は大きすぎる (20 MBまで)。`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? sheetRecords(bytes) : csvRecords(decode(bytes))
}

/** The cells of the first sheet as they are printed, a row each. */
function sheetRecords(bytes: Uint8Array): string[][] {
  const { text, pages } = readOffice(bytes)
  const drawing = pages.map(({ drawing }) => drawing).find((drawing) => drawing !== null)
  if (!drawing || !('rows' in drawing)) return []
  return drawing.rows.map((cells) => cells.flatMap(({ from, to, columns }) => [text.slice(from, to).trim(), ...Array.from({ length: columns - 1 }, () => '')]))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

/** The records of a CSV text (RFC 4180), parted by tabs where its first line has more of them than commas. */
export function csvRecords(text: string): string[][] {
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const delimiter = firstLine.split('\t').length > firstLine.split(',').length ? '\t' : ','
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\r|\\n|$)`, 'y')
  const records: string[][] = [[]]
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, bare = '', end] = match
    records.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (cell.lastIndex >= text.length && end === '') break
    if (end !== delimiter) records.push([])
  }
  return records.filter((record) => record.length > 1 || record[0] !== '')
}
