import { roundTo } from '../format/numbers.ts'
import type { Goal } from './catalog.ts'
import { type Cell, emptyCell, type Operand } from './cell.ts'
import type { LoadedTable } from './load.ts'
import type { View } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** The cell of a row and a column of an answer; either left out for all of them. Undefined where there are no rows. */
export type CellAt = (rowKey: string | undefined, columnKey: string | undefined) => Cell | undefined

/** What a view is of: the table, the cells of its values, and which way the fiscal years go. */
export interface Viewed {
  loaded: LoadedTable
  at: CellAt
  /** undefined where neither rows nor columns are fiscal years */
  years: { along: 'rows' | 'columns'; keys: readonly string[]; name: (key: string) => string } | undefined
  goals: readonly Goal[]
}

const percentDecimals = 1

/** The cells of a view. */
export function viewCells(view: View, viewed: Viewed): CellAt {
  return { value: viewed.at, change: changes(viewed), growth: growths(viewed), share: shares(viewed), cumulative: sums(viewed), target: ratios(viewed) }[view]
}

/** The year of a row or column, and the cell of any other year there; undefined where there is no year. */
function yearOf({ at, years }: Viewed, rowKey: string | undefined, columnKey: string | undefined) {
  const year = years?.along === 'rows' ? rowKey : columnKey
  if (years === undefined || year === undefined || year === '') return undefined
  return { year, years, inYear: (other: string) => (years.along === 'rows' ? at(other, columnKey) : at(rowKey, other)) }
}

/** A year of a row or column and the one before it; undefined where there is no year. */
function withYearBefore(viewed: Viewed, rowKey: string | undefined, columnKey: string | undefined) {
  const found = yearOf(viewed, rowKey, columnKey)
  if (!found) return undefined
  const { year, years, inYear } = found
  const before = String(Number(year) - 1)
  const [now, then] = [inYear(year), inYear(before)]
  return { now, then, operands: (cells: readonly Cell[]): Operand[] => operandsOf(cells, [years.name(year), years.name(before)]) }
}

function operandsOf(cells: readonly Cell[], names: readonly string[]): Operand[] {
  return cells.flatMap(({ value, unit }, index) => (value === null ? [] : [{ name: names[index] ?? '', value, unit }]))
}

/** A cell that was computed from others; `value` takes their values where all have one. */
function computed(cells: readonly (Cell | undefined)[], result: (...values: number[]) => Partial<Cell>): Cell | undefined {
  const [first] = cells
  if (first === undefined) return undefined
  const known = cells.map((cell) => cell ?? emptyCell)
  const rows = known.flatMap((cell) => cell.rows)
  const none: Cell = { ...emptyCell, rows, counted: [] }
  const hindrance = known.find((cell) => cell.hindrance)?.hindrance
  if (hindrance) return { ...none, hindrance }
  if (known.some(({ value }) => value === null)) return none
  if (new Set(known.map(({ unit }) => unit)).size > 1) return { ...none, hindrance: 'units' }
  return { ...none, counted: known.flatMap((cell) => cell.counted), unit: first.unit, ...result(...known.map(({ value }) => value as number)) }
}

/** Differences to the year before. */
function changes(viewed: Viewed): CellAt {
  return (rowKey, columnKey) => {
    const pair = withYearBefore(viewed, rowKey, columnKey)
    if (!pair) return undefined
    return computed([pair.now, pair.then], (now = 0, then = 0) => {
      const decimals = Math.max(pair.now?.decimals ?? 0, pair.then?.decimals ?? 0)
      return { value: roundTo(now - then, decimals), decimals, operands: pair.operands([pair.now ?? emptyCell, pair.then ?? emptyCell]) }
    })
  }
}

