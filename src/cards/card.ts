import { tables as dictionary, type TableKey } from '../../loaders/tables.ts'
import type { ChartSize } from '../charts/plot.ts'
import { standaloneSvg } from '../charts/standalone-svg.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { downloadName } from '../format/municipality.ts'
import { type Html, html, joinWords, type Phrase, type Words } from '../markup/html.ts'
import { type CardTable, DataTable, tableCsv } from '../markup/table.ts'

/** What every card shows: the finding as its title, its scope (what, where, when, unit), a chart or body, and where it comes from. */
export interface Card {
  id: string
  finding: Words
  scope: Words
  /** draws the chart at a size; the card shows the size that fits */
  chart?: (size: ChartSize) => Html
  body?: Html
  table?: CardTable
  /** where the document contradicts itself or leaves something out */
  note?: Html | string | undefined
  source: Html | string
  /** the tables of the warehouse that the card shows; their files are offered with it */
  tables?: readonly TableKey[]
  /** over the whole width of the page, or sharing its row */
  width?: 'full' | 'half'
}

/** The notes of a card, one after another; undefined where there is none. */
export function notesOf(...notes: readonly (Phrase | string | undefined)[]): Phrase | undefined {
  return notes.every((note) => note === undefined) ? undefined : joinWords(notes)
}

/** Widths in CSS pixels: of a card over the whole page, of one that shares its row, of one on a phone, and on A4 paper. */
const widths = { full: 1150, half: 536, phone: 340, paper: 640 } as const

/** The one form of all cards. */
export function CardSection(page: PageContext, { id, finding, scope, chart, body, table, note, source, tables = [], width = 'full' }: Card): Html {
  const drawn = chart && drawChart(chart, width)
  return html`<section class="card card-${width}" id="${id}" aria-labelledby="${id}-title">
<h2><span id="${id}-title">${finding}</span></h2>
<p class="scope">${scope}</p>
${drawn && ResponsiveChart(drawn)}
${body}
${note && html`<p class="attention"><span aria-hidden="true">⚠</span> ${note}</p>`}
${table && (chart || body ? html`<details open id="${id}-table"><summary>表で見る (${table.rows.length}行)</summary>${DataTable(table, `${id}-title`)}</details>` : OnlyTable(table, `${id}-title`))}
<div class="source">出典: ${source}</div>
${Downloads(page, id, table, drawn?.wide, tables)}
</section>`
}

/** Rows of a card that is but its table, up to which it is printed without being asked for. */
const mostPrintedRows = 8

/** The table of a card that has nothing else to show; a long one is printed on request only, and says so on paper. */
function OnlyTable(table: CardTable, labelledBy: string): Html {
  if (table.rows.length <= mostPrintedRows) return html`<div class="printed">${DataTable(table, labelledBy)}</div>`
  return html`${DataTable(table, labelledBy)}<p class="table-note">表 (${table.rows.length}行) は、画面で「表も印刷する」を選ぶと印刷される。</p>`
}

/** A chart at the sizes that its place may have: on desks, on phones and, over the whole width of a page, on paper. */
interface DrawnChart {
  place: 'full' | 'half'
  wide: Html
  phone: Html
  paper: Html | undefined
}

function drawChart(draw: (size: ChartSize) => Html, place: 'full' | 'half'): DrawnChart {
  return {
    place,
    wide: draw({ width: widths[place] }),
    phone: draw({ width: widths.phone }),
    paper: place === 'full' ? draw({ width: widths.paper }) : undefined,
  }
}

/** The style sheet shows the size that fits. */
function ResponsiveChart({ place, wide, phone, paper }: DrawnChart): Html {
  return html`<div class="chart chart-wide chart-${place}">${wide}</div><div class="chart chart-narrow">${phone}</div>${paper && html`<div class="chart chart-paper">${paper}</div>`}`
}

/**
 * What can be taken along, in one line: the card's table as CSV, its chart as SVG (a script adds PNG), and the tables of the
 * warehouse that it was made of, which stand with their files and columns on the page of data.
 */
function Downloads(page: PageContext, id: string, table: CardTable | undefined, chart: Html | undefined, made: readonly TableKey[]): Html | undefined {
  const name = downloadName(`${page.path.replace(/^\//, '').replaceAll('/', '-')}-${id}`, page.municipality)
  const links = [
    ...(table ? [{ label: 'CSV', href: page.writeFile(`cards/${name}.csv`, tableCsv(table, page.municipality)) }] : []),
    ...(chart ? [{ label: 'SVG', href: page.writeFile(`cards/${name}.svg`, standaloneSvg(chart, page.site.colours)) }] : []),
  ]
  if (links.length === 0 && made.length === 0) return undefined
  const files = links.map(({ label, href }) => html`<a rel="external" download href="${href}" aria-describedby="${id}-title">${label}</a> `)
  return html`<p class="downloads">${files}${made.length > 0 && html`<span class="tables">元の表: ${made.map((key, index) => html`${index > 0 && '、'}${TableLink(key)}`)}</span>`}</p>`
}

/** A table of the warehouse, leading to its files and to what its columns mean. */
function TableLink(key: TableKey): Html {
  const { name, title } = dictionary[key]
  return html`<a href="/data.html#table-${name}">${title}</a>`
}
