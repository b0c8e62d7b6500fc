import { tables as dictionary, type TableKey } from '../../loaders/tables.ts'
import { filesFolder } from '../../loaders/warehouse/file-entry.ts'
import type { ChartSize } from '../charts/plot.ts'
import { standaloneSvg } from '../charts/standalone-svg.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { type Html, html, type Words } from '../markup/html.ts'
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
${table && (chart || body ? html`<details open id="${id}-table"><summary>表で見る (${table.rows.length}行)</summary>${DataTable(table)}</details>` : DataTable(table))}
<p class="source">出典: ${source}</p>
${Downloads(page, id, table, drawn?.wide)}
${tables.length > 0 && html`<p class="tables">元の表: ${tables.map((key, index) => html`${index > 0 && '、'}${TableFiles(page, key)}`)}</p>`}
</section>`
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

/** Files of exactly what the card shows: its table as CSV, its chart as SVG; a script adds PNG. */
function Downloads(page: PageContext, id: string, table: CardTable | undefined, chart: Html | undefined): Html | undefined {
  const name = `${page.path.replace(/^\//, '').replaceAll('/', '-')}-${id}`
  const links = [
    ...(table ? [{ label: 'CSV', href: page.writeFile(`cards/${name}.csv`, tableCsv(table)) }] : []),
    ...(chart ? [{ label: 'SVG', href: page.writeFile(`cards/${name}.svg`, standaloneSvg(chart, page.site.colours)) }] : []),
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
