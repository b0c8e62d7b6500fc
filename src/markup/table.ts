import { csvText } from '../format/csv.ts'
import { type Municipality, withMunicipality } from '../format/municipality.ts'
import { type Html, html } from './html.ts'
import { type Topic, TopicMarks } from './topic.ts'

/** A cell of a card's table: plain words, or a value (for downloads) with what is shown for it. */
export type Cell = string | { value: number | string | null; shown: Html | string }

/** A table behind a chart: headings with units, and rows of cells; the first cell of a row is its heading. */
export interface CardTable {
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** what the rows are about, in their order, where each is about something */
  topics?: readonly Topic[]
}

/** A table in markup, called as the element of an id is; numbers stand at the right. */
export function DataTable({ head, rows, topics = [] }: CardTable, labelledBy: string): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="${labelledBy}"><table aria-labelledby="${labelledBy}">
<thead><tr>${head.map((cell, index) => html`<th scope="col"${isNumeric(rows, index) && html` class="number-head"`}>${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row, place) => html`<tr${TopicMarks(topics[place])}>${row.map((cell, index) => TableCell(cell, index, head[index] ?? ''))}</tr>`)}</tbody>
</table></div>`
}

/** Whether a column holds numbers, so that its heading stands at the right too. */
function isNumeric(rows: CardTable['rows'], index: number): boolean {
  return index > 0 && rows.some((row) => isNumber(row[index]))
}

function isNumber(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && typeof cell.value === 'number'
}

/** A cell; on phones, where wide tables stand as a list a row, the style sheet shows its heading beside it. */
function TableCell(cell: Cell, index: number, heading: string): Html {
  const shown = typeof cell === 'string' ? cell : cell.shown
  if (index === 0) return html`<th scope="row">${shown}</th>`
  return html`<td data-heading="${heading}"${typeof cell !== 'string' && typeof cell.value !== 'string' && html` class="number"`}>${shown}</td>`
}

/** The table as CSV for Excel, each row with the municipality that it is of; numbers as values, nothing where there is none. */
export function tableCsv({ head, rows }: CardTable, municipality?: Municipality): string {
  return csvText(withMunicipality([head, ...rows.map((row) => row.map(cellValue))], municipality), { forExcel: true })
}

/** What a cell says, null where it says nothing. */
function cellValue(cell: Cell): string | number | null {
  const value = typeof cell === 'string' ? cell : cell.value
  return value === '' ? null : value
}
