import type { Column, Table } from '../records/table.ts'

/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The statements that create a table with the comments of the dictionary. */
export function createTable(table: Table): string {
  const columns = table.columns.map(({ name, type, required }) => `${name} ${type}${required ? ' NOT NULL' : ''}`)
  return [
    `CREATE TABLE ${table.name} (${columns.join(', ')})`,
    `COMMENT ON TABLE ${table.name} IS ${literal(tableComment(table))}`,
    ...table.columns.map((column) => `COMMENT ON COLUMN ${table.name}.${column.name} IS ${literal(columnComment(column))}`),
  ].join(';\n')
}

function tableComment({ title, grain, key, references = [] }: Table): string {
  const links = references.map(({ columns, table }) => `${columns.join(', ')} → ${table}`)
  return `${title}: ${grain}。${[`キー (${key.join(', ')})`, ...links].join('、')}`
}

function columnComment({ title, description, unit }: Column): string {
  return `${title}${unit ? ` (${unit})` : ''}: ${description}`
}
