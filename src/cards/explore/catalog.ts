import { rules, rulesById } from '../../../loaders/checks/rules.ts'
import { roles } from '../../../loaders/ledger/roles.ts'
import { reasons } from '../../../loaders/records/reasons.ts'
import type { Column, Table } from '../../../loaders/records/table.ts'
import { type TableKey, tables } from '../../../loaders/tables.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { Catalog, CatalogTable, Dimension, Goal, Measure, Note, RowSet } from '../../explore/catalog.ts'
import { yearRange } from '../../format/years.ts'

/** The plan itself, its document line by line, and what checks compare are no tables to sum up. */
const notOffered = new Set<TableKey>(['plans', 'checkOperands', 'sourceLines'])

const sentences = new Set(['text', 'goal', 'message'])
const columnTitles = Object.values<Table>(tables).flatMap((table) =>
  table.columns.map(({ name, title }): [string, string] => [`${table.name}.${name}`, `${table.title}の${title}`]),
)
const longestLabel = 40
const mostGroups = 120

/** What the plan's explorer can ask, from the dictionary and from what the tables hold. */
export function exploreCatalog({ warehouse, root, municipality }: PageContext): Catalog {
  const { plan } = warehouse
  return {
    planId: plan.plan_id,
    municipality,
    root,
    scope: [plan.municipality ?? plan.title, yearRange(plan.first_fiscal_year, plan.last_fiscal_year)].filter(Boolean).join('、'),
    items: Object.fromEntries(warehouse.table('items').map(({ item_no }) => [item_no, warehouse.itemName(item_no)])),
    tables: offeredTables(warehouse).map((key) => catalogTable(warehouse, key)),
  }
}

/** The tables that can be asked: those of the plan that have rows. */
export function offeredTables(warehouse: Warehouse): TableKey[] {
  return (Object.keys(tables) as TableKey[]).filter((key) => !notOffered.has(key) && warehouse.table(key).length > 0)
}

function catalogTable(warehouse: Warehouse, key: TableKey): CatalogTable {
  const table: Table = tables[key]
  const rows = warehouse.table(key) as readonly Readonly<Record<string, unknown>>[]
  const columns = table.columns.filter((column) => rows.some((row) => row[column.name] !== null))
  const parts = table.columns.find(isPartColumn)
  return {
    name: table.name,
    title: table.title,
    grain: table.grain,
    rowCount: rows.length,
    dimensions: [...itemDimensions(warehouse, columns), ...columns.flatMap((column) => dimension(column, columns, rows))],
    measures: columns.flatMap(measure).map((found) => ({ ...found, goals: goalsOf(warehouse, key, found.name) })),
    texts: columns.filter(({ name }) => sentences.has(name) || (key === 'figures' && name === 'value')).map(({ name, title }) => ({ name, title })),
    notes: [...donationNotes(warehouse, key), ...boundNotes(warehouse, key), ...differenceNotes(warehouse, key)],
    partColumn: parts?.name,
    wholeColumns: parts && table.key.includes(parts.name) ? table.key.filter((name) => name !== 'plan_id' && name !== parts.name) : undefined,
    repeatColumn: table.columns.find(({ name }) => name === 'is_repeat')?.name,
    donations: donationRows(warehouse, key),
    likeColumns: key === 'effects' ? ['item_no', 'label_unified'] : undefined,
    openItems: table.facts?.isOpenable ? warehouse.table('items').flatMap(({ item_no, effects_open }) => (effects_open === null ? [] : [item_no])) : [],
  }
}

/** The rows that are receipts of donations: lines of effects, or the totals of items that have no other effect. */
function donationRows(warehouse: Warehouse, key: TableKey): RowSet | undefined {
  if (key === 'effects') {
    const lines = warehouse.mart('effect_lines').filter(({ kind }) => kind === 'donation')
    return rowSet(
      ['item_no', 'fiscal_year', 'effect_no'],
      lines.map(({ item_no, fiscal_year, effect_no }) => [item_no, fiscal_year, effect_no]),
    )
  }
  if (key !== 'effectTotals') return undefined
  const items = warehouse.mart('effect_years_by_item')
  const given = items.filter(({ item_no }) => items.every((other) => other.item_no !== item_no || other.kind === 'donation'))
  return rowSet(
    ['item_no'],
    given.map(({ item_no }) => [item_no]),
  )
}

function rowSet(columns: readonly string[], keys: readonly (readonly number[])[]): RowSet | undefined {
  return keys.length === 0 ? undefined : { columns, keys: keys.map((key) => key.join(' ')) }
}

/** The measures that targets and plans are stated for, by the names that targets have for them. */
const aimed: Partial<Record<TableKey, Readonly<Record<string, string>>>> = { effects: { amount_yen: 'effect_yen' }, staffing: { actual: 'staff' } }

/** What a measure was to come to, an item and year at a time; of a year for which several are stated, none. */
function goalsOf(warehouse: Warehouse, key: TableKey, name: string): Goal[] | undefined {
  const aim = aimed[key]?.[name]
  const stated = warehouse.mart('item_targets').filter(({ measure, actual }) => measure === aim && actual !== null)
  const isOnly = (goal: (typeof stated)[number]) =>
    stated.every((other) => other === goal || other.item_no !== goal.item_no || other.fiscal_year !== goal.fiscal_year)
  const goals = stated
    .filter(isOnly)
    .map(({ item_no, fiscal_year, target, source_line }) => ({ itemNo: item_no, fiscalYear: fiscal_year, value: target, line: source_line }))
  return goals.length === 0 ? undefined : goals
}

