import type { Table, WordOf } from '../records/table.ts'
import { eras } from '../vocabulary/eras.ts'
import { prefectures } from '../vocabulary/prefectures.ts'
import { facts } from './facts.ts'
import { measures, type TableMeasure } from './measures.ts'
import { literal } from './schema.ts'

/**
 * The query that the view `facts` is: the measured columns of every table one below the other, in the order of plans, items and
 * measures, each value with its item and plan.
 */
export function factsQuery(): string {
  return `WITH measured AS (
${measures.map(valuesOf).join('\n  UNION ALL\n')}
),
described AS (
  SELECT
    measured.*,
    ${series} AS series,
    plans.municipality_code,
    plans.municipality,
    ${prefecture} AS prefecture,
    plans.title AS plan_title,
    items.item_code,
    items.title AS item_title,
    items.theme,
    items.lead_department,
    items.rating,
    ${eraLabel('measured.fiscal_year')} AS era_label,
    NULL::INTEGER AS source_page
  FROM measured
  JOIN plans USING (plan_id)
  LEFT JOIN items USING (plan_id, item_no)
)
SELECT ${facts.columns.map(({ name }) => name).join(', ')}
FROM described
ORDER BY plan_id, item_no NULLS FIRST, measure_no, fiscal_year NULLS LAST, source_line, source_column, detail, dimension, value`
}

/** The values of a measured column, a row each. */
function valuesOf(measured: TableMeasure, index: number): string {
  const { id, table, column, measure } = measured
  const { detail, dimension, isTotal = `${measure.isTotal ?? false}`, isRepeat = 'false' } = table.facts ?? {}
  const cells = {
    plan_id: 'own.plan_id',
    item_no: ownOrNull(table, 'item_no'),
    fiscal_year: ownOrNull(table, 'fiscal_year'),
    measure_no: `${index}`,
    measure: literal(id),
    measure_ja: literal(measure.title),
    detail: wordOf(detail),
    dimension: wordOf(dimension),
    value: `own.${column.name}::DOUBLE`,
    unit: unitOf(measured),
    basis: typeof measure.basis === 'string' ? literal(measure.basis) : wordOf(measure.basis),
    additive: isAdditive(measured),
    is_total: isTotal,
    is_part: isPart(measured),
    is_repeat: isRepeat,
    figure_no: ownOrNull(table, `${column.name}_figure_no`),
    source_line: 'own.source_line',
    source_column: 'own.source_column',
  }
  const columns = Object.entries(cells).map(([name, cell]) => `${cell} AS ${name}`)
  return `  SELECT ${columns.join(', ')} FROM ${table.name} AS own WHERE own.${column.name} IS NOT NULL`
}

function has({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name)
}

/** A column of the row `own`; NULL where its table has none of the name. */
function ownOrNull(table: Table, name: string): string {
  return has(table, name) ? `own.${name}` : 'NULL::INTEGER'
}

function unitOf({ column, measure }: TableMeasure): string {
  return column.unit === undefined ? wordOf(measure.unit) : literal(column.unit)
}

/** Whether a value may be added up: as its measure says, and where nothing of its item is open. */
function isAdditive(measured: TableMeasure): string {
  const { isAdditive } = measured.measure
  const openBy = measured.table.facts?.openBy
  const ofMeasure = typeof isAdditive === 'boolean' ? `${isAdditive}` : `coalesce(${unitOf(measured)} = ${literal(isAdditive.inUnit)}, false)`
  if (openBy === undefined) return ofMeasure
  return `${ofMeasure} AND NOT EXISTS (
    SELECT 1 FROM items AS item
    WHERE item.plan_id = own.plan_id AND item.item_no = own.item_no AND item.${openBy} IS NOT NULL
  )`
}

/** Whether a value is part of another of its measure. */
function isPart({ table, column }: TableMeasure): string {
  const condition = table.facts?.isPartOf
  if (condition === undefined) return 'false'
  const keys = ['plan_id', 'item_no', 'fiscal_year'].filter((key) => has(table, key))
  const same = keys.map((key) => `whole.${key} IS NOT DISTINCT FROM own.${key}`)
  return `EXISTS (
    SELECT 1 FROM ${table.name} AS whole
    WHERE ${[...same, condition, `whole.${column.name} IS NOT NULL`].join(' AND ')}
  )`
}

/** A word for the row `own` as text. */
function wordOf(word: WordOf | undefined): string {
  if (!word) return 'NULL::VARCHAR'
  const { column, names } = word
  if (!names) return `own.${column}::VARCHAR`
  const cases = Object.entries(names).map(([value, name]) => `WHEN ${literal(value)} THEN ${literal(name)}`)
  return `CASE own.${column} ${cases.join(' ')} ELSE own.${column} END`
}

/** Municipality and number of the plan; of a plan that names no municipality, its own id. */
const series = `CASE
      WHEN coalesce(municipality_code, municipality) IS NULL THEN plan_id
      ELSE concat_ws('-', coalesce(municipality_code, municipality), plan_no)
    END`

const prefecture = `list_extract([${prefectures.map(literal).join(', ')}], TRY_CAST(left(municipality_code, 2) AS INTEGER))`

/** A fiscal year in the Japanese calendar: 2019 → 令和元年度. */
function eraLabel(year: string): string {
  const cases = eras.map(({ name, firstYear }) => {
    const number = `CASE ${year} WHEN ${firstYear} THEN '元' ELSE (${year} - ${firstYear - 1})::VARCHAR END`
    return `WHEN ${year} >= ${firstYear} THEN ${literal(name)} || ${number} || '年度'`
  })
  return `CASE ${cases.join(' ')} WHEN ${year} IS NOT NULL THEN '西暦' || ${year} || '年度' END`
}
