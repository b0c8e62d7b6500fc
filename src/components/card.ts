import { tables as dictionary, type TableKey } from '../../loaders/dictionary/tables.ts'
import { filesFolder } from '../files/folder.ts'
import type { PageContext } from '../page.ts'
import { type Html, html } from './html.ts'
import type { ChartSize } from './plot.ts'
import { standaloneSvg } from './standalone-svg.ts'
import { type CardTable, DataTable, tableCsv } from './table.ts'

/** What every card shows: the finding as its title, its scope (what, where, when, unit), a chart or body, and where it comes from. */
export interface CardContent {
  id: string
  finding: Html | string
  scope: Html | string
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

/** Widths in CSS pixels: of a card over the whole page, of one that shares its row, of one on a phone, and on A4 paper. */
const widths = { full: 1150, half: 536, phone: 340, paper: 640 } as const

/** The one form of all cards. */
export function Card(page: PageContext, { id, finding, scope, chart, body, table, note, source, tables = [], width = 'full' }: CardContent): Html {
  return html`<section class="card card-${width}" id="${id}" aria-labelledby="${id}-title">
<h2><span id="${id}-title">${finding}</span></h2>
<p class="scope">${scope}</p>
${chart && ResponsiveChart(chart, width)}
${body}
${note && html`<p class="attention"><span aria-hidden="true">⚠</span> ${note}</p>`}
${table && (chart || body ? html`<details open id="${id}-table"><summary>表で見る (${table.rows.length}行)</summary>${DataTable(table)}</details>` : DataTable(table))}
<p class="source">出典: ${source}</p>
${Downloads(page, id, table, chart?.({ width: widths[width] }))}
${tables.length > 0 && html`<p class="tables">元の表: ${tables.map((key, index) => html`${index > 0 && '、'}${TableFiles(page, key)}`)}</p>`}
</section>`
}

/** A chart drawn for desks, phones and paper; the style sheet shows the one that fits. */
function ResponsiveChart(draw: (size: ChartSize) => Html, place: 'full' | 'half'): Html {
  return html`<div class="chart chart-wide chart-${place}">${draw({ width: widths[place] })}</div><div class="chart chart-narrow">${draw({
    width: widths.phone,
  })}</div>${place === 'full' && html`<div class="chart chart-paper">${draw({ width: widths.paper })}</div>`}`
}

/** Files of exactly what the card shows: its table as CSV, its chart as SVG; a script adds PNG. */
function Downloads(page: PageContext, id: string, table: CardTable | undefined, chart: Html | undefined): Html | undefined {
  const name = `${page.path.replace(/^\//, '').replaceAll('/', '-')}-${id}`
  const links = [
    ...(table ? [{ label: 'CSV', href: page.writeFile(`cards/${name}.csv`, tableCsv(table)) }] : []),
    ...(chart ? [{ label: 'SVG', href: page.writeFile(`cards/${name}.svg`, standaloneSvg(chart)) }] : []),
  ]
  return links.length === 0
    ? undefined
    : html`<p class="downloads">${links.map(({ label, href }) => html`<a rel="external" download href="${href}">${label}</a> `)}</p>`
}

/** A table of the warehouse with its files: its name leads to what its columns mean. */
function TableFiles(page: PageContext, key: TableKey): Html {
  const { name, title } = dictionary[key]
  const link = (label: string, path: string) =>
    html`<a rel="external" download href="${page.root}${filesFolder}/${path}" aria-label="${title}の${label}">${label}</a>`
  return html`<a href="/data.html#table-${name}">${title}</a> (${link('Parquet', `parquet/${name}.parquet`)} ${link('CSV', `csv/${name}.csv`)})`
}
