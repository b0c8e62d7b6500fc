import { ReadNumber, ReadWords, sourceHref } from '../evidence/numbers.ts'
import type { FigureIndex, SourcePlace } from '../facts/figure-index.ts'
import { decimalsOf, formatNumber, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import type { Cell } from './answer.ts'
import { type Measure, rowCount } from './catalog.ts'
import { type DataRow, type LoadedTable, labelOf } from './load.ts'

/** What a shown number needs to answer for itself: its table, its measure and the numbers of the document. */
export interface Evidence {
  loaded: LoadedTable
  measure: Measure
  figures: FigureIndex
}

const longestName = 24

/** A cell's number: a link to its words where one row states it, else a button that opens what it was computed from. */
export function CellNumber(evidence: Evidence, cell: Cell | undefined, name: string): Html | string {
  if (!cell || cell.rows.length === 0) return nothing(evidence.measure)
  const [only] = cell.rows
  const row = evidence.loaded.rows[only as number] as DataRow
  if (cell.rows.length === 1) return cell.value === null ? noData : RowNumber(evidence, row, formatCell(cell))
  if (cell.value === null && !cell.hasMixedUnits) return noData
  return html`<button type="button" class="computed" popovertarget="explore-receipt" aria-haspopup="dialog" data-cell="${name}">${formatCell(cell)}</button>`
}

/** What stands where no row is: none were counted, or nothing is stated. */
export function nothing(measure: Measure): string {
  return measure.name === rowCount.name ? '0' : noData
}

/** A cell's number as text. */
export function formatCell({ value, decimals, hasMixedUnits }: Cell): string {
  return hasMixedUnits ? '単位が混在' : formatNumber(value, decimals)
}

/** A row's own number, linked to its words. */
export function RowNumber({ measure, figures }: Evidence, row: DataRow, text: string): Html | string {
  const place = placeOf(row)
  if (!place) return text
  const value = measure.name === rowCount.name || measure.isComputed ? null : row[measure.name]
  return local(ReadNumber({ figures }, text, place, typeof value === 'number' ? value : null))
}

/** Where a row's number stands in the source view; undefined for a row of no place. */
export function rowHref({ measure, figures }: Evidence, row: DataRow): string | undefined {
  const place = placeOf(row)
  const value = row[measure.name]
  return place && localHref(sourceHref({ figures }, place, typeof value === 'number' && !measure.isComputed ? value : null))
}

/** The line that a row was read from, as a link. */
export function RowSource(row: DataRow): Html | string {
  const place = placeOf(row)
  return place ? local(ReadWords(`原文${place.source_line}行`, place)) : noData
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

function placeOf(row: DataRow): SourcePlace | undefined {
  return typeof row.source_line === 'number' ? (row as unknown as SourcePlace) : undefined
}

/** Markup for a page at the site's root, whatever path the site stands under. */
function local(markup: Html): Html {
  return html`${Object.assign(markup, { text: markup.text.replaceAll('href="/', 'href="./') })}`
}

function localHref(href: string): string {
  return `.${href}`
}

/** A row's value as text, with as many decimals as it has. */
export function formatValue(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value, decimalsOf(value)) : noData
}
