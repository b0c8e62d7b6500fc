import { BitSet, type Table } from 'arquero'
import { decimalsOf } from '../format/numbers.ts'
import type { Dimension, Measure } from './catalog.ts'
import { measureOf, rowCount } from './catalog.ts'
import { fold, type LoadedTable, wordsColumn } from './load.ts'
import type { Aggregate, Question } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** A group of rows and the one number they come to; null where none of them states one, or where their units differ. */
export interface Cell {
  rows: readonly number[]
  value: number | null
  decimals: number
  unit: string
  hasMixedUnits: boolean
}

/** The answer to a question: groups in order, a cell for each pair of them that has rows, and the sums. */
export interface Answer {
  rowKeys: readonly string[]
  columnKeys: readonly string[]
  cell(rowKey: string, columnKey: string): Cell | undefined
  rowTotal(rowKey: string): Cell
  columnTotal(columnKey: string): Cell
  all: Cell
  /** the rows that each key of a dimension would give, all other filters kept */
  counts(dimension: string): ReadonlyMap<string, number>
}

/** Answers a question from a loaded table. */
export function answer(loaded: LoadedTable, question: Question): Answer {
  const { catalog, rows, keys } = loaded
  const summarise = (indices: readonly number[]) => summary(indices, rows, measureOf(catalog, question.measure), question.aggregate)
  const kept = keepRows(keys, isKept(loaded, question))
  const groups = (...names: string[]) => groupRows(kept, names)
  const cells = new Map(groups(question.rows, question.columns).map(({ key, indices }) => [key, summarise(indices)]))
  const rowTotals = new Map(groups(question.rows).map(({ key, indices }) => [key, summarise(indices)]))
  const columnTotals = new Map(groups(question.columns).map(({ key, indices }) => [key, summarise(indices)]))
  const rowKeys = sortKeys([...rowTotals.keys()], dimensionOf(loaded, question.rows))
  const value = (key: string) => rowTotals.get(key)?.value ?? Number.NEGATIVE_INFINITY
  if (question.order === 'greatest') rowKeys.sort((a, b) => value(b) - value(a) || 0)
  return {
    rowKeys,
    columnKeys: sortKeys([...columnTotals.keys()], dimensionOf(loaded, question.columns)),
    cell: (rowKey, columnKey) => cells.get(joinKeys([rowKey, columnKey])),
    rowTotal: (key) => rowTotals.get(key) as Cell,
    columnTotal: (key) => columnTotals.get(key) as Cell,
    all: summarise([...kept.indices()]),
    counts: (name) => countKeys(loaded, question, name),
  }
}

/** The dimension of a name. */
export function dimensionOf({ catalog }: LoadedTable, name: string): Dimension | undefined {
  return catalog.dimensions.find((dimension) => dimension.name === name)
}

/** Whether a row stays: parts or wholes, the words searched for, and every filter but one that is set aside. */
function isKept({ catalog, rows, keys }: LoadedTable, question: Question, aside?: string): (index: number) => boolean {
  const { partColumn } = catalog
  const tests = Object.entries(question.filters)
    .filter(([name]) => name !== aside)
    .map(([name, wanted]) => ({ column: keys.column(name), wanted: new Set(wanted) }))
  const words = keys.column(wordsColumn)
  const searched = fold(question.search).split(/\s+/).filter(Boolean)
  return (index) => {
    if (partColumn !== undefined && (rows[index]?.[partColumn] === null) !== (question.parts === 'wholes')) return false
    if (!tests.every(({ column, wanted }) => wanted.has(String(column?.at(index))))) return false
    return searched.every((word) => String(words?.at(index)).includes(word))
  }
}

/** A table of the rows that pass a test. Arquero's own filter compiles its test, which the page's policy forbids. */
function keepRows(table: Table, test: (index: number) => boolean): Table {
  const filter = new BitSet(table.totalRows())
  for (let index = 0; index < table.totalRows(); index++) if (test(index)) filter.set(index)
  return table.create({ filter })
}

/** Rows by the keys of some dimensions (one that has no name gives one group), in the order they first come. */
function groupRows(table: Table, names: readonly string[]): { key: string; indices: readonly number[] }[] {
  const columns = names.map((name) => (name === '' ? undefined : table.column(name)))
  const numbers = new Map<string, number>()
  const keys = new Uint32Array(table.totalRows())
  const rows: number[] = []
  table.scan((row) => {
    const key = joinKeys(columns.map((column) => (column === undefined ? '' : String(column.at(row as number)))))
    const number = numbers.get(key) ?? rows.push(row as number) - 1
    numbers.set(key, number)
    keys[row as number] = number
  })
  if (rows.length === 0) return []
  const parted = table.create({ groups: { keys, rows, size: rows.length, names: [], get: [] } }).partitions()
  return [...numbers].map(([key, number]) => ({ key, indices: [...(parted[number] as ArrayLike<number> as number[])] }))
}

function joinKeys(keys: readonly string[]): string {
  return keys.join('\u0000')
}

function countKeys(loaded: LoadedTable, question: Question, name: string): ReadonlyMap<string, number> {
  const all = groupRows(loaded.keys, [name]).map(({ key }) => key)
  const kept = new Map(groupRows(keepRows(loaded.keys, isKept(loaded, question, name)), [name]).map(({ key, indices }) => [key, indices.length]))
  return new Map(sortKeys(all, dimensionOf(loaded, name)).map((key) => [key, kept.get(key) ?? 0]))
}

/** Keys in order: numbers and days by value, codes as the dictionary lists them, words as they first come; none stated comes last. */
function sortKeys(keys: readonly string[], dimension: Dimension | undefined): string[] {
  const listed = Object.keys(dimension?.labels ?? {})
  const place = (key: string) => (listed.includes(key) ? listed.indexOf(key) : listed.length)
  const order = (a: string, b: string) => {
    if (dimension?.kind === 'date') return a < b ? -1 : 1
    return dimension?.kind === 'words' ? place(a) - place(b) : Number(a) - Number(b)
  }
  return [...keys].sort((a, b) => Number(a === '') - Number(b === '') || order(a, b))
}

/** The number that some rows come to, never over different units. */
function summary(indices: readonly number[], rows: readonly DataRow[], measure: Measure, aggregate: Aggregate): Cell {
  if (measure.name === rowCount.name) return { rows: indices, value: indices.length, decimals: 0, unit: '行', hasMixedUnits: false }
  const stated = indices.map((index) => rows[index] as DataRow).filter((row) => typeof row[measure.name] === 'number')
  const units = new Set(stated.map((row) => measure.unit ?? String(row[measure.unitColumn ?? ''] ?? '')))
  const [unit = ''] = units
  if (stated.length === 0 || units.size > 1) return { rows: indices, value: null, decimals: 0, unit: '', hasMixedUnits: units.size > 1 }
  const values = stated.map((row) => row[measure.name] as number)
  const decimals = aggregate === 'mean' && values.length > 1 ? (unit === '円' ? 0 : 1) : Math.max(...values.map(decimalsOf))
  return { rows: indices, value: round(combine(values, aggregate), decimals), decimals, unit, hasMixedUnits: false }
}

function combine(values: readonly number[], aggregate: Aggregate): number {
  if (aggregate === 'least') return Math.min(...values)
  if (aggregate === 'greatest') return Math.max(...values)
  const sum = values.reduce((total, value) => total + value, 0)
  return aggregate === 'mean' ? sum / values.length : sum
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
