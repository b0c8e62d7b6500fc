import { type Column, isList, isRequired, type SqlValues, sureReferences } from '../records/table.ts'
import type { TableRows } from '../tables.ts'
import { csvListDelimiter } from './csv-query.ts'
import { csvGuardNote, mayBeGuarded } from './csv-words.ts'
import { mayBeEmpty, packageTitle, referencedColumn } from './datapackage.ts'
import { alike, licenceAddress } from './package-words.ts'
import { type CsvFile, csvFiles } from './published.ts'

const bases: Readonly<Record<keyof SqlValues, object>> = {
  VARCHAR: { base: 'string' },
  INTEGER: { base: 'int' },
  BIGINT: { base: 'long' },
  DOUBLE: { base: 'double' },
  BOOLEAN: { base: 'boolean', format: 'true|false' },
  DATE: { base: 'date', format: 'yyyy-MM-dd' },
  'VARCHAR[]': { base: 'string' },
  'INTEGER[]': { base: 'int' },
}

/** The CSV files as CSV on the Web (https://www.w3.org/TR/tabular-metadata/): what each table and column is, beside `csv/`. */
export function csvw(rows: TableRows): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'ja' }],
    'dc:title': packageTitle(rows),
    ...published(rows.plans),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, headerRowCount: 1 },
    tables: csvFiles.map(describeFile),
  }
}

/** Publisher and licence of the data, where all plans have the same. */
function published(plans: TableRows['plans']): object {
  const [publisher, licence] = [alike(plans, 'publisher'), alike(plans, 'licence')]
  return {
    ...(publisher !== null && { 'dc:publisher': publisher }),
    ...(licence !== null && { 'dc:license': { '@id': licenceAddress(licence) } }),
  }
}

function describeFile({ name, title, table, head }: CsvFile): object {
  const references = sureReferences(table).filter(({ columns }) => isRequired(table, columns))
  return {
    url: csvPath(name),
    'dc:title': title,
    'dc:description': table.grain,
    tableSchema: {
      columns: table.columns.map((column) => describeColumn(column, head)),
      ...(table.key.length > 0 && isRequired(table, table.key) && { primaryKey: table.key }),
      ...(references.length > 0 && {
        foreignKeys: references.map(({ columns, table: other }) => ({
          columnReference: columns,
          reference: { resource: csvPath(other), columnReference: columns.map(referencedColumn) },
        })),
      }),
    },
  }
}

function csvPath(table: string): string {
  return `csv/${table}.csv`
}

/** A column; its first title is its head in the file. */
function describeColumn(column: Column, head: CsvFile['head']): object {
  const { name, type, title, description, unit, required, values, minimum } = column
  return {
    name,
    titles: [...new Set([head(column), title])],
    'dc:description': description,
    datatype: {
      ...bases[type],
      ...(values && { format: values.map(asPattern).join('|') }),
      ...(minimum !== undefined && { minimum }),
    },
    required: required ?? false,
    ...(mayBeEmpty({ type, required }) && { null: [] }),
    ...(mayBeGuarded(column) && { 'rdfs:comment': csvGuardNote }),
    ...(isList(type) && { separator: csvListDelimiter }),
    ...(unit && { 'schema:unitText': unit }),
  }
}

/** A text as a regular expression that it alone fits. */
function asPattern(text: string): string {
  return text.replace(/[()[\]{}.*+?^$|\\]/g, (sign) => `\\${sign}`)
}
