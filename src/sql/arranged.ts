import { type Result, type Value, valueText } from '../questions/values.ts'

/** How a result is looked at: by which column its rows are ordered, and the words that they hold. */
export interface Arrangement {
  order: { column: number; isDown: boolean } | undefined
  filter: string
}

/** A result as it comes. */
export const asItComes: Arrangement = { order: undefined, filter: '' }

const byText = new Intl.Collator('ja', { numeric: true })

/** The rows of a result that hold all words of a filter, in any cell and width, in the order asked for; NULL comes last. */
export function arranged(result: Result, { order, filter }: Arrangement): Result {
  const words = folded(filter).split(/\s+/).filter(Boolean)
  const rows = words.length === 0 ? result.rows : result.rows.filter((row) => holdsAll(row, words))
  if (!order) return { ...result, rows }
  const { column, isDown } = order
  const isNumeric = result.columns[column]?.isNumeric ?? false
  const compare = (a: Value, b: Value) => (isNumeric ? Number(a) - Number(b) : byText.compare(valueText(a) ?? '', valueText(b) ?? ''))
  const sorted = [...rows].sort((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return isDown ? compare(right, left) : compare(left, right)
  })
  return { ...result, rows: sorted }
}

function holdsAll(row: readonly Value[], words: readonly string[]): boolean {
  const cells = row.map((value) => folded(valueText(value) ?? ''))
  return words.every((word) => cells.some((cell) => cell.includes(word)))
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
}
