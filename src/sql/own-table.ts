import { literal, quotedName } from '../../loaders/warehouse/sql-words.ts'
import type { KnownTable } from './catalog.ts'

/** The most rows and columns of a table of one's own. */
export const mostOwnRows = 100_000
const mostColumns = 200
const rowsAtOnce = 500

/** A table made of a file of one's own, with the statements that make it. */
export interface OwnTable {
  table: KnownTable
  statements: readonly string[]
  rows: number
}

/** A table of the records of a file, the first its heads; codes such as 01234 stay text. Undefined where it has no row. */
export function ownTable(file: string, name: string, records: readonly (readonly string[])[]): OwnTable | undefined {
  const [heads = [], ...all] = records.filter((record) => record.some((cell) => cell.trim() !== ''))
  const rows = all.slice(0, mostOwnRows)
  if (heads.length === 0 || rows.length === 0) return undefined
  const columns = uniqueNames(heads.slice(0, mostColumns)).map((head, index) => ({ head, type: typeOf(rows.map((row) => row[index] ?? '')) }))
  const defined = columns.map(({ head, type }) => `${quotedName(head)} ${type}`).join(', ')
  const statements = [`CREATE OR REPLACE TEMP TABLE ${quotedName(name)} (${defined})`]
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const values = rows.slice(start, start + rowsAtOnce).map((row) => `(${columns.map(({ type }, index) => cellInSql(row[index] ?? '', type)).join(', ')})`)
    statements.push(`INSERT INTO ${quotedName(name)} VALUES ${values.join(',\n')}`)
  }
  const table: KnownTable = {
    name,
    title: `自分の表 (${file})`,
    columns: columns.map(({ head }) => ({ name: head, title: '' })),
    key: [],
    references: [],
  }
  return { table, statements, rows: rows.length }
}

/** Heads as names, each once; an empty one by its place. */
function uniqueNames(heads: readonly string[]): string[] {
  const seen = new Set<string>()
  return heads.map((head, index) => {
    const wanted = head.replaceAll('\0', '').replace(/\s+/g, ' ').trim() || `列${index + 1}`
    let name = wanted
    for (let again = 2; seen.has(name.toLowerCase()); again++) name = `${wanted}_${again}`
    seen.add(name.toLowerCase())
    return name
  })
}

type OwnType = 'BIGINT' | 'DOUBLE' | 'VARCHAR'

const whole = /^-?(?:0|[1-9]\d{0,17})$/
const decimal = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/

/** What all cells that are not empty can be read as. */
function typeOf(cells: readonly string[]): OwnType {
  const filled = cells.map(plain).filter((cell) => cell !== '')
  if (filled.length === 0) return 'VARCHAR'
  if (filled.every((cell) => whole.test(cell))) return 'BIGINT'
  return filled.every((cell) => decimal.test(cell)) ? 'DOUBLE' : 'VARCHAR'
}

/** A number without its thousands commas. */
function plain(cell: string): string {
  const text = cell.trim()
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
}

function cellInSql(cell: string, type: OwnType): string {
  if (cell.trim() === '') return 'NULL'
  return type === 'VARCHAR' ? literal(cell.replaceAll('\0', '')) : plain(cell)
}
