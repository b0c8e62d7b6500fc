import { grouped } from '../document/grouped.ts'
import { measures, type TableMeasure } from '../measures.ts'
import { column, figureNo, notMeasured, type RowOf, required, type Table, type WordOf } from '../records/table.ts'
import type { Row, TableKey, TableRows } from '../tables.ts'
import { tables } from '../tables.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import type { Note } from './note.ts'
import { compareEditions, type Edition } from './series.ts'

/** The table of values that a later edition of a plan states otherwise. */
export const restatements = {
  name: 'restatements',
  title: '改められた値',
  grain: '後の版が違う値を書く、ある年度の値1つに1行。前の版と次の版を1つずつ比べる',
  key: ['restatement_no'],
  references: [
    { columns: ['old_plan_id'], table: 'plans' },
    { columns: ['new_plan_id'], table: 'plans' },
  ],
  columns: [
    column('series', 'VARCHAR', 'シリーズ', '2つの版のシリーズ (plans.series)', required),
    column('lineage', 'VARCHAR', '系統', '項目の系統 (items.lineage)。項目の値でなければ NULL'),
    column('item_no', 'INTEGER', '項目番号', '後の版での項目番号。項目の値でなければ NULL', { minimum: 1 }),
    column('table_name', 'VARCHAR', '表', '値のある表', required),
    column('measure', 'VARCHAR', '指標', '値のある表と列の名前 (facts.measure)', required),
    column('detail', 'VARCHAR', '内容', 'その行の名前 (facts.detail)'),
    column('fiscal_year', 'INTEGER', '年度', '値の年度 (西暦)', required),
    column('old_plan_id', 'VARCHAR', '前の版', '前の版のプランID', required),
    column('old_value', 'DOUBLE', '前の値', '前の版が書く値。金額は円', { ...required, ...notMeasured }),
    column('old_source_line', 'INTEGER', '前の行', '前の版の、値の根拠の文が始まる行', { ...required, minimum: 1 }),
    column('new_plan_id', 'VARCHAR', '後の版', '後の版のプランID', required),
    column('new_value', 'DOUBLE', '後の値', '後の版が書く値。金額は円', { ...required, ...notMeasured }),
    column('new_source_line', 'INTEGER', '後の行', '後の版の、値の根拠の文が始まる行', { ...required, minimum: 1 }),
    column('restatement_no', 'INTEGER', '番号', '改められた値の番号、1から', { ...required, minimum: 1 }),
    column('unit', 'VARCHAR', '単位', '2つの値の単位 (円、人など)。なければ NULL'),
    figureNo('old_value', '前の値'),
    ...inFile('old', '前の版'),
    figureNo('new_value', '後の値'),
    ...inFile('new', '後の版'),
    column('current_figure_no', 'INTEGER', '現行の版の数字番号', '後の値が書かれた、現行の版の数字 (figures.figure_no)。現行の版がその値を書かなければ NULL', {
      minimum: 1,
    }),
  ],
} as const satisfies Table

/** The page and the cell of a value in the file of an edition, NULL where that has none. */
function inFile<const E extends string>(edition: E, title: string) {
  return [
    column(`${edition}_source_page`, 'INTEGER', `${title}のページ`, `${title}の、値の根拠の文が始まるページ、シート、表の番号。なければ NULL`, { minimum: 1 }),
    column(`${edition}_source_cell`, 'VARCHAR', `${title}のセル`, `${title}の、値の根拠の文が始まるセル (No.19!J12)。なければ NULL`),
  ] as const
}

/** A value that a later edition states otherwise. */
export type Restatement = RowOf<typeof restatements>

type Cells = Readonly<Record<string, unknown>>

/** A value of a year with its place, and what tells that a value of another edition is of the same thing. */
interface Stated {
  key: string
  measured: TableMeasure
  lineage: string | null
  itemNo: number | null
  /** the item by its printed number; null outside of items */
  itemLabel: string | null
  detail: string | null
  fiscalYear: number
  value: number
  unit: string | null
  figureNo: number | null
  line: number
  column: number
  page: number | null
  cell: string | null
}

/** The restated values of all series, with a note for each; items have their lineage by now. */
export function findRestatements(rows: TableRows): { restatements: Restatement[]; notes: Note[] } {
  const pairs = [...grouped(rows.plans, ({ series }) => series).values()].flatMap(pairsOf)
  if (pairs.length === 0) return { restatements: [], notes: [] }
  const currentOf = new Map(rows.plans.filter(({ is_current }) => is_current).map(({ series, plan_id }) => [series, plan_id]))
  const statedOf = readStated(rows, new Set(pairs.flat().flatMap(({ plan_id, series }) => [plan_id, currentOf.get(series) ?? plan_id])))
  const found = pairs.flatMap(([before, after]) =>
    compare(statedOf.get(before.plan_id) ?? [], statedOf.get(after.plan_id) ?? []).map(([from, to]) => ({ before, after, from, to })),
  )
  return {
    restatements: found.map(({ before, after, from, to }, index) => ({
      series: after.series,
      lineage: to.lineage,
      item_no: to.itemNo,
      table_name: to.measured.table.name,
      measure: to.measured.id,
      detail: to.detail,
      fiscal_year: to.fiscalYear,
      old_plan_id: before.plan_id,
      old_value: from.value,
      old_source_line: from.line,
      new_plan_id: after.plan_id,
      new_value: to.value,
      new_source_line: to.line,
      restatement_no: index + 1,
      unit: to.unit,
      old_value_figure_no: from.figureNo,
      old_source_page: from.page,
      old_source_cell: from.cell,
      new_value_figure_no: to.figureNo,
      new_source_page: to.page,
      new_source_cell: to.cell,
      current_figure_no: stillStated(to, statedOf.get(currentOf.get(after.series) ?? '') ?? [])?.figureNo ?? null,
    })),
    notes: found.map(({ before, after, from, to }) => ({
      planId: after.plan_id,
      ruleId: 'restated-value',
      reason: inWords(before, after, from, to),
      at: { line: to.line, column: to.column },
    })),
  }
}

