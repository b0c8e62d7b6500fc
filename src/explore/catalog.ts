/** A way to sort rows of a table into groups. */
export interface Dimension {
  name: string
  title: string
  /** the words for codes of the column */
  labels: Readonly<Record<string, string>>
  kind: 'item' | 'fiscal-year' | 'date' | 'words'
  /** the value stands with the item of the row, not in the row */
  ofItem: boolean
}

/** A number of a table that can be summed up: its column, title and unit. */
export interface Measure {
  name: string
  title: string
  /** the unit, or undefined where each row names its own in `unitColumn` */
  unit?: string | undefined
  unitColumn?: string | undefined
  /** whether a sum over rows means something; else only mean, least and greatest do */
  isAdditive: boolean
  /** computed from the document, not printed in it */
  isComputed: boolean
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
