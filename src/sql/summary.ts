import { quotedName } from '../../loaders/warehouse/sql-words.ts'
import { type Html, html } from '../markup/html.ts'
import { type Result, type Value, valueText } from '../questions/values.ts'
import { parted } from './value-cell.ts'

/** What the values of a column are: how many, how many kinds, from where to where, and how they are spread. */
export interface ColumnSummary {
  rows: number
  filled: number
  distinct: number
  least: string | null
  most: string | null
  isNumeric: boolean
  /** a stretch of values or a value, with how many rows are of it */
  bins: readonly { name: string; count: number }[]
}

/** Asks a query. */
type Ask = (sql: string) => Promise<Result>

const mostBins = 10
const mostValues = 5

/** The name of a table as SQL reads it, each part of one with its schema quoted. */
export function quotedTable(name: string): string {
  return name.split('.').map(quotedName).join('.')
}

/** Sums up a column of a table; rejects as the query does. */
export async function summarize(ask: Ask, table: string, column: string): Promise<ColumnSummary> {
  const [from, name] = [quotedTable(table), quotedName(column)]
  const { columns } = await ask(`SELECT ${name} FROM ${from} LIMIT 0`)
  const isNumeric = columns[0]?.isNumeric ?? false
  const counts = await ask(`SELECT count(*), count(${name}), count(DISTINCT ${name}), min(${name})::VARCHAR, max(${name})::VARCHAR FROM ${from}`)
  const [rows, filled, distinct, least, most] = counts.rows[0] as readonly Value[]
  const spread = await ask(isNumeric ? stretches(from, name) : commonest(from, name))
  return {
    rows: Number(rows),
    filled: Number(filled),
    distinct: Number(distinct),
    least: valueText(least ?? null),
    most: valueText(most ?? null),
    isNumeric,
    bins: spread.rows.map(([bin, count]) => ({ name: valueText(bin ?? null) ?? '', count: Number(count) })),
  }
}

/** Rows in stretches of one length from the least value to the greatest; of few different values each its own. */
function stretches(from: string, name: string): string {
  return `WITH known AS (SELECT ${name}::DOUBLE AS v FROM ${from} WHERE ${name} IS NOT NULL AND isfinite(${name}::DOUBLE)),
ends AS (SELECT min(v) AS least, max(v) AS most, count(DISTINCT v) AS kinds FROM known),
bins AS (SELECT least(floor((v - least) / nullif(most - least, 0) * ${mostBins}), ${mostBins - 1}) AS bin, v, kinds FROM known, ends)
SELECT CASE WHEN min(v) = max(v) THEN min(v)::VARCHAR ELSE min(v)::VARCHAR || '～' || max(v)::VARCHAR END, count(*)
FROM bins GROUP BY CASE WHEN kinds <= ${mostBins} THEN v ELSE bin END ORDER BY min(v)`
}

function commonest(from: string, name: string): string {
  return `SELECT ${name}::VARCHAR, count(*) FROM ${from} WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`
}

/** A summary in words, with bars for how the values are spread. */
export function Summary({ rows, filled, distinct, least, most, isNumeric, bins }: ColumnSummary): Html {
  const count = (value: number) => value.toLocaleString('ja-JP')
  const empty = rows - filled
  const range = least === null ? '値がない' : `${shortened(numbersParted(least))} から ${shortened(numbersParted(most ?? ''))}`
  const largest = Math.max(1, ...bins.map((bin) => bin.count))
  return html`<p>${count(filled)}件、${count(distinct)}種類、空 (NULL) ${count(empty)}${empty > 0 && ` (${((100 * empty) / rows).toFixed(1)}%)`}。${range}</p>
${
  bins.length > 0 &&
  html`<table class="sql-spread"><caption>${isNumeric ? '値の分布' : `多い値 (${bins.length}つまで)`}</caption><tbody>${bins.map(
    ({ name, count: of }) =>
      html`<tr><th scope="row">${shortened(numbersParted(name))}</th><td><span class="sql-bar" style="width:${Math.round((100 * of) / largest)}%"></span><span>${count(of)}</span></td></tr>`,
  )}</tbody></table>`
}`
}

/** Decimals of whole numbers are left out, and thousands parted. */
function numbersParted(name: string): string {
  return /^-?[\d.]+(?:～-?[\d.]+)?$/.test(name)
    ? name
        .split('～')
        .map((number) => parted(number.replace(/\.0$/, '')))
        .join('～')
    : name
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
