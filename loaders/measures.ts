import type { Column, Measure, Table } from './records/table.ts'
import { tables } from './tables.ts'

/** A measured column of a table: its id in the table of facts, such as effects_yen, and what it measures. */
export interface TableMeasure {
  id: string
  table: Table
  column: Column
  measure: Measure
}

/** Every measured column, in the order of the tables and their columns. */
export const measures: readonly TableMeasure[] = Object.values<Table>(tables).flatMap(measuresOf)

function measuresOf(table: Table): TableMeasure[] {
  return table.columns.flatMap((column) => {
    const { measure } = column
    return measure ? [{ id: measureId(table, column), table, column, measure }] : []
  })
}

/** The table and the column; of an amount, its unit alone. */
function measureId({ name }: Table, column: Column): string {
  return `${name}_${column.name.replace(/^amount_/, '')}`
}
