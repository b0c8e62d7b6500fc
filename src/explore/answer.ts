import { BitSet, type Table } from 'arquero'
import type { Dimension } from './catalog.ts'
import { measureOf } from './catalog.ts'
import { type Cell, emptyCell, summary } from './cell.ts'
import { type Entry, entriesOf } from './entries.ts'
import { fold, type LoadedTable, labelOf, wordsColumn } from './load.ts'
import { type Question, timeDimension } from './question.ts'
import { type CellAt, viewCells } from './views.ts'

/** The answer to a question: groups in order, a cell for each pair of them that has rows, and what all of a group come to. */
export interface Answer {
  rowKeys: readonly string[]
  columnKeys: readonly string[]
  cell(rowKey: string, columnKey: string): Cell | undefined
  rowTotal(rowKey: string): Cell
  columnTotal(columnKey: string): Cell
  all: Cell
  /** what all of it comes to as values, however it is looked at */
  whole: Cell
  /** the rows that each key of a dimension would give, all other filters kept */
  counts(dimension: string): ReadonlyMap<string, number>
}

/** Answers a question from a loaded table. */
export function answer(loaded: LoadedTable, question: Question): Answer {
  const { catalog } = loaded
  const measure = measureOf(catalog, question.measure)
  const entries = entriesOf(loaded, question, measure)
  const keyAt = keysOf(loaded, question)
  const summarise = (indices: readonly number[]) =>
    summary(
      indices.map((index) => entries.get(index) as Entry),
      loaded,
      measure,
      question.aggregate,
    )
  const kept = keepRows(loaded.keys, isKept(loaded, question, entries, keyAt))
  const groups = (...names: string[]) => new Map(groupRows(kept, names, keyAt).map(({ key, indices }) => [key, summarise(indices)]))
  const [cells, rowTotals, columnTotals] = [groups(question.rows, question.columns), groups(question.rows), groups(question.columns)]
  const whole = summarise([...kept.indices()])
  const at: CellAt = (rowKey, columnKey) => {
    if (rowKey === undefined) return columnKey === undefined ? whole : columnTotals.get(columnKey)
    return columnKey === undefined ? rowTotals.get(rowKey) : cells.get(joinKeys([rowKey, columnKey]))
  }
  const rowKeys = sortKeys([...rowTotals.keys()], dimensionOf(loaded, question.rows))
  const columnKeys = sortKeys([...columnTotals.keys()], dimensionOf(loaded, question.columns))
  const value = (key: string) => rowTotals.get(key)?.value ?? Number.NEGATIVE_INFINITY
  if (question.order === 'greatest') rowKeys.sort((a, b) => value(b) - value(a) || 0)
  const view = viewCells(question.view, { loaded, at, years: yearsOf(loaded, question, { rowKeys, columnKeys }), goals: measure.goals ?? [] })
  return {
    rowKeys,
    columnKeys,
    cell: view,
    rowTotal: (key) => view(key, undefined) ?? emptyCell,
    columnTotal: (key) => view(undefined, key) ?? emptyCell,
    all: view(undefined, undefined) ?? emptyCell,
    whole,
    counts: (name) => countKeys(loaded, name, keyAt, isKept(loaded, question, entries, keyAt, name)),
  }
}

/** Which way the fiscal years of a question go; undefined where it has none. */
function yearsOf(loaded: LoadedTable, question: Question, { rowKeys, columnKeys }: Pick<Answer, 'rowKeys' | 'columnKeys'>) {
  const time = timeDimension(loaded.catalog, question)
  if (time?.kind !== 'fiscal-year') return undefined
  const name = (key: string) => labelOf(time, key)
  return time.name === question.rows ? { along: 'rows' as const, keys: rowKeys, name } : { along: 'columns' as const, keys: columnKeys, name }
}

/** The key of a dimension at a place of the table; parts that stand for their whole have none of what tells them apart. */
type KeyAt = (name: string, index: number) => string

function keysOf({ catalog, keys }: LoadedTable, question: Question): KeyAt {
  const { partColumn } = catalog
  return (name, index) => (name === partColumn && question.parts === 'wholes' ? '' : String(keys.column(name)?.at(index)))
}

/** The dimension of a name. */
export function dimensionOf({ catalog }: LoadedTable, name: string): Dimension | undefined {
  return catalog.dimensions.find((dimension) => dimension.name === name)
}

/** Whether a row stays: entries of the question, the words searched for, and every filter but one that is set aside. */
function isKept({ keys }: LoadedTable, question: Question, entries: ReadonlyMap<number, Entry>, keyAt: KeyAt, aside?: string): (index: number) => boolean {
  const tests = Object.entries(question.filters)
    .filter(([name]) => name !== aside)
    .map(([name, wanted]) => ({ name, wanted: new Set(wanted) }))
  const words = keys.column(wordsColumn)
  const searched = fold(question.search).split(/\s+/).filter(Boolean)
  return (index) => {
    if (!entries.has(index)) return false
    if (!tests.every(({ name, wanted }) => wanted.has(keyAt(name, index)))) return false
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
function groupRows(table: Table, names: readonly string[], keyAt: KeyAt): { key: string; indices: readonly number[] }[] {
  const numbers = new Map<string, number>()
  const keys = new Uint32Array(table.totalRows())
  const rows: number[] = []
  table.scan((row) => {
    const key = joinKeys(names.map((name) => (name === '' ? '' : keyAt(name, row as number))))
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

function countKeys(loaded: LoadedTable, name: string, keyAt: KeyAt, isCounted: (index: number) => boolean): ReadonlyMap<string, number> {
  const all = groupRows(loaded.keys, [name], keyAt).map(({ key }) => key)
  const groups = groupRows(keepRows(loaded.keys, isCounted), [name], keyAt)
  const kept = new Map(groups.map(({ key, indices }) => [key, indices.length]))
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
