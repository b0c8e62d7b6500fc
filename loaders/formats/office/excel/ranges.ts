/** A stretch of columns or rows, from 1, both ends included. */
export interface Range {
  first: number
  last: number
}

/** A range of cells. */
export interface Rectangle {
  rows: Range
  columns: Range
}

/** `B3:D7` or `B3`. */
export function rectangleOf(ref: string): Rectangle {
  const [first = '', last = first] = ref.split(':')
  return { rows: { first: rowOf(first), last: rowOf(last) }, columns: { first: columnOf(first), last: columnOf(last) } }
}

function rowOf(ref: string): number {
  return Number(/\d+/.exec(ref)?.[0] ?? 0)
}

/** The number of a column from its letters: A is 1, AA 27. */
export function columnOf(ref: string): number {
  const letters = /^\$?([A-Z]{1,3})/.exec(ref)?.[1] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The letters of a column. */
export function columnName(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
}