/** Effects that are receipts of donations, and so no savings. */
function donationNotes(warehouse: Warehouse, key: TableKey): Note[] {
  if (key !== 'effects' && key !== 'effectTotals') return []
  const donated = new Set(warehouse.mart('effect_years_by_item').flatMap(({ kind, item_no }) => (kind === 'donation' ? [item_no] : [])))
  return [...donated].map((itemNo) => ({ itemNo, text: `${warehouse.itemName(itemNo)}の効果額は寄附の受入額で、節減や増収ではない。` }))
}

/** What bounds the numbers of a table, by the document's words. */
function boundNotes(warehouse: Warehouse, key: TableKey): Note[] {
  if (key !== 'collections' && key !== 'staffing') return []
  const bounds = new Map(warehouse.table(key).flatMap(({ item_no, scope }) => (scope === null ? [] : [[`${item_no} ${scope}`, { item_no, scope }] as const])))
  return [...bounds.values()].map(({ item_no, scope }) => ({
    itemNo: item_no,
    text: `${warehouse.itemLabel(item_no)}の${tables[key].title}の数字は「${scope}」の分。`,
  }))
}

/** Where the document contradicts itself in what a table holds. */
function differenceNotes(warehouse: Warehouse, key: TableKey): Note[] {
  return warehouse.checks.flatMap(({ rule, outcome, item_no, message }) =>
    outcome === 'differs' && item_no !== null && rulesById[rule].tables.some(({ name }) => name === tables[key].name)
      ? [{ itemNo: item_no, text: `${warehouse.itemLabel(item_no)}: ${message}。` }]
      : [],
  )
}

/** `part_of`, or a column whose NULL is the whole of the others. */
function isPartColumn({ name, description }: Column): boolean {
  return name === 'part_of' || description.includes('NULL は総数')
}

/** Item, department and rating, which every table of items can be sorted by. */
function itemDimensions(warehouse: Warehouse, columns: readonly Column[]): Dimension[] {
  if (!columns.some(({ name }) => name === 'item_no')) return []
  const items = warehouse.table('items')
  const ratings = warehouse.mart('rating_counts').flatMap(({ rating, items }) => (items > 0 ? [[rating, rating]] : []))
  const all: Dimension[] = [
    { name: 'item_no', title: '項目', labels: {}, kind: 'item', ofItem: false },
    { name: 'lead_department', title: '記入担当課', labels: {}, kind: 'words', ofItem: true, unified: 'lead_department_unified' },
    { name: 'rating', title: '総括評価', labels: Object.fromEntries(ratings), kind: 'words', ofItem: true },
  ]
  return all.filter(({ name }) => items.some((item) => item[name as 'lead_department'] !== null))
}

const ofItems = new Set(['item_no', 'lead_department', 'rating'])

function dimension(column: Column, columns: readonly Column[], rows: readonly Readonly<Record<string, unknown>>[]): Dimension[] {
  const { name, title } = column
  if (ofItems.has(name) || name === 'plan_id' || sentences.has(name) || isTwin(column, columns)) return []
  if (name === 'fiscal_year') return [{ name, title, labels: {}, kind: 'fiscal-year', ofItem: false }]
  if (column.type === 'DATE') return [{ name, title, labels: {}, kind: 'date', ofItem: false }]
  if (column.type === 'BOOLEAN') return [{ name, title, labels: { true: 'はい', false: 'いいえ' }, kind: 'words', ofItem: false }]
  if (column.type !== 'VARCHAR') return []
  const twin = columns.find((other) => other.name === `${name}_unified`)?.name
  const values = [...new Set(rows.map((row) => row[twin ?? name]))].filter((value) => typeof value === 'string')
  if (values.length > mostGroups || values.some((value) => value.length > longestLabel)) return []
  return [{ name, title, labels: codeLabels(column, values), kind: 'words', ofItem: false, unified: twin }]
}

/** Whether a column says in one spelling what another says as it is printed. */
function isTwin({ name }: Column, columns: readonly Column[]): boolean {
  return columns.some((other) => name === `${other.name}_unified`) || name === 'lead_department_unified'
}

/** The Japanese names of a column's codes, as the dictionary's description lists them: sale 売却、lease 貸付. */
function codeLabels({ name, description }: Column, values: readonly string[]): Record<string, string> {
  if (name === 'role') return Object.fromEntries(Object.entries(roles).flatMap(([id, { title }]) => (values.includes(id) ? [[id, title]] : [])))
  if (name === 'reason') return Object.fromEntries(Object.entries(reasons).filter(([id]) => values.includes(id)))
  if (name === 'lands_in') return Object.fromEntries(columnTitles.filter(([column]) => values.includes(column)))
  if (name === 'rule') return Object.fromEntries(rules.flatMap(({ id, title }) => (values.includes(id) ? [[id, title]] : [])))
  return Object.fromEntries(
    [...description.matchAll(/([a-z][a-z_]*) ([^\s、。]+)/g)].map(([, code, label]) => [code as string, (label as string).replace(/など$/, '')]),
  )
}

/** What a column measures; a measure without unit, of which nobody knows what would be added up, is none. */
function measure({ name, title, unit, measure }: Column): Measure[] {
  const unitColumn = measure?.unit?.column
  if (!measure || (unit === undefined && unitColumn === undefined)) return []
  const isAdditive = measure.isAdditive !== false
  return [{ name, title, unit, unitColumn, isAdditive, isComputed: measure.basis === 'computed', stock: measure.isStock }]
}
