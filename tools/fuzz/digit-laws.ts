import type { TableRows } from '../../loaders/tables.ts'
import type { Case, Problem } from './case.ts'
import { headsAbove } from './owner-laws.ts'

type Figure = TableRows['figures'][number]

/** A value that a document states, and the number that it was read from. */
interface StatedValue {
  table: string
  itemNo: number
  name: string
  value: number
  isMoney: boolean
  figureNo: number
}

/** The values that no change to a document may give to another item or take from other words. */
const columns = {
  effects: ['amount_yen', 'quantity'],
  collections: ['amount_yen'],
  staffing: ['planned', 'actual', 'stated_gap'],
  reemployment: ['total', 'full_time', 'short_time', 'retirees', 'rehired', 'rehired_full_time', 'rehired_short_time'],
} as const

/**
 * Every effect, claim and head count stands as digits at its place, below the head of its item: the words of its number begin
 * with its digits, of an amount in a round unit (5,100千円, 51,000,000円) or with another part after it (1億2,345万円).
 */
export function digitProblems({ text, rows }: Case): Problem[] {
  const heads = headsAbove(text.lines, rows)
  const withHead = new Set(heads)
  return statedValues(rows).flatMap((stated) => {
    const figure = rows.figures[stated.figureNo - 1]
    const range = figure && text.range(figure)
    const digits = range && /^\d[\d,]*(?:\.\d+)?/.exec(text.outsideMarkup(...range))?.[0]
    const problem = (sign: string) => [{ law: 'digits', sign: `${stated.table} ${sign}`, detail: JSON.stringify([stated, figure]) }]
    if (!figure || digits === undefined) return problem('has none')
    const isWhole = figure.source_line === figure.source_end_line
    if (isWhole && !states(Number(digits.replace(/,/g, '')), figure, stated)) return problem('has others')
    const head = heads[figure.source_line - 1]
    return withHead.has(stated.itemNo) && head !== stated.itemNo ? problem('below another head') : []
  })
}

function statedValues(rows: TableRows): StatedValue[] {
  return (Object.keys(columns) as (keyof typeof columns)[]).flatMap((table) =>
    rows[table].flatMap((row) => {
      const cells: Readonly<Record<string, unknown>> = row
      return columns[table].flatMap((name) => {
        const [value, figureNo] = [cells[name], cells[`${name}_figure_no`]]
        if (typeof value !== 'number' || typeof figureNo !== 'number') return []
        return [{ table, itemNo: row.item_no, name, value, isMoney: name === 'amount_yen', figureNo }]
      })
    }),
  )
}

/** Whether a printed number is a value, or of an amount that value in a round unit, or its first part. */
function states(printed: number, { unit }: Figure, { value, isMoney }: StatedValue): boolean {
  const size = Math.abs(value)
  if (printed === size || !isMoney) return printed === size
  if (unit !== null && !unit.endsWith('円')) return printed <= size
  return Number.isInteger(Number(Math.log10(size / printed).toFixed(9)))
}
