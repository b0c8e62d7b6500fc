import { unifiedName } from '../../loaders/vocabulary/unified-names.ts'
import { type Catalog, type CatalogTable, type Dimension, type Measure, measureOf, rowCount } from './catalog.ts'

export type Aggregate = 'sum' | 'each' | 'mean' | 'least' | 'greatest'
export type View = 'value' | 'change' | 'growth' | 'share' | 'cumulative' | 'target'
export type Donations = 'with' | 'without' | 'only'
export type Money = 'yen' | 'thousand' | 'million' | 'hundred-million'
export type ChartKind = 'bar' | 'line' | 'none'
export type Parts = 'wholes' | 'parts'
export type Order = 'document' | 'greatest'

/** What is asked: a table, its rows and columns, a measure, and what to leave out. An address holds it whole. */
export interface Question {
  table: string
  rows: string
  /** empty for one column only */
  columns: string
  measure: string
  aggregate: Aggregate
  /** the values themselves, or how they lie to others */
  view: View
  donations: Donations
  /** the unit that amounts of yen stand in */
  money: Money
  parts: Parts
  order: Order
  chart: ChartKind
  search: string
  /** for a dimension, the keys to keep; one that is not there keeps all */
  filters: Readonly<Record<string, readonly string[]>>
}

export const aggregateNames: Readonly<Record<Aggregate, string>> = { sum: '合計', each: '値のまま', mean: '平均', least: '最小', greatest: '最大' }
export const chartNames: Readonly<Record<ChartKind, string>> = { bar: '棒', line: '折れ線', none: '表だけ' }
export const viewNames: Readonly<Record<View, string>> = {
  value: '値',
  change: '前年度差',
  growth: '増減率',
  share: '構成比',
  cumulative: '累計',
  target: '目標比',
}
export const donationNames: Readonly<Record<Donations, string>> = { with: '寄附を含む', without: '寄附を除く', only: '寄附だけ' }

/** The units that amounts of yen may stand in: how many yen each is worth, and with how many decimals it is written. */
export const moneyUnits: Readonly<Record<Money, { name: string; yen: number; decimals: number }>> = {
  yen: { name: '円', yen: 1, decimals: 0 },
  thousand: { name: '千円', yen: 1000, decimals: 0 },
  million: { name: '百万円', yen: 1_000_000, decimals: 1 },
  'hundred-million': { name: '億円', yen: 100_000_000, decimals: 2 },
}
export const partNames: Readonly<Record<Parts, string>> = { wholes: '全体の行 (内訳を除く)', parts: '内訳の行だけ' }
export const orderNames: Readonly<Record<Order, string>> = { document: '文書・年度の順', greatest: '値の大きい順' }

/** The longest words that are searched for, in UTF-16 code units. */
export const longestSearch = 200

/** The longest address that is read, in UTF-16 code units: room for some thousand kept keys. */
const longestAddress = 100_000

/** The ways to put the rows of a group into one number that mean something for a measure. */
export function aggregatesOf(measure: Measure): Aggregate[] {
  if (measure.name === rowCount.name) return ['sum']
  return measure.isAdditive ? ['sum', 'mean', 'least', 'greatest'] : ['each', 'mean', 'least', 'greatest']
}

/** The views that a question can have: over years only where there are fiscal years, sums of sums only where values are added up. */
export function viewsOf(table: CatalogTable, question: Pick<Question, 'rows' | 'columns' | 'measure' | 'aggregate'>): View[] {
  const { isAdditive, goals } = measureOf(table, question.measure)
  if (question.aggregate !== 'sum' && question.aggregate !== 'each') return ['value']
  const hasYears = timeDimension(table, question)?.kind === 'fiscal-year'
  return [
    'value',
    ...(hasYears ? (['change', 'growth'] as const) : []),
    ...(isAdditive ? (['share'] as const) : []),
    ...(hasYears && isAdditive ? (['cumulative'] as const) : []),
    ...(goals ? (['target'] as const) : []),
  ]
}

/** The charts that can show a question: lines only where there are years or days. */
export function chartsOf(table: CatalogTable, question: Pick<Question, 'rows' | 'columns'>): ChartKind[] {
  return timeDimension(table, question) ? ['bar', 'line', 'none'] : ['bar', 'none']
}

