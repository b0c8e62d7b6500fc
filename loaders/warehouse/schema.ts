import { libraryTables } from '../editions/library-tables.ts'
import { type Column, isRequired, sureReferences, type Table } from '../records/table.ts'
import { tables } from '../tables.ts'
import { type Era, eras } from '../vocabulary/eras.ts'
import { noEntry } from '../vocabulary/none-marks.ts'
import { literal } from './sql-words.ts'

/** Creates `era_label`, which says a fiscal year in the Japanese calendar: era_label(2020) = 令和2年度, era_label(2019) = 令和元年度. */
function createEraLabel(): string {
  const firstYears = eras.map(({ name, firstYear }) => `WHEN ${firstYear} THEN ${literal(`${name}元年度`)}`)
  const since = (value: (era: Era) => string) => eras.map((era) => `WHEN fiscal_year > ${era.firstYear} THEN ${value(era)}`).join(' ')
  const name = `CASE ${since(({ name }) => literal(name))} ELSE '西暦' END`
  const number = `fiscal_year - CASE ${since(({ firstYear }) => `${firstYear - 1}`)} ELSE 0 END`
  return [
    `CREATE MACRO era_label(fiscal_year) AS CASE fiscal_year ${firstYears.join(' ')} ELSE format('{}{}年度', ${name}, ${number}) END`,
    `COMMENT ON MACRO era_label IS '西暦の年度を元号で: 2020 → 令和2年度'`,
  ].join(';\n')
}

/** Creates `says_none`, whether an entry says that there is nothing to enter: says_none('特になし。') is true. */
function createSaysNone(): string {
  return [
    `CREATE MACRO says_none(text) AS regexp_matches(text, ${literal(noEntry.source)})`,
    `COMMENT ON MACRO says_none IS '該当がないとだけ書かれているか: 特になし。 → true'`,
  ].join(';\n')
}

const allTables: readonly Table[] = Object.values(tables)

/** Every table by its name in the list of them, each after those that it refers to. */
export function inOrderOfReferences(): (keyof typeof tables)[] {
  const keys = Object.keys(tables) as (keyof typeof tables)[]
  return keys.sort((a, b) => depthOf(tables[a]) - depthOf(tables[b]))
}

/** How many references lead, one after another, from a table to one that refers to no other. */
function depthOf(table: Table): number {
  return Math.max(0, ...sureReferences(table).map((reference) => 1 + depthOf(tableNamed(reference.table))))
}

function tableNamed(name: string): Table {
  return allTables.find((table) => table.name === name) as Table
}

/** The statements that create every published table, after those that it refers to. */
export function createTables(): string[] {
  return [
    createEraLabel(),
    createSaysNone(),
    ...inOrderOfReferences().map((key) => createTable(tables[key])),
    ...Object.values(libraryTables).map((table) => createTable(table)),
  ]
}

/** The statements that create a table with its keys and the comments of the dictionary; in another schema than `main` it refers to tables of that, but not to plans. */
export function createTable(table: Table, schema?: string): string {
  const columns = table.columns.map(({ name, type, required }) => `${name} ${type}${required ? ' NOT NULL' : ''}`)
  const name = nameIn(schema, table)
  return [`CREATE TABLE ${name} (${[...columns, ...keysOf(table, schema)].join(', ')})`, ...comments('TABLE', table, name)].join(';\n')
}

/** The statements that create a view with the comments of the dictionary. */
export function createView(view: Table, query: string, schema?: string): string {
  const name = nameIn(schema, view)
  return [`CREATE VIEW ${name} AS ${query}`, ...comments('VIEW', view, name)].join(';\n')
}

function nameIn(schema: string | undefined, { name }: Table): string {
  return schema === undefined ? name : `${schema}.${name}`
}

function comments(kind: 'TABLE' | 'VIEW', table: Table, name: string): string[] {
  return [
    `COMMENT ON ${kind} ${name} IS ${literal(tableComment(table))}`,
    ...table.columns.map((column) => `COMMENT ON COLUMN ${name}.${column.name} IS ${literal(columnComment(column))}`),
  ]
}

/** The key of a table, which is no primary key where a column of it may be NULL, and what leads to other tables. */
function keysOf(table: Table, schema?: string): string[] {
  const key = `${isRequired(table, table.key) ? 'PRIMARY KEY' : 'UNIQUE'} (${table.key.join(', ')})`
  const references = sureReferences(table)
    .filter(({ table: other }) => schema === undefined || other !== 'plans')
    .map(
      ({ columns, table: other }) =>
        `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${nameIn(schema, tableNamed(other))} (${tableNamed(other).key.join(', ')})`,
    )
  return [key, ...references]
}

function tableComment({ title, grain, key, references = [] }: Table): string {
  const links = references.map(({ columns, table }) => `${columns.join(', ')} → ${table}`)
  const keys = key.length > 0 ? [`キー (${key.join(', ')})`] : []
  return `${title}: ${grain}。${[...keys, ...links].join('、')}`
}

function columnComment({ title, description, unit }: Column): string {
  return `${title}${unit ? ` (${unit})` : ''}: ${description}`
}
