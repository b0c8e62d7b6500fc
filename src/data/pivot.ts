import { from, op } from 'arquero'

/** A row of a pivot: its key, and a value for each column, undefined where no row states one. */
export interface PivotRow<C> {
  key: string
  values: Map<C, number | undefined>
}

/** Rows turned into a table with a line for each key and a column for each year, in the order the keys first come. */
export function pivotByYear(rows: readonly { key: string; year: number; value: number }[]): { years: number[]; lines: PivotRow<number>[] } {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)
  const wide = from([...rows])
    .groupby('key')
    .pivot('year', { value: (row: { value: number }) => op.sum(row.value) })
  const lines = (wide.objects() as Record<string, string | number | undefined>[]).map((row) => ({
    key: String(row.key),
    values: new Map(years.map((year) => [year, row[year] as number | undefined])),
  }))
  return { years, lines }
}
