import { libraryTables } from '../editions/library-tables.ts'
import type { Column, RowOf, Table } from '../records/table.ts'
import { tables } from '../tables.ts'
import { facts } from './facts.ts'

/** The views that are published as the tables are: each with its files, its sheet and its place in the dictionary. */
export const views = { facts } as const

/** Every published table and view, in the order in which they are offered. */
export const published = { ...tables, ...libraryTables, ...views } as const

export type PublishedKey = keyof typeof published

/** The row of a published table or view. */
export type PublishedRow<K extends PublishedKey> = RowOf<(typeof published)[K]>

/** A CSV file: its name in `csv/`, its title, the table or view that it holds, and how its columns are headed. */
export interface CsvFile {
  name: string
  title: string
  table: Table
  head: (column: Column) => string
}

/** Every CSV file: each table and view by the names of its columns, and the facts once more with Japanese heads. */
export const csvFiles: readonly CsvFile[] = [
  ...Object.values<Table>(published).map(
    (table): CsvFile => ({
      name: table.name,
      title: table.title,
      table,
      head: ({ name }) => name,
    }),
  ),
  { name: `${facts.name}-ja`, title: `${facts.title} (日本語の見出し)`, table: facts, head: ({ title }) => title },
]

/** The paths of the files of a table or view: Parquet, then CSV. */
export function pathsOf({ name }: Table): string[] {
  const ofTable = csvFiles.filter(({ table }) => table.name === name)
  return [`parquet/${name}.parquet`, ...ofTable.map((file) => `csv/${file.name}.csv`)]
}