/** Rates of change in percent, only between years of the same content and from what is more than nothing. */
function growths(viewed: Viewed): CellAt {
  return (rowKey, columnKey) => {
    const pair = withYearBefore(viewed, rowKey, columnKey)
    if (!pair) return undefined
    const { now, then } = pair
    if (now && then && !isLike(viewed.loaded, now, then)) return { ...emptyCell, rows: [...now.rows, ...then.rows], hindrance: 'unlike' }
    return computed([now, then], (value = 0, before = 0) => ({
      value: before > 0 ? roundTo((100 * (value - before)) / before, percentDecimals) : null,
      decimals: percentDecimals,
      unit: '%',
      operands: pair.operands([now ?? emptyCell, then ?? emptyCell]),
    }))
  }
}

/** Whether two cells hold the same things by the columns that say what they are. */
function isLike({ catalog, rows }: LoadedTable, one: Cell, other: Cell): boolean {
  const { likeColumns } = catalog
  if (likeColumns === undefined) return true
  const names = ({ counted }: Cell) =>
    [...new Set(counted.map((index) => likeColumns.map((column) => String(rows[index]?.[column])).join('\u0000')))].sort().join('\u0001')
  return names(one) === names(other)
}

/** Shares of what each column comes to, in percent. */
function shares({ at }: Viewed): CellAt {
  return (rowKey, columnKey) => {
    const [part, whole] = [at(rowKey, columnKey), at(undefined, columnKey)]
    return computed([part, whole], (value = 0, total = 0) => ({
      value: total > 0 && value >= 0 ? roundTo((100 * value) / total, percentDecimals) : null,
      decimals: percentDecimals,
      unit: '%',
      operands: operandsOf([part ?? emptyCell, whole ?? emptyCell], ['この区分', '全体']),
    }))
  }
}

/** Sums of all years up to each. */
function sums(viewed: Viewed): CellAt {
  return (rowKey, columnKey) => {
    const found = yearOf(viewed, rowKey, columnKey)
    if (!found) return undefined
    const { year, years, inYear } = found
    const until = years.keys.filter((key) => key !== '' && Number(key) <= Number(year))
    const known = until.map((key) => ({ name: years.name(key), cell: inYear(key) ?? emptyCell })).filter(({ cell }) => cell.value !== null || cell.hindrance)
    const stated = known.map(({ cell }) => cell)
    const decimals = Math.max(0, ...stated.map((cell) => cell.decimals))
    return computed(stated, (...values) => ({
      value: roundTo(
        values.reduce((sum, value) => sum + value, 0),
        decimals,
      ),
      decimals,
      operands: operandsOf(
        stated,
        known.map(({ name }) => name),
      ),
    }))
  }
}

/** Shares of what an item was to come to in a year, in percent; only where a cell holds all of one item in one year. */
function ratios({ loaded, at, goals }: Viewed): CellAt {
  return (rowKey, columnKey) => {
    const cell = at(rowKey, columnKey)
    if (cell === undefined) return undefined
    const places = new Set(cell.counted.map((index) => placeOf(loaded.rows[index])))
    const goal = goals.find(({ itemNo, fiscalYear }) => places.size === 1 && places.has(placeOf({ item_no: itemNo, fiscal_year: fiscalYear })))
    if (!goal || goal.value <= 0 || !isWhole(loaded, cell, [...places])) return { ...emptyCell, rows: cell.rows }
    return computed([cell], (value = 0) => ({
      value: roundTo((100 * value) / goal.value, percentDecimals),
      decimals: percentDecimals,
      unit: '%',
      operands: [...operandsOf([cell], ['実績']), { name: '目標・計画', value: goal.value, unit: cell.unit, line: goal.line }],
    }))
  }
}

/** The item and the year of a row. */
function placeOf(row: DataRow | undefined): string {
  return `${row?.item_no} ${row?.fiscal_year}`
}

/** Whether a cell holds every whole row of a place that is counted. */
function isWhole({ catalog, rows }: LoadedTable, { counted }: Cell, [place]: readonly string[]): boolean {
  const { partColumn, repeatColumn } = catalog
  return rows.every(
    (row, index) =>
      placeOf(row) !== place ||
      counted.includes(index) ||
      (partColumn !== undefined && row[partColumn] !== null) ||
      (repeatColumn !== undefined && row[repeatColumn] === true),
  )
}