/** The value where an edition states it for the same thing. */
function stillStated({ key, value }: Stated, stated: readonly Stated[]): Stated | undefined {
  return stated.find((other) => other.key === key && other.value === value)
}

/** Editions of a series, each with the next one: of each year those of the kind that is taken, of the same bytes one. */
function pairsOf(editions: readonly Edition[]): [Edition, Edition][] {
  const sorted = [...editions].sort(compareEditions)
  const isTaken = (edition: Edition) => sorted.findLast(({ as_of_fiscal_year }) => as_of_fiscal_year === edition.as_of_fiscal_year)?.edition === edition.edition
  const taken = [...new Map(sorted.filter(isTaken).map((edition) => [edition.source_sha256, edition])).values()]
  return taken.slice(1).map((edition, index) => [taken[index] as Edition, edition])
}

/** The values of years in the tables of some plans, by plan. */
function readStated(rows: TableRows, planIds: ReadonlySet<string>): ReadonlyMap<string, Stated[]> {
  const items = new Map(rows.items.map((item) => [`${item.plan_id}\n${item.item_no}`, item]))
  const found = new Map<string, Stated[]>([...planIds].map((planId) => [planId, []]))
  for (const key of Object.keys(tables) as TableKey[]) {
    const measured = measures.filter(({ table, measure }) => table === tables[key] && measure.basis !== 'computed')
    for (const row of measured.length > 0 ? (rows[key] as readonly object[]) : []) {
      const cells = row as Cells
      const own = found.get(String(cells.plan_id))
      if (own) own.push(...measured.flatMap((one) => statedIn(one, cells, items.get(`${cells.plan_id}\n${cells.item_no}`))))
    }
  }
  return found
}

function statedIn(measured: TableMeasure, row: Cells, item: Row<'items'> | undefined): Stated[] {
  const { table, column, measure } = measured
  const value = row[column.name]
  if (typeof value !== 'number' || typeof row.fiscal_year !== 'number') return []
  const { detail, dimension } = table.facts ?? {}
  const basis = typeof measure.basis === 'string' ? measure.basis : wordIn(measure.basis, row)
  const unit = column.unit ?? wordIn(measure.unit, row)
  const name = wordIn(detail, row)
  const lineage = item?.lineage ?? null
  const same = [measured.id, lineage, row.fiscal_year, name && unifiedName(name), wordIn(dimension, row), basis, unit]
  const itemNo = typeof row.item_no === 'number' ? row.item_no : null
  const place = {
    line: Number(row.source_line),
    column: Number(row.source_column),
    page: row.source_page as number | null,
    cell: row.source_cell as string | null,
  }
  return [
    {
      key: JSON.stringify(same),
      measured,
      lineage,
      itemNo,
      itemLabel: itemNo === null ? null : itemLabel(itemNo, item?.item_code),
      detail: name,
      fiscalYear: row.fiscal_year,
      value,
      unit,
      figureNo: figureOf(column.name, row),
      ...place,
    },
  ]
}

function figureOf(column: string, row: Cells): number | null {
  const figure = row[`${column}_figure_no`]
  return typeof figure === 'number' ? figure : null
}

function wordIn(word: WordOf | undefined, row: Cells): string | null {
  const value = word && row[word.column]
  return value === undefined || value === null ? null : (word?.names?.[String(value)] ?? String(value))
}

/** Values of one thing that differ; where a thing has several values, only one that is left when those that agree are taken away. */
function compare(before: readonly Stated[], after: readonly Stated[]): [Stated, Stated][] {
  const earlier = grouped(before, ({ key }) => key)
  return [...grouped(after, ({ key }) => key)].flatMap(([key, stated]): [Stated, Stated][] => {
    const [from, ...others] = without(earlier.get(key) ?? [], stated)
    const [to, ...more] = without(stated, earlier.get(key) ?? [])
    return from && to && others.length + more.length === 0 ? [[from, to]] : []
  })
}

/** Values that others do not have, as often as they have them less often. */
function without(values: readonly Stated[], others: readonly Stated[]): Stated[] {
  const left = others.map(({ value }) => value)
  return values.filter(({ value }) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** 「令和5年度の効果額 (広告料) 1,234千円は、令和6年度版で1,324千円に改められた」. */
function inWords(before: Edition, after: Edition, from: Stated, to: Stated): string {
  const isWhole = from.unit === '円' && [from, to].every(({ value }) => value % 1000 === 0)
  const amount = ({ value }: Stated) => `${(isWhole ? value / 1000 : value).toLocaleString('en-US')}${isWhole ? '千円' : (from.unit ?? '')}`
  const name = `${to.measured.measure.title}${to.detail === null ? '' : ` (${to.detail})`}`
  const edition =
    after.as_of_fiscal_year === null || after.as_of_fiscal_year === before.as_of_fiscal_year ? `${after.plan_id} ` : `${eraYear(after.as_of_fiscal_year)}版`
  const item = to.itemLabel === null ? '' : `${to.itemLabel} `
  return `${item}${eraYear(to.fiscalYear)}の${name} ${amount(from)}は、${edition}で${amount(to)}に改められた。前の値は ${before.plan_id} の${from.line}行`
}
