import type { Question } from '../questions/questions.ts'

/** What the page's script is told while the site is built. */
export interface Setup {
  plan: string
  /** the code of the municipality, with which the names of downloads begin; null where it is not known */
  code: string | null
  /** where the root of the site is, seen from the page */
  root: string
  questions: readonly Question[]
  /** the published tables */
  tables: readonly KnownTable[]
  /** for each choice its values with the words for them */
  options: Readonly<Record<'item' | 'year' | 'department', readonly { value: string; title: string }[]>>
}

/** A table or view as the editor knows it: its name with its schema where that is not the first, its title, its columns with theirs. */
export interface KnownTable {
  name: string
  title: string
  columns: readonly { name: string; title: string }[]
  key: readonly string[]
  /** the table that a list of its columns leads to */
  references: readonly { columns: readonly string[]; table: string }[]
}

/** Asks for the columns of the views made for pages. */
export const martColumnsSql = `SELECT schema_name || '.' || table_name, list(column_name ORDER BY column_index)
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'marts'
GROUP BY ALL
ORDER BY 1`

/** The views of an answer to `martColumnsSql`; a column has the title of the published column of its name. */
export function martTables(rows: readonly (readonly unknown[])[], published: readonly KnownTable[]): KnownTable[] {
  const titles = new Map(published.flatMap(({ columns }) => columns.map(({ name, title }) => [name, title] as const)).reverse())
  return rows.map(([name, columns]) => ({
    name: String(name),
    title: '集計',
    columns: (columns as readonly string[]).map((column) => ({ name: column, title: titles.get(column) ?? '' })),
    key: [],
    references: [],
  }))
}
