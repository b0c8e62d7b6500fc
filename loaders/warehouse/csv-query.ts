import { type Column, isList } from '../records/table.ts'
import { csvGuarded, mayBeGuarded } from './csv-words.ts'
import type { CsvFile } from './published.ts'
import { literal } from './sql-words.ts'
import { rowsOf } from './views.ts'

/** What parts the values of a list column in CSV. */
export const csvListDelimiter = ';'

const byteOrderMark = '\ufeff'

/** The statement that writes a CSV file to a path (UTF-8 with a byte order mark, for Excel), where the views were answered. */
export function copyToCsv(file: CsvFile, path: string): string {
  return `COPY (${csvQuery(file)}) TO ${literal(path)} (FORMAT csv, HEADER true)`
}

/** The rows as text; the name of the first column begins with the byte order mark, so that the file does. */
function csvQuery({ table, head }: CsvFile): string {
  const columns = table.columns.map((column, index) => `${csvCell(column)} AS "${index === 0 ? byteOrderMark : ''}${head(column)}"`)
  return `SELECT ${columns.join(', ')} FROM ${rowsOf(table)}`
}

/** A cell of CSV: a list as its values, a text guarded, a whole number of a column with decimals without `.0`. */
function csvCell(column: Column): string {
  const { name, type } = column
  if (type === 'DOUBLE') return `regexp_replace(${name}::VARCHAR, '\\.0$', '')`
  const text = isList(type) ? `array_to_string(${name}, ${literal(csvListDelimiter)})` : name
  return mayBeGuarded(column) ? `regexp_replace(${text}, ${literal(csvGuarded)}, ${literal("'\\0")})` : text
}
