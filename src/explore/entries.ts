import { sumOf } from '../../loaders/vocabulary/numerals.ts'
import { grouped } from '../format/grouped.ts'
import { type CatalogTable, isIn, type Measure, rowCount } from './catalog.ts'
import type { LoadedTable } from './load.ts'
import type { Question } from './question.ts'
import type { DataRow, Value } from './rows-script.ts'

/** What counts as one in an answer: a row, or the parts of a whole whose total is not stated; with the number that they state. */
export interface Entry {
  /** the places of its rows in the table */
  rows: readonly number[]
  value: number | null
}

/** The entries of a question by the place of the row that stands for each: wholes or parts, nothing that is counted elsewhere. */
export function entriesOf({ catalog, rows }: LoadedTable, question: Question, measure: Measure): ReadonlyMap<number, Entry> {
  const entries = selectEntries(catalog, rows, question, measure)
  const { donations, repeatColumn } = catalog
  const asksForRepeats = repeatColumn !== undefined && question.filters[repeatColumn]?.includes('true')
  return new Map(
    [...entries].filter(([index]) => {
      const row = rows[index] as DataRow
      if (repeatColumn !== undefined && row[repeatColumn] === true && !asksForRepeats) return false
      return donations === undefined || question.donations === 'with' || isIn(donations, row) === (question.donations === 'only')
    }),
  )
}

function selectEntries(catalog: CatalogTable, rows: readonly DataRow[], question: Question, measure: Measure): ReadonlyMap<number, Entry> {
  const { partColumn, wholeColumns } = catalog
  const all = rows.map((_, index) => index)
  const isWhole = (index: number) => partColumn === undefined || rows[index]?.[partColumn] === null
  const alone = (index: number): [number, Entry] => [index, { rows: [index], value: numberOf(rows[index]?.[measure.name]) }]
  if (question.parts === 'parts') return new Map(all.filter((index) => !isWhole(index)).map(alone))
  if (wholeColumns === undefined || measure.name === rowCount.name) return new Map(all.filter(isWhole).map(alone))
  const groups = grouped(all, (index) => wholeColumns.map((column) => String(rows[index]?.[column])).join('\u0000'))
  return new Map(
    groups.map((group): [number, Entry] => {
      const whole = group.find(isWhole)
      const parts = group.filter((index) => !isWhole(index) && numberOf(rows[index]?.[measure.name]) !== null)
      const isStated = whole !== undefined && numberOf(rows[whole]?.[measure.name]) !== null
      if (isStated || parts.length === 0) return alone(whole ?? group[0])
      return [whole ?? (parts[0] as number), { rows: parts, value: sumOf(parts.map((index) => Number(rows[index]?.[measure.name]))) }]
    }),
  )
}

function numberOf(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}
