import type { Municipality } from '../format/municipality.ts'

/** A way to sort rows of a table into groups. */
export interface Dimension {
  name: string
  title: string
  /** the words for codes of the column */
  labels: Readonly<Record<string, string>>
  kind: 'item' | 'fiscal-year' | 'date' | 'words'
  /** the value stands with the item of the row, not in the row */
  ofItem: boolean
  /** the column with the one spelling of what `name` holds as it is printed, where there is one: rows of one spelling are one group */
  unified?: string | undefined
}

/** A number of a table that can be summed up: its column, title and unit. */
export interface Measure {
  name: string
  title: string
  /** the unit, or undefined where each row names its own in `unitColumn` */
  unit?: string | undefined
  unitColumn?: string | undefined
  /** whether a sum over rows means something */
  isAdditive: boolean
  /** computed from the document, not printed in it */
  isComputed: boolean
  /** the rows whose value is what there is in a year: those with this word in a column. They are not added up over years */
  stock?: { column: string; word: string } | undefined
  /** what an item was to come to in a year, where the document says so once */
  goals?: readonly Goal[] | undefined
}

/** A target or plan of an item for a fiscal year, with the line that states it. */
export interface Goal {
  itemNo: number
  fiscalYear: number
  value: number
  line: number
}

/** Rows by what they have in some columns, joined by a blank. */
export interface RowSet {
  columns: readonly string[]
  keys: readonly string[]
}

/** A table that the explorer offers. */
export interface CatalogTable {
  name: string
  title: string
  grain: string
  rowCount: number
  dimensions: readonly Dimension[]
  measures: readonly Measure[]
  /** columns with sentences of the document, shown with its rows */
  texts: readonly { name: string; title: string }[]
  notes: readonly Note[]
  /** the column that tells parts from their wholes: NULL is a whole */
  partColumn?: string | undefined
  /** the columns that a whole has in common with its parts, where these make up all of it */
  wholeColumns?: readonly string[] | undefined
  /** the column that says of a row that it is counted elsewhere, and so left out */
  repeatColumn?: string | undefined
  /** the rows that are receipts of donations; undefined where there are none */
  donations?: RowSet | undefined
  /** the columns whose values must be the same in two years for a rate between them */
  likeColumns?: readonly string[] | undefined
  /** items whose amounts may not be added up, by their numbers */
  openItems: readonly number[]
}

/** What must be known of a table's rows of an item: where the document contradicts itself, or what its amounts are. */
export interface Note {
  itemNo: number
  text: string
}

/** What the explorer of a plan can ask. */
export interface Catalog {
  planId: string
  /** where the root of the site is, seen from the page */
  root: string
  /** whose rows they are, for what is taken along */
  municipality?: Municipality | undefined
  /** where and when, as every card says it */
  scope: string
  /** the names of items by their numbers: the labels of every dimension of items */
  items: Readonly<Record<string, string>>
  tables: readonly CatalogTable[]
}

/** The measure that every table has: how many rows there are. */
export const rowCount: Measure = { name: 'rows', title: '件数', unit: '行', isAdditive: true, isComputed: true }

/** The measure of a name; the number of rows where the table has none of it. */
export function measureOf(table: CatalogTable, name: string): Measure {
  return table.measures.find((measure) => measure.name === name) ?? rowCount
}

/** Whether a row is one of a set. */
export function isIn({ columns, keys }: RowSet, row: Readonly<Record<string, unknown>>): boolean {
  return keys.includes(columns.map((column) => String(row[column])).join(' '))
}
