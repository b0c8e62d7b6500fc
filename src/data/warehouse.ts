import type { Check } from '../../loaders/checks/checks.ts'
import { countRead, type ReadCounts } from '../../loaders/ledger/read-counts.ts'
import type { Table } from '../../loaders/records/table.ts'
import type { Row, TableKey } from '../../loaders/tables.ts'
import { itemLabel } from '../../loaders/vocabulary/item-codes.ts'
import type { Formula } from '../../loaders/warehouse/formula.ts'
import { type MartName, type MartRow, marts } from '../../loaders/warehouse/marts/definitions.ts'
import type { Mart, RowKey } from '../../loaders/warehouse/marts/mart.ts'
import { type PublishedKey, type PublishedRow, published } from '../../loaders/warehouse/published.ts'
import { planBase } from '../format/site-paths.ts'
import type { Question } from '../questions/questions.ts'
import type { Result } from '../questions/values.ts'

/** A value of a row: lists and keys of other rows among them. */
export type DataValue = string | number | boolean | null | readonly DataValue[] | RowKey

/** A row of a table or mart as it is read, before its relation says what it holds. */
export type DataRow = Readonly<Record<string, DataValue>>

/** What is known of a column of a table or mart. */
export interface KnownColumn {
  unit?: string | undefined
  formula?: Formula
  labels?: Readonly<Record<string, string>>
}

/** An item of the plan that goes on in another plan, by its numbers in both. */
export interface ContinuedItem {
  itemNo: number
  planId: string
  otherNo: number
}

/** What an item of an edition is called by: its printed number, NULL where none is printed, and its title. */
export type ItemHead = Pick<Row<'items'>, 'plan_id' | 'item_no' | 'item_code' | 'title'>

/** The rows of the warehouse by their relation: the name of a table or mart. */
type Relations = ReadonlyMap<string, readonly DataRow[]>

/** A question with the SQL that was run for it, and the result. */
export interface Answered {
  question: Question
  sql: string
  result: Result
}

/** The warehouse of one plan as the pages see it: rows of each table and of each mart, and how they hang together. */
export class Warehouse {
  readonly #relationOf = new WeakMap<object, string>()
  #readCounts: ReadCounts | undefined
  readonly #byKey = new Map<string, ReadonlyMap<string, DataRow>>()
  readonly #heads: ReadonlyMap<string, ItemHead>

  constructor(
    readonly plan: Row<'plans'>,
    /** every edition of every plan of the warehouse, the one of the pages among them */
    readonly editions: readonly Row<'plans'>[],
    private readonly relations: Relations,
    /** the ready questions, answered with nothing but the plan chosen */
    readonly answers: readonly Answered[],
    /** the drawings of the document's pages by their path in the warehouse: SVG, or JSON of the cells of a table */
    readonly drawings: ReadonlyMap<string, string> = new Map(),
    /** where items of the plan go on in other plans: one row for each item of theirs that has its lineage */
    private readonly continued: readonly ContinuedItem[] = [],
    /** the main numbers of each plan by its id; none where the site has but one plan */
    private readonly measures: ReadonlyMap<string, MartRow<'plan_measures'>> = new Map(),
    /** the items that pages name: of the plan, of its other editions, and of the plans that share an item with it */
    heads: readonly ItemHead[] = [],
    /** the worked analyses, answered for the plan */
    readonly analyses: readonly Answered[] = [],
  ) {
    this.#heads = new Map(heads.map((head) => [headKey(head.plan_id, head.item_no), head]))
    for (const [name, rows] of relations) for (const row of rows) this.#relationOf.set(row, name)
  }

  /** The current edition of every plan: those of which tables and files hold rows. */
  get plans(): readonly Row<'plans'>[] {
    return this.editions.filter(({ is_current }) => is_current)
  }

  /** Where the pages of the plan stand, from the root of the site: '' for the first plan. */
  get base(): string {
    return planBase(this.plan, this.plans)
  }

  /** The plans of the site with their main numbers, in their order; none where there is one plan. */
  get library(): { plan: Row<'plans'>; measures: MartRow<'plan_measures'> }[] {
    return this.plans.flatMap((plan) => {
      const measures = this.measures.get(plan.plan_id)
      return measures ? [{ plan, measures }] : []
    })
  }

  /** The number that an item of the plan has in another plan; undefined where it does not go on there. */
  itemIn(planId: string, itemNo: number): number | undefined {
    return this.continued.find((other) => other.planId === planId && other.itemNo === itemNo)?.otherNo
  }

