/** What a cell leads to: a cell of another sheet (rows from 1), or an address. */
export type Target = { sheet: string; row: number } | { address: string }

/** A cell: text, number, truth or day (as Date at midnight UTC), how it is shown, and what it leads to. */
export interface SheetCell {
  value: string | number | boolean | Date | null
  format?: string
  target?: Target | undefined
  style?: 'title' | 'label'
}

/**
 * The head of a column: its words; whether the column is folded away until asked for; how many lines of it a row shows at most;
 * and how wide it may be, in characters of half width.
 */
export interface ColumnHead {
  words: string
  isFolded?: boolean
  mostLines?: number
  widest?: number | undefined
}

/** A sheet: its name, the heads of its columns (which stay in sight), its rows; those of a table can be filtered. */
export interface Sheet {
  name: string
  isTable?: boolean
  head: readonly (string | ColumnHead)[]
  rows: readonly (readonly SheetCell[])[]
}

/** A head that may be words alone. */
export function columnHead(head: string | ColumnHead): ColumnHead {
  return typeof head === 'string' ? { words: head } : head
}

/** The most rows of a sheet, and the most letters of a cell, that Excel opens. */
const mostRows = 1_048_576
const mostLetters = 32_767
const cutMark = '… (続きはCSVにある)'

/** A name that Excel takes for a sheet. */
export function sheetName(title: string): string {
  return title.replace(/[[\]/\\:*?']/g, ' ').slice(0, 31)
}

/** Text as the file stores it: nothing longer than Excel opens, and nothing that it would take for an escape. */
export function storedText(text: string): string {
  const short = text.length > mostLetters ? text.slice(0, mostLetters - cutMark.length) + cutMark : text
  const escaped = short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  // the library keeps texts as names of a plain object; the sign at the end, which it does not write, tells them from that object's own
  return escaped in {} ? `${escaped}\0` : escaped
}

/** The rows of a sheet that fit; where some do not, a last row says how many. */
export function fittingRows({ rows }: Sheet): readonly (readonly SheetCell[])[] {
  const room = mostRows - 1
  if (rows.length <= room) return rows
  const left = rows.length - (room - 1)
  return [...rows.slice(0, room - 1), [{ value: `あと${left}行はExcelに入らない。CSVかParquetを使う` }]]
}
