import { Table } from 'arquero'
import type { Row } from '../../loaders/tables.ts'
import { decoded } from '../format/address.ts'
import { own } from '../format/own.ts'
import { bothYears } from '../format/years.ts'
import { loadScript } from '../markup/load-script.ts'
import type { Catalog, CatalogTable, Dimension } from './catalog.ts'
import { type DataRow, loadedRows, rowsPath, type Value } from './rows-script.ts'

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
    const dimensions = catalog.dimensions.map((dimension) => {
      const owners = rows.map((row) => (dimension.ofItem ? byNumber.get(row.item_no ?? null) : row))
      const keys = owners.map((owner) => keyOf(owner?.[dimension.unified ?? dimension.name]))
      columns[dimension.name] = keys
      const names = owners.map((owner) => keyOf(owner?.[dimension.name]))
      return dimension.unified === undefined ? dimension : { ...dimension, labels: spellings(keys, names) }
    })
    const spelt = { ...catalog, dimensions }
    columns[wordsColumn] = rows.map((row, index) => words(spelt, row, (dimension) => columns[dimension.name]?.[index] ?? ''))
    return { catalog: spelt, rows, keys: new Table(columns) }
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

/** The rows of a table; rejects with the address of their script where it cannot be loaded. */
async function readRows(name: string, planId: string): Promise<readonly DataRow[]> {
  const address = new URL(rowsPath(encodeURIComponent(planId), name), document.baseURI).href
  await loadScript(address)
  const rows = loadedRows(name)
  if (!rows) throw new Error(decoded(address))
  return rows
}

/** For each key the spelling that most rows print; of equals the first. */
function spellings(keys: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  const counts = new Map<string, Map<string, number>>()
  keys.forEach((key, index) => {
    const name = names[index] as string
    const ofKey = counts.get(key) ?? new Map<string, number>()
    counts.set(key, ofKey.set(name, (ofKey.get(name) ?? 0) + 1))
  })
  return Object.fromEntries([...counts].map(([key, ofKey]) => [key, [...ofKey].reduce((most, other) => (other[1] > most[1] ? other : most))[0]]))
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
