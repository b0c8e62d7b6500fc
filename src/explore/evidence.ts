import type { Row } from '../../loaders/tables.ts'
import { changeInWords, decimalsOf, formatNumber, noData, roundTo } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import { type Measure, rowCount } from './catalog.ts'
import { type Cell, hindrances } from './cell.ts'
import { type LoadedTable, labelOf } from './load.ts'
import { moneyUnits, type Question } from './question.ts'
import type { DataRow } from './rows-script.ts'

/** What a shown number needs to answer for itself: its table, its measure, what was asked, and the numbers of the document. */
export interface Evidence {
  question: Question
  loaded: LoadedTable
  measure: Measure
  figures: ReadonlyMap<number, Row<'figures'>>
}

const longestName = 24

/** A cell's number: a link to its words where one row states it, else a button that opens what it was computed from. */
export function CellNumber(evidence: Evidence, cell: Cell | undefined, name: string): Html | string {
  if (!cell || (cell.rows.length === 0 && !cell.hindrance)) return nothing(evidence.measure)
  if (cell.value === null) return cell.hindrance === undefined ? noData : CellButton(evidence, cell, name)
  const [only] = cell.counted
  if (cell.counted.length > 1 || cell.operands || only === undefined) return CellButton(evidence, cell, name)
  return RowNumber(evidence, evidence.loaded.rows[only] as DataRow, formatCell(cell, evidence.question))
}

function CellButton({ question }: Evidence, cell: Cell, name: string): Html {
  return html`<button type="button" class="computed" popovertarget="explore-receipt" aria-haspopup="dialog" data-cell="${name}">${formatCell(cell, question)}</button>`
}

/** What stands where no row is: none were counted, or nothing is stated. */
export function nothing(measure: Measure): string {
  return measure.name === rowCount.name ? '0' : noData
}

/** A cell's number as text, amounts of yen in the unit that is asked for; what stands against a number where there is none. */
export function formatCell(cell: Cell, question: Question): string {
  if (cell.value === null) return cell.hindrance ? hindrances[cell.hindrance] : noData
  if (question.view === 'growth') return changeInWords(cell.value)
  const { value, decimals } = inMoney(cell, question)
  return formatNumber(value, decimals)
}

/** A cell's value in the unit that is asked for, rounded as it is shown. */
export function inMoney({ value, decimals, unit }: Cell, { money }: Question): { value: number | null; decimals: number; unit: string } {
  if (unit !== '円' || money === 'yen' || value === null) return { value, decimals, unit }
  const { name, yen, decimals: shown } = moneyUnits[money]
  return { value: roundTo(value / yen, shown), decimals: shown, unit: name }
}

/** A row's own number, linked to its words: the number of the document that states it, else the line of its row. */
export function RowNumber(evidence: Evidence, row: DataRow, text: string): Html | string {
  const href = rowHref(evidence, row)
  if (href === undefined) return text
  const value = row[evidence.measure.name]
  const figure = figureOf(evidence, row)
  const printed = figure ? `「${formatNumber(figure.value, decimalsOf(figure.value ?? 0))}${figure.unit ?? ''}」` : ''
  return html`<a class="read" href="${href}" title="原文${String(row.source_line)}行${printed}"${figure && html` data-value="${Number(value)}"`}>${text}</a>`
}

/** Where a row's number stands in the source view; undefined for a row of no place. */
export function rowHref(evidence: Evidence, row: DataRow): string | undefined {
  if (typeof row.source_line !== 'number') return undefined
  const figure = figureOf(evidence, row)
  return `./source.html#${figure ? `n${figure.figure_no}` : `L${row.source_line}`}`
}

function figureOf({ measure, figures }: Evidence, row: DataRow): Row<'figures'> | undefined {
  return figures.get(Number(row[`${measure.name}_figure_no`] ?? Number.NaN))
}

/** The line that a row was read from, as a link. */
export function RowSource(row: DataRow): Html | string {
  return typeof row.source_line === 'number' ? html`<a class="read" href="./source.html#L${row.source_line}">原文${row.source_line}行</a>` : noData
}

/** A row in a few words: its item, its year, and the name that stands in it. */
export function rowName({ catalog, keys }: LoadedTable, index: number): string {
  const label = (name: string) => {
    const dimension = catalog.dimensions.find((other) => other.name === name)
    return dimension && labelOf(dimension, String(keys.column(name)?.at(index)))
  }
  const own = catalog.dimensions.filter(({ name, kind, ofItem }) => kind === 'words' && !ofItem && name !== 'unit').map(({ name }) => label(name))
  const named = own.filter((text) => text !== undefined && text !== '(記載なし)').join('、')
  return [label('item_no'), label('fiscal_year'), named.length > longestName * 2 ? `${named.slice(0, longestName * 2)}…` : named].filter(Boolean).join(' ')
}

/** A row's value as text, with as many decimals as it has. */
export function formatValue(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value, decimalsOf(value)) : noData
}
