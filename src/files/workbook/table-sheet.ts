import type { Column, Table } from '../../../loaders/records/table.ts'
import { isWholeNumber } from '../../../loaders/vocabulary/item-codes.ts'
import { type PublishedKey, published } from '../../../loaders/warehouse/published.ts'
import { type ColumnHead, type Sheet, type SheetCell, sheetName } from '../../../loaders/workbook/sheet.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import type { SourcePlace } from '../../facts/figure-index.ts'
import { eraYear } from '../../format/years.ts'
import { evidenceCells, evidenceHead, lineTarget, wholeLine } from './places.ts'

/** The width that the texts of a document take, in characters of half width. */
const widestText = 100

type DataRow = Readonly<Record<string, unknown>>

/** A column of a sheet: its head, and its cell for a row. */
interface SheetColumn {
  head: string | ColumnHead
  cell: (row: DataRow) => SheetCell
}

/** What joins rows, names spelled one way, and places of files: kept in the sheet, folded away until asked for. */
const folded = /^(?:series|lineage|source_page|source_box|source_cell|\w+_figure_nos?|\w+_unified)$/

const placeColumns = ['source_line', 'source_column', 'source_end_line', 'source_end_column']

/** A table of the warehouse as a sheet: Japanese heads, the names of items and years in words beside their numbers, places and words at the end. */
export function tableSheet(warehouse: Warehouse, key: PublishedKey, site: string | undefined): Sheet {
  const table: Table = published[key]
  const rows = warehouse.table(key) as readonly DataRow[]
  const columns = table.columns
    .filter(({ name }) => !placeColumns.includes(name) && (key === 'plans' || name !== 'plan_id'))
    .flatMap((column) => [dataColumn(column), ...inWords(warehouse, table, column)])
  const hasPlace = table.columns.some(({ name }) => name === 'source_line')
  return {
    name: sheetName(table.title),
    isTable: true,
    head: [...columns.map(({ head }) => head), ...(hasPlace ? evidenceHead(site) : [])],
    rows: rows.map((row) => [...columns.map(({ cell }) => cell(row)), ...(hasPlace ? evidenceCells(warehouse, placeOf(warehouse, row), site) : [])]),
  }
}

function placeOf(warehouse: Warehouse, row: DataRow): SourcePlace | undefined {
  if (isPlaced(row)) return row
  return typeof row.source_line === 'number' ? wholeLine(warehouse, row.source_line) : undefined
}

function isPlaced(row: DataRow): row is DataRow & SourcePlace {
  return placeColumns.every((name) => typeof row[name] === 'number')
}

function dataColumn(column: Column): SheetColumn {
  const leadsToLine = column.name.endsWith('_source_line')
  const words = `${column.title}${column.unit ? ` (${column.unit})` : ''}`
  return {
    head: { words, isFolded: folded.test(column.name), widest: column.name === 'text' ? widestText : undefined },
    cell: (row) => {
      const value = row[column.name]
      return leadsToLine && typeof value === 'number' ? { value, target: lineTarget(value) } : valueCell(column, value)
    },
  }
}

/** A value with the format that its kind is read in. */
export function valueCell({ type, unit }: Pick<Column, 'type' | 'unit'>, value: unknown): SheetCell {
  if (value === null || value === undefined) return { value: null }
  if (Array.isArray(value)) return { value: value.join('、') }
  if (type === 'DATE') return { value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' }
  if (typeof value !== 'number') return { value: value as string | boolean }
  return { value, ...numberFormat(type, unit, value) }
}

/** Counts and amounts are parted by thousands, numbers of items, years and lines are not. */
function numberFormat(type: Column['type'], unit: string | undefined, value: number): { format?: string } {
  if (unit === '%') return { format: '0.0' }
  if (type === 'INTEGER' && unit === undefined) return { format: '0' }
  return Number.isInteger(value) ? { format: '#,##0' } : {}
}

function inWords(warehouse: Warehouse, { columns }: Table, { name }: Column): SheetColumn[] {
  const has = (other: string) => columns.some((column) => column.name === other)
  if (name === 'fiscal_year' && !has('era_label'))
    return [{ head: '年度 (和暦)', cell: ({ fiscal_year }) => ({ value: typeof fiscal_year === 'number' ? eraYear(fiscal_year) : null }) }]
  if (name !== 'item_no') return []
  const isInTable = { item_code: has('item_code'), title: has('title') || has('item_title') }
  return itemColumns(warehouse).flatMap(({ column, head, of }) =>
    isInTable[column] ? [] : [{ head, cell: ({ item_no }: DataRow) => ({ value: of(item_no) }) }],
  )
}

/** What stands beside the number of an item in every sheet: its name and, where not all items have whole numbers, its printed number. */
export function itemColumns(warehouse: Warehouse): { column: 'item_code' | 'title'; head: string; of: (itemNo: unknown) => string | null }[] {
  const items = warehouse.table('items')
  const isCoded = items.some(({ item_code }) => item_code !== null && !isWholeNumber(item_code))
  const known = [
    { column: 'item_code', head: '見出しの番号' },
    { column: 'title', head: '項目名' },
  ] as const
  return known.flatMap(({ column, head }) => {
    if (column === 'item_code' && !isCoded) return []
    return [{ column, head, of: (itemNo) => items.find(({ item_no }) => item_no === itemNo)?.[column] ?? null }]
  })
}
