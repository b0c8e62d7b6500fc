import type { Column, Table } from '../records/table.ts'

/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The statements that create a table with the comments of the dictionary. */
export function createTable(table: Table): string {
  const columns = table.columns.map(({ name, type, required }) => `${name} ${type}${required ? ' NOT NULL' : ''}`)
  return [`CREATE TABLE ${table.name} (${columns.join(', ')})`, ...comments('TABLE', table)].join(';\n')
}

/** The statements that create a view with the comments of the dictionary. */
export function createView(view: Table, query: string): string {
  return [`CREATE VIEW ${view.name} AS ${query}`, ...comments('VIEW', view)].join(';\n')
}

function comments(kind: 'TABLE' | 'VIEW', table: Table): string[] {
  return [
    `COMMENT ON ${kind} ${table.name} IS ${literal(tableComment(table))}`,
    ...table.columns.map((column) => `COMMENT ON COLUMN ${table.name}.${column.name} IS ${literal(columnComment(column))}`),
  ]
}

function tableComment({ title, grain, key, references = [] }: Table): string {
  const links = references.map(({ columns, table }) => `${columns.join(', ')} → ${table}`)
  const keys = key.length > 0 ? [`キー (${key.join(', ')})`] : []
  return `${title}: ${grain}。${[...keys, ...links].join('、')}`
}

function columnComment({ title, description, unit }: Column): string {
  return `${title}${unit ? ` (${unit})` : ''}: ${description}`
}
