import { measures, type TableMeasure } from '../measures.ts'
import type { Table, WordOf } from '../records/table.ts'
import { prefectures } from '../vocabulary/prefectures.ts'
import { facts } from './facts.ts'
import { literal } from './sql-words.ts'

/**
 * The query that the view `facts` is: the measured columns of every table one below the other, in the order of plans,
 * items and measures, each value with its item and plan. A table is read once, each row with the list of its values; that
 * the rows are kept spares DuckDB half of the planning, which costs more than answering. `schema` is where the tables are.
 */
export function factsQuery(schema = 'main'): string {
  const tables = [...new Set(measures.map(({ table }) => table))]
  return `WITH rows_of_tables AS MATERIALIZED (
${tables.map((table) => rowsOf(table, schema)).join('\n  UNION ALL\n')}
),
measured AS (
  SELECT * EXCLUDE (facts, fact), fact.*
  FROM (SELECT *, unnest(facts) AS fact FROM rows_of_tables)
  WHERE fact.value IS NOT NULL
),
described AS (
  SELECT
    measured.* EXCLUDE (additive, openable),
    additive AND NOT (openable AND items.effects_open IS NOT NULL) AS additive,
    ${nameOf((measured) => measured.id)} AS measure,
    ${nameOf(({ measure }) => measure.title)} AS measure_ja,
    plans.series,
    plans.municipality_code,
    plans.municipality,
    ${prefecture} AS prefecture,
    plans.title AS plan_title,
    items.item_code,
    items.title AS item_title,
    items.theme,
    items.lead_department,
    items.rating,
    era_label(measured.fiscal_year) AS era_label
  FROM measured
  JOIN ${schema}.plans USING (plan_id)
  LEFT JOIN ${schema}.items USING (plan_id, item_no)
)
SELECT ${facts.columns.map(({ name }) => name).join(', ')}
FROM described
ORDER BY
  plan_id, item_no NULLS FIRST, measure_no, fiscal_year NULLS LAST,
  source_line, source_column, detail, dimension, value`
}

/** A name of each measure, by its number. */
function nameOf(name: (measured: TableMeasure) => string): string {
  return `list_extract([${measures.map(name).map(literal).join(', ')}], measure_no)`
}

/** The rows of a table, each with the list of its values as structs. */
function rowsOf(table: Table, schema: string): string {
  const { detail, dimension, isRepeat = 'false', isOpenable = false } = table.facts ?? {}
  const values = measures.flatMap((measured, index) => (measured.table === table ? factOf(measured, index + 1, schema) : []))
  const cells = {
    plan_id: 'own.plan_id',
    item_no: ownOrNull(table, 'item_no'),
    fiscal_year: ownOrNull(table, 'fiscal_year'),
    detail: wordOf(detail),
    dimension: wordOf(dimension),
    is_repeat: isRepeat,
    openable: `${isOpenable}`,
    source_page: 'own.source_page',
    source_line: 'own.source_line',
    source_column: 'own.source_column',
    facts: `[${values.join(', ')}]`,
  }
  const columns = Object.entries(cells).map(([name, cell]) => `${cell} AS ${name}`)
  return `  SELECT ${columns.join(', ')} FROM ${schema}.${table.name} AS own`
}

/** The value of a measured column as a struct, with the number of its measure, from 1. */
function factOf(measured: TableMeasure, measureNo: number, schema: string): string {
  const { table, column, measure } = measured
  const unit = column.unit === undefined ? wordOf(measure.unit) : literal(column.unit)
  const { isAdditive } = measure
  const cells = {
    measure_no: `${measureNo}`,
    value: `own.${column.name}::DOUBLE`,
    unit,
    basis: typeof measure.basis === 'string' ? literal(measure.basis) : wordOf(measure.basis),
    additive: typeof isAdditive === 'boolean' ? `${isAdditive}` : isSame(unit, isAdditive.inUnit),
    is_total: table.facts?.isTotal ?? `${measure.isTotal ?? false}`,
    is_part: isPart(measured, schema),
    figure_no: ownOrNull(table, `${column.name}_figure_no`),
  }
  return `{${Object.entries(cells)
    .map(([name, cell]) => `${name}: ${cell}`)
    .join(', ')}}`
}

/** Whether a text that may be NULL is another. */
function isSame(text: string, other: string): string {
  return `coalesce(${text} = ${literal(other)}, false)`
}

function has({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name)
}

/** A column of the row `own`; NULL where its table has none of the name. */
function ownOrNull(table: Table, name: string): string {
  return has(table, name) ? `own.${name}` : 'NULL::INTEGER'
}

/** Whether a value is part of another of its measure. */
function isPart({ table, column }: TableMeasure, schema: string): string {
  const condition = table.facts?.isPartOf
  if (condition === undefined) return 'false'
  const keys = ['plan_id', 'item_no', 'fiscal_year'].filter((key) => has(table, key))
  const same = keys.map((key) => `whole.${key} IS NOT DISTINCT FROM own.${key}`)
  return `EXISTS (
    SELECT 1 FROM ${schema}.${table.name} AS whole
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

const prefectureNo = 'TRY_CAST(left(municipality_code, 2) AS INTEGER)'
const prefecture = `list_extract([${prefectures.map(literal).join(', ')}], ${prefectureNo})`
