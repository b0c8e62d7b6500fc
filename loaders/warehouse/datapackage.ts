import { readContact } from '../document/publication.ts'
import { type Column, isRequired, type SqlValues, sureReferences, type Table } from '../records/table.ts'
import type { Row, TableRows } from '../tables.ts'
import { csvListDelimiter } from './csv-query.ts'
import { csvGuarded, csvGuardNote, mayBeGuarded } from './csv-words.ts'
import type { FileEntry } from './file-entry.ts'
import { alike, keywords, licenceAddress, packageDescription } from './package-words.ts'
import { type CsvFile, csvFiles } from './published.ts'

const profiles = 'https://datapackage.org/profiles/2.0'

const fieldTypes: Readonly<Record<keyof SqlValues, object>> = {
  VARCHAR: { type: 'string' },
  INTEGER: { type: 'integer' },
  BIGINT: { type: 'integer' },
  DOUBLE: { type: 'number' },
  BOOLEAN: { type: 'boolean' },
  DATE: { type: 'date' },
  'VARCHAR[]': { type: 'list', itemType: 'string', delimiter: csvListDelimiter },
  'INTEGER[]': { type: 'list', itemType: 'integer', delimiter: csvListDelimiter },
}

/**
 * The warehouse as a Data Package (https://datapackage.org, version 2): its tables as CSV with their Parquet twins.
 * What `plan.json` says of how the data are published stands in it where all plans say it alike, contributors of each.
 */
export function dataPackage(rows: TableRows, files: readonly FileEntry[]): object {
  const [plan] = rows.plans
  return {
    $schema: `${profiles}/datapackage.json`,
    name: rows.plans.length === 1 && plan ? packageName(plan.plan_id) : 'reform-results',
    title: packageTitle(rows),
    description: packageDescription,
    keywords,
    ...published(rows.plans),
    sources: rows.plans.map(source),
    resources: csvFiles.map((file) => resource(file, files)),
  }
}

function published(plans: TableRows['plans']): object {
  const [homepage, licence] = [alike(plans, 'source_url'), alike(plans, 'licence')]
  const publishers = distinct(plans.map(({ publisher }) => publisher))
  const contacts = distinct(plans.map(({ contact }) => contact))
  const people = [...publishers.map(publisher), ...contacts.map(contact)]
  return {
    ...(homepage !== null && { homepage }),
    ...(licence !== null && { licenses: [license(licence)] }),
    ...(people.length > 0 && { contributors: people }),
  }
}

function distinct(said: readonly (string | null)[]): string[] {
  return [...new Set(said.filter((each) => each !== null))]
}

function publisher(title: string): object {
  return { title, roles: ['publisher'] }
}

function contact(text: string): object {
  const { name, mail, address } = readContact(text) ?? { name: text, mail: null, address: null }
  const reached = { ...(mail !== null && { email: mail }), ...(address !== null && { path: address }) }
  return { title: name ?? text, ...reached, roles: ['contact'] }
}

function license(licence: string): object {
  const path = licenceAddress(licence)
  return path === licence ? { path } : { name: licence, path }
}

function source({ source_name, source_sha256, source_url }: Row<'plans'>): object {
  return { title: source_name, ...(source_url !== null && { path: source_url }), hash: `sha256:${source_sha256}` }
}

/** The titles of the plans of a warehouse. */
export function packageTitle({ plans }: TableRows): string {
  return plans.map(({ title, plan_id }) => title ?? plan_id).join('、')
}

/** The column that a column of a reference stands for in the table it refers to. */
export function referencedColumn(column: string): string {
  if (column.endsWith('_plan_id')) return 'plan_id'
  return column.endsWith('_figure_no') ? 'figure_no' : column
}

/** Whether nothing in a cell of CSV is an empty text rather than NULL: a text that is never NULL, such as a blank line's. */
export function mayBeEmpty({ type, required }: { type: Column['type']; required: true | undefined }): boolean {
  return type === 'VARCHAR' && required === true
}

function packageName(planId: string): string {
  return /^[a-z0-9._-]+$/.test(planId) ? planId : 'reform-results'
}

function resource({ name, title, table, head }: CsvFile, files: readonly FileEntry[]): object {
  const path = `csv/${name}.csv`
  const csv = files.find((file) => file.path === path)
  const references = sureReferences(table)
  return {
    $schema: `${profiles}/dataresource.json`,
    name,
    type: 'table',
    title,
    description: table.grain,
    path,
    ...(name === table.name && { parquet: `parquet/${name}.parquet` }),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(csv && { bytes: csv.bytes, hash: `sha256:${csv.sha256}` }),
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: table.columns.map((column) => field(column, head(column))),
      ...keys(table),
      ...(references.length > 0 && {
        foreignKeys: references.map(({ columns, table: resource }) => ({
          fields: columns.map((name) => headOf(table, name, head)),
          reference: { resource, fields: columns.map(referencedColumn) },
        })),
      }),
      missingValues: [''],
    },
  }
}

/** The head of the column of a name. */
function headOf({ columns }: Table, name: string, head: CsvFile['head']): string {
  return head(columns.find((column) => column.name === name) as Column)
}

/** A column under its head; `csvGuard` is of our own: which cells lead with an apostrophe that is not the text's. */
function field(column: Column, name: string): object {
  const { type, title, description, unit, required, values, minimum } = column
  return {
    name,
    title,
    description,
    ...fieldTypes[type],
    ...(unit && { unit }),
    ...(mayBeEmpty({ type, required }) && { missingValues: [] }),
    ...(mayBeGuarded(column) && { csvGuard: { prefix: "'", pattern: csvGuarded, description: csvGuardNote } }),
    constraints: { required: required ?? false, ...(values && { enum: values }), ...(minimum !== undefined && { minimum }) },
  }
}

/** A key whose columns may be NULL is no primary key in a Data Package; it is stated as a unique key. */
function keys(table: Table): object {
  if (table.key.length === 0) return {}
  return isRequired(table, table.key) ? { primaryKey: table.key } : { uniqueKeys: [table.key] }
}
