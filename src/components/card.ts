import { type Html, html } from './html.ts'
import type { ChartSize } from './plot.ts'

/** A table behind a chart: headings, and rows of cells; numbers are right-aligned. */
export interface CardTable {
  head: readonly string[]
  rows: readonly (readonly (string | Html)[])[]
}

/** What every card shows: the finding as its title, its scope (what, where, when, unit), a body, and where it comes from. */
export interface CardContent {
  id: string
  finding: string
  scope: string
  body: Html
  table?: CardTable
  /** where the document contradicts itself or leaves something out */
  note?: string | undefined
  source: string
}

/** The one form of all cards. */
export function Card({ id, finding, scope, body, table, note, source }: CardContent): Html {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title">
<h2><span id="${id}-title">${finding}</span></h2>
<p class="scope">${scope}</p>
${body}
${note && html`<p class="attention"><span aria-hidden="true">⚠</span> ${note}</p>`}
${table && TableDetails(table)}
<p class="source">出典: ${source}</p>
</section>`
}

/** Widths in CSS pixels: of a card over the whole page, of one that shares its row, of one on a phone, and on A4 paper. */
const widths = { full: 1150, half: 536, phone: 340, paper: 640 } as const

/** A chart drawn for desks, phones and paper; the style sheet shows the one that fits. */
export function ResponsiveChart(draw: (size: ChartSize) => Html, place: 'full' | 'half'): Html {
  return html`<div class="chart chart-wide chart-${place}">${draw({ width: widths[place] })}</div><div class="chart chart-narrow">${draw({ width: widths.phone })}</div>${place === 'full' && html`<div class="chart chart-paper">${draw({ width: widths.paper })}</div>`}`
}

function TableDetails({ head, rows }: CardTable): Html {
  return html`<details><summary>表で見る (${rows.length}行)</summary><div class="table-scroll" tabindex="0" role="region" aria-label="表"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${isNumeric(cell) && html` class="number"`}>${cell}</td>`))}</tr>`)}</tbody>
</table></div></details>`
}

function isNumeric(cell: string | Html): boolean {
  return typeof cell === 'string' && /^[−+±]?[\d,.]+ ?(?:[%件人円]|万円|億円)?$/.test(cell)
}