  /** The rows of a published table or view. */
  table<K extends PublishedKey>(key: K): readonly PublishedRow<K>[] {
    const rows: readonly unknown[] = this.relations.get(published[key].name) ?? []
    return rows as readonly PublishedRow<K>[]
  }

  /** The checks of the plan. */
  get checks(): readonly Check[] {
    return this.table('checks') as readonly Check[]
  }

  /** How many pairs of numbers were compared, how many differ, and how many parts are missing. */
  get checkTotals(): MartRow<'check_totals'> {
    return this.mart('check_totals')[0] as MartRow<'check_totals'>
  }

  /** What became of the numbers of the document. */
  get readCounts(): ReadCounts {
    this.#readCounts ??= countRead(this.table('figures'))
    return this.#readCounts
  }

  /** The rows of a mart. */
  mart<M extends MartName>(name: M): readonly MartRow<M>[] {
    return (this.relations.get(name) ?? []) as readonly MartRow<M>[]
  }

  /** The rows of a published table that keys lead to. */
  rowsOf<K extends TableKey>(key: K, keys: readonly RowKey[]): readonly Row<K>[] {
    const rows: readonly unknown[] = keys.map((one) => this.find(published[key].name, one))
    return rows as readonly Row<K>[]
  }

  /** The table or mart that a row was read from, by its name in SQL. */
  relationOf(row: object): string {
    const name = this.#relationOf.get(row)
    if (name === undefined) throw new TypeError('this is no row of the warehouse')
    return name
  }

  /** The row of a table or mart that has the values of a key. */
  find(relation: string, key: RowKey): DataRow {
    const columns = Object.keys(key)
    const index = `${relation} ${columns.join(' ')}`
    const rows = this.#byKey.get(index) ?? indexRows(this.relations.get(relation) ?? [], columns)
    this.#byKey.set(index, rows)
    const row = rows.get(keyText(columns, key))
    if (!row) throw new RangeError(`${relation} has no row of the key ${JSON.stringify(key)}`)
    return row
  }

  /** The unit, formula and labels of a column. */
  columnOf(row: object, column: string): KnownColumn | undefined {
    const relation = this.relationOf(row)
    return relation in marts ? (marts[relation as MartName] as Mart).columns[column] : tableColumn(relation, column)
  }

  /** A name of a row that no other row of its relation has. */
  nameOf(row: object): string {
    const relation = this.relationOf(row)
    return `${relation}/${(this.relations.get(relation) ?? []).indexOf(row as DataRow) + 1}`
  }

  /** An item by its printed number, No.3 or No.1-(2); one of another edition where that is named. */
  itemLabel(itemNo: number, planId = this.plan.plan_id): string {
    return itemLabel(itemNo, this.#heads.get(headKey(planId, itemNo))?.item_code)
  }

  /** The same with its title: No.1-(2) 窓口の改善. */
  itemName(itemNo: number, planId = this.plan.plan_id): string {
    const title = this.#heads.get(headKey(planId, itemNo))?.title ?? ''
    return `${this.itemLabel(itemNo, planId)} ${title}`.trim()
  }

  /** The same with its title in quotation marks, as sentences name it: No.1-(2)「窓口の改善」. */
  itemNameInQuotes(itemNo: number): string {
    const title = this.#heads.get(headKey(this.plan.plan_id, itemNo))?.title ?? ''
    return `${this.itemLabel(itemNo)}「${title}」`
  }

  /** The words of a number as they stand in the document, up to the end of its line. */
  printed({ source_line, source_column, source_end_line, source_end_column }: Row<'figures'>): string {
    const text = this.table('sourceLines')[source_line - 1]?.text ?? ''
    return text.slice(source_column - 1, source_end_line === source_line ? source_end_column - 1 : text.length)
  }
}

function headKey(planId: string, itemNo: number): string {
  return `${planId}\n${itemNo}`
}

function indexRows(rows: readonly DataRow[], columns: readonly string[]): ReadonlyMap<string, DataRow> {
  return new Map(rows.map((row) => [keyText(columns, row), row]))
}

function keyText(columns: readonly string[], row: DataRow | RowKey): string {
  return columns.map((column) => String(row[column])).join('\n')
}

function tableColumn(relation: string, column: string): KnownColumn | undefined {
  return Object.values<Table>(published)
    .find(({ name }) => name === relation)
    ?.columns.find(({ name }) => name === column)
}