/** The dimension of a question that is time. */
export function timeDimension(table: CatalogTable, { rows, columns }: Pick<Question, 'rows' | 'columns'>): Dimension | undefined {
  return table.dimensions.find(({ name, kind }) => (name === columns || name === rows) && (kind === 'fiscal-year' || kind === 'date'))
}

/** The question that the search part of an address asks; one that is too long asks nothing. */
export function addressQuestion(catalog: Catalog, search: string): Question {
  return readQuestion(catalog, new URLSearchParams(search.length > longestAddress ? '' : search))
}

const donationChoices = Object.keys(donationNames) as Donations[]
const moneyChoices = Object.keys(moneyUnits) as Money[]

/** The question of an address; whatever it does not say, or says of another plan, becomes what can be asked here. */
export function readQuestion(catalog: Catalog, address: URLSearchParams): Question {
  const table = catalog.tables.find(({ name }) => name === address.get('table')) ?? firstTable(catalog)
  const measure =
    table.measures.find(({ name }) => name === address.get('measure')) ??
    (address.has('measure') ? rowCount : (table.measures.find(({ unit }) => unit !== undefined) ?? table.measures[0]))
  const filters = table.dimensions.flatMap(({ name, unified }) => {
    const named = address.getAll(`only.${name}`)
    const keys = unified === undefined ? named : named.map(unifiedName)
    return keys.length > 0 ? [[name, keys] as const] : []
  })
  return mendQuestion(table, {
    table: table.name,
    rows: address.get('rows') ?? '',
    columns: address.get('columns') ?? (address.has('table') ? '' : 'fiscal_year'),
    measure: measure?.name ?? rowCount.name,
    aggregate: (address.get('aggregate') ?? '') as Aggregate,
    view: (address.get('view') ?? '') as View,
    donations: (address.get('donations') ?? '') as Donations,
    money: (address.get('money') ?? '') as Money,
    parts: address.get('parts') === 'parts' ? 'parts' : 'wholes',
    order: address.get('order') === 'greatest' ? 'greatest' : 'document',
    chart: (address.get('chart') ?? '') as ChartKind,
    search: (address.get('search') ?? '').slice(0, longestSearch),
    filters: Object.fromEntries(filters),
  })
}

/** The question that a table is opened with. */
export function firstQuestion(catalog: Catalog, table: string): Question {
  return readQuestion(catalog, new URLSearchParams({ table, columns: 'fiscal_year' }))
}

/** A question with every choice that its table, measure and dimensions do not have replaced by one they have. */
export function mendQuestion(table: CatalogTable, question: Question): Question {
  const names = table.dimensions.map(({ name }) => name)
  const rows = names.includes(question.rows) ? question.rows : (names.find((name) => name !== 'item_no' || table.name !== 'items') ?? '')
  const columns = names.includes(question.columns) && question.columns !== rows ? question.columns : ''
  const pick = <T>(wanted: T, offered: readonly T[]) => (offered.includes(wanted) ? wanted : (offered[0] as T))
  const aggregate = pick(question.aggregate, aggregatesOf(measureOf(table, question.measure)))
  return {
    ...question,
    rows,
    columns,
    aggregate,
    view: pick(question.view, viewsOf(table, { ...question, rows, columns, aggregate })),
    donations: table.donations ? pick(question.donations, donationChoices) : 'with',
    money: pick(question.money, moneyChoices),
    chart: pick(question.chart, chartsOf(table, { rows, columns })),
    parts: table.partColumn ? question.parts : 'wholes',
  }
}

/** The address of a question, without what goes without saying. */
export function writeQuestion(question: Question): URLSearchParams {
  const address = new URLSearchParams({ table: question.table, rows: question.rows, columns: question.columns, measure: question.measure })
  address.set('aggregate', question.aggregate)
  address.set('chart', question.chart)
  if (question.view !== 'value') address.set('view', question.view)
  if (question.donations !== 'with') address.set('donations', question.donations)
  if (question.money !== 'yen') address.set('money', question.money)
  if (question.parts === 'parts') address.set('parts', 'parts')
  if (question.order === 'greatest') address.set('order', 'greatest')
  if (question.search !== '') address.set('search', question.search)
  for (const [name, keys] of Object.entries(question.filters)) for (const key of keys) address.append(`only.${name}`, key)
  return address
}

function firstTable(catalog: Catalog): CatalogTable {
  return (catalog.tables.find(({ name }) => name === 'effects') ?? catalog.tables[0]) as CatalogTable
}
