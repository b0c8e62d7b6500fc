import { Table } from 'arquero'
import { parquetReadObjects } from 'hyparquet'
import { decompressZstd } from 'hyparquet-compressors'
import type { Row } from '../../loaders/tables.ts'
import { own } from '../format/own.ts'
import { bothYears } from '../format/years.ts'
import type { Catalog, CatalogTable, Dimension } from './catalog.ts'

/** A value of a row. */
export type Value = string | number | boolean | null | readonly string[]

/** A row of a table as its Parquet file holds it. */
export type DataRow = Readonly<Record<string, Value>>

/** A table ready to be asked: its rows, and an Arquero table with the key of each dimension and each row's words. */
export interface LoadedTable {
  catalog: CatalogTable
  rows: readonly DataRow[]
  keys: Table
}

/** The column of an Arquero table that holds the words of its rows, to be searched. */
export const wordsColumn = 'words'

/** Reads tables of a plan, each once. */
export class Loader {
  readonly #catalog: Catalog
  readonly #rows = new Map<string, Promise<readonly DataRow[]>>()
  readonly #tables = new Map<string, Promise<LoadedTable>>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** A table with the keys of all its dimensions. */
  table(name: string): Promise<LoadedTable> {
    const found = this.#tables.get(name) ?? this.#load(name)
    this.#tables.set(name, found)
    return found
  }

  /** The numbers of the document by their number, to link to. */
  async figures(): Promise<ReadonlyMap<number, Row<'figures'>>> {
    const rows = (await this.#read('figures')) as readonly Row<'figures'>[]
    return new Map(rows.map((figure) => [figure.figure_no, figure]))
  }

  async #load(name: string): Promise<LoadedTable> {
    const catalog = this.#withItems(this.#catalog.tables.find((table) => table.name === name) as CatalogTable)
    const [rows, items] = await Promise.all([this.#read(name), this.#read('items')])
    const byNumber = new Map(items.map((item) => [item.item_no, item]))
    const columns: Record<string, string[]> = {}
    for (const dimension of catalog.dimensions)
      columns[dimension.name] = rows.map((row) => keyOf((dimension.ofItem ? byNumber.get(row.item_no ?? null) : row)?.[dimension.name]))
    columns[wordsColumn] = rows.map((row, index) => words(catalog, row, (dimension) => columns[dimension.name]?.[index] ?? ''))
    return { catalog, rows, keys: new Table(columns) }
  }

  #withItems(table: CatalogTable): CatalogTable {
    const { items } = this.#catalog
    return { ...table, dimensions: table.dimensions.map((dimension) => (dimension.kind === 'item' ? { ...dimension, labels: items } : dimension)) }
  }

  #read(name: string): Promise<readonly DataRow[]> {
    const found = this.#rows.get(name) ?? readRows(name, this.#catalog.planId)
    this.#rows.set(name, found)
    return found
  }
}

async function readRows(name: string, planId: string): Promise<readonly DataRow[]> {
  const response = await fetch(`./files/parquet/${name}.parquet`)
  if (!response.ok) throw new Error(`files/parquet/${name}.parquet: ${response.status}`)
  const rows = await parquetReadObjects({ file: await response.arrayBuffer(), compressors: { ZSTD: (bytes) => decompressZstd(bytes) } })
  return rows.filter((row) => row.plan_id === planId).map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])))
}

/** BIGINT as number, DATE as ISO 8601 text: the one place where values change their type. */
function plain(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return (value ?? null) as Value
}

/** The key of a group: its value as text, nothing where the document states none. */
function keyOf(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** The words for a key of a dimension. */
export function labelOf(dimension: Dimension, key: string): string {
  if (key === '') return '(記載なし)'
  if (dimension.kind === 'fiscal-year') return bothYears(Number(key))
  if (dimension.kind === 'date') return key.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
  return own(dimension.labels, key) ?? key
}

function words(catalog: CatalogTable, row: DataRow, key: (dimension: Dimension) => string): string {
  const labels = catalog.dimensions.map((dimension) => labelOf(dimension, key(dimension)))
  return fold([...labels, ...Object.values(row).filter((value) => typeof value === 'string')].join(' '))
}

/** Text as it is searched: full and half width, upper and lower case alike. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
