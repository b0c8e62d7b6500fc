import { sumOf } from '../../loaders/vocabulary/numerals.ts'
import { decimalsOf, roundTo } from '../format/numbers.ts'
import { type CatalogTable, type Measure, rowCount } from './catalog.ts'
import type { Entry } from './entries.ts'
import type { LoadedTable } from './load.ts'
import type { Aggregate } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** Why rows do not come to one number, by its id, in words. */
export const hindrances = {
  units: '単位が混在',
  years: '年度をまたいで合計しない',
  several: 'まとめない',
  open: '合計できない',
  unlike: '比較しない (内容が年度で違う)',
} as const

export type Hindrance = keyof typeof hindrances

/** A number with a name that another was computed from: of a cell, or what the line of the document states. */
export interface Operand {
  name: string
  value: number
  unit: string
  /** the line that states it, where it is in no row of the table */
  line?: number
}

/** A group of rows and the one number they come to; null where none of them states one, or where something stands against it. */
export interface Cell {
  rows: readonly number[]
  /** the rows whose numbers are in the value */
  counted: readonly number[]
  value: number | null
  decimals: number
  unit: string
  hindrance?: Hindrance
  /** what the value was computed from, where it is no number that rows state or add up to */
  operands?: readonly Operand[]
}

/** A cell in which nothing is. */
export const emptyCell: Cell = { rows: [], counted: [], value: null, decimals: 0, unit: '' }

/** The number that some entries come to: nothing is added up over different units, nor stocks over years, nor what cannot be. */
export function summary(entries: readonly Entry[], { catalog, rows }: LoadedTable, measure: Measure, aggregate: Aggregate): Cell {
  const all = entries.flatMap((entry) => entry.rows)
  if (measure.name === rowCount.name) return { rows: all, counted: all, value: entries.length, decimals: 0, unit: '行' }
  const stated = entries.filter(({ value }) => value !== null)
  const counted = stated.length > 1 && aggregate === 'sum' ? withoutOpen(stated, catalog, rows) : stated
  const countedRows = counted.flatMap((entry) => entry.rows)
  const units = new Set(countedRows.map((index) => measure.unit ?? String(rows[index]?.[measure.unitColumn ?? ''] ?? '')))
  const none: Cell = { rows: all, counted: countedRows, value: null, decimals: 0, unit: '' }
  if (stated.length === 0) return none
  const hindrance = hindranceOf(counted, units, aggregate, hasStockOfYears(countedRows, rows, measure))
  if (hindrance) return { ...none, hindrance }
  const [unit = ''] = units
  const values = counted.map(({ value }) => value as number)
  const decimals = aggregate === 'mean' && values.length > 1 ? (unit === '円' ? 0 : 1) : Math.max(...values.map(decimalsOf))
  return { rows: all, counted: countedRows, value: roundTo(combine(values, aggregate), decimals), decimals, unit }
}

function hindranceOf(counted: readonly Entry[], units: ReadonlySet<string>, aggregate: Aggregate, isStockOfYears: boolean): Hindrance | undefined {
  if (counted.length === 0) return 'open'
  if (units.size > 1) return 'units'
  if (aggregate === 'each' && counted.length > 1) return 'several'
  return aggregate === 'sum' && isStockOfYears ? 'years' : undefined
}

/** What is left of entries without those of items whose amounts may not be added up. */
function withoutOpen(entries: readonly Entry[], { openItems }: CatalogTable, rows: readonly DataRow[]): readonly Entry[] {
  return entries.filter((entry) => entry.rows.every((index) => !openItems.includes(Number(rows[index]?.item_no))))
}

/** Whether rows of several years say what there is in each. */
function hasStockOfYears(counted: readonly number[], rows: readonly DataRow[], { stock }: Measure): boolean {
  if (!stock) return false
  const years = new Set(counted.map((index) => rows[index]?.fiscal_year))
  return years.size > 1 && counted.some((index) => rows[index]?.[stock.column] === stock.word)
}

function combine(values: readonly number[], aggregate: Aggregate): number {
  if (aggregate === 'least') return Math.min(...values)
  if (aggregate === 'greatest') return Math.max(...values)
  return aggregate === 'mean' ? values.reduce((total, value) => total + value, 0) / values.length : sumOf(values)
}
