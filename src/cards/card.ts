import { tables as dictionary, type TableKey } from '../../loaders/tables.ts'
import type { ChartSize } from '../charts/plot.ts'
import { standaloneSvg } from '../charts/standalone-svg.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { TermButtons } from '../evidence/terms.ts'
import { downloadName } from '../format/municipality.ts'
import type { TermId } from '../format/terms.ts'
import { type Html, html, joinWords, type Phrase, type Words } from '../markup/html.ts'
import { type CardTable, DataTable, tableCsv } from '../markup/table.ts'

/** What every card shows: the finding as its title, its scope (what, where, when, unit), a chart or body, and where it comes from. */
export interface Card {
  id: string
  finding: Words
  scope: Words
  /** draws the chart at a size; the card shows the size that fits */
  chart?: (size: ChartSize) => Html
  /** other ways to see what the chart shows, to be chosen; the chart itself is the first of them */
  views?: CardViews | undefined
  body?: Html
  table?: CardTable
  /** where the document contradicts itself or leaves something out */
  note?: Html | string | undefined
  source: Html | string
  /** words of the card that open what they mean */
  terms?: readonly TermId[]
  /** the tables of the warehouse that the card shows; their files are offered with it */
  tables?: readonly TableKey[]
  /** over the whole width of the page, or sharing its row */
  width?: 'full' | 'half'
}

/** The choices that lead to the drawings of a card, and each drawing with what has to be chosen for it, in the order of the choices. */
export interface CardViews {
  choices: readonly Choice[]
  drawings: readonly { chosen: readonly string[]; chart: (size: ChartSize) => Html }[]
}

/** What may be chosen: its name in the address, its title, and its options by their names in the address; the first goes without saying. */
export interface Choice {
  name: string
  title: string
  options: Readonly<Record<string, string>>
}

/** The notes of a card, one after another; undefined where there is none. */
export function notesOf(...notes: readonly (Phrase | string | undefined)[]): Phrase | undefined {
  return notes.every((note) => note === undefined) ? undefined : joinWords(notes)
}

/** Widths in CSS pixels: of a card over the whole page, of one that shares its row, of one on a phone, and on A4 paper. */
const widths = { full: 1150, half: 536, phone: 340, paper: 640 } as const

/** The one form of all cards. */
export function CardSection(
  page: PageContext,
  { id, finding, scope, chart, views, body, table, note, source, tables = [], terms = [], width = 'full' }: Card,
): Html {
  const first = views?.drawings[0]?.chart ?? chart
  const drawn = first && drawChart(first, width)
  return html`<section class="card card-${width}" id="${id}" aria-labelledby="${id}-title">
<h2><span id="${id}-title">${finding}</span></h2>
<p class="scope">${scope}</p>
${views && !page.site.isStill ? Drawings(page, id, views, width) : drawn && ResponsiveChart(drawn)}
${body}
${note && html`<p class="attention"><span aria-hidden="true">⚠</span> ${note}</p>`}
${table && (drawn || body ? html`<details open id="${id}-table"><summary>表で見る (${table.rows.length}行)</summary>${DataTable(table, `${id}-title`)}</details>` : OnlyTable(table, `${id}-title`))}
${TermButtons(page, terms)}
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

/** The drawings of a card, all but the first hidden until a script lets one choose; printed is what is chosen. */
function Drawings(page: PageContext, id: string, { choices, drawings }: CardViews, width: 'full' | 'half'): Html {
  const form = html`<form class="choices" data-choices autocomplete="off" aria-label="図の見方" hidden>${choices.map(({ name, title, options }) => html`<fieldset><legend>${title}</legend>${Object.entries(options).map(([value, label], index) => html`<label><input type="radio" name="${name}" value="${value}"${index === 0 && html` checked`}> ${label}</label>`)}</fieldset>`)}</form>`
  const drawn = drawings.map(({ chosen, chart }, index) => {
    const made = drawChart(chart, width)
    const path = `cards/${cardName(page, id)}-${chosen.join('-')}.svg`
    const state = choices.map(({ name }, place) => html` data-choice-${name}="${chosen[place] ?? ''}"`)
    const names = choices.map(({ options }, place) => options[chosen[place] ?? '']).join('、')
    const svg = index === 0 ? undefined : html` data-svg="${page.writeFile(path, standaloneSvg(made.wide, page.site.colours))}"`
    return html`<div class="drawing"${state}${svg}${index > 0 && html` hidden`}>${index > 0 && html`<p class="drawing-name">${names}</p>`}${ResponsiveChart(made)}</div>`
  })
  return html`${form}${drawn}`
}

/** The style sheet shows the size that fits. */
function ResponsiveChart({ place, wide, phone, paper }: DrawnChart): Html {
  return html`<div class="chart chart-wide chart-${place}">${wide}</div><div class="chart chart-narrow">${phone}</div>${paper && html`<div class="chart chart-paper">${paper}</div>`}`
}

/**
 * What can be taken along, in one line: the card's table as CSV, its chart as SVG (a script adds PNG), the address of the card (which
 * a script copies), and the tables of the warehouse that it was made of, which stand with their files and columns on the page of data.
 */
function Downloads(page: PageContext, id: string, table: CardTable | undefined, chart: Html | undefined, made: readonly TableKey[]): Html {
  const name = cardName(page, id)
  const links = [
    ...(table ? [{ label: 'CSV', href: page.writeFile(`cards/${name}.csv`, tableCsv(table, page.municipality)) }] : []),
    ...(chart ? [{ label: 'SVG', href: page.writeFile(`cards/${name}.svg`, standaloneSvg(chart, page.site.colours)) }] : []),
  ]
  const files = links.map(({ label, href }) => html`<a rel="external" download href="${href}" aria-describedby="${id}-title">${label}</a> `)
  return html`<p class="downloads">${files}${!page.site.isStill && html`<a class="card-link" href="#${id}" aria-describedby="${id}-title">リンク</a> `}${made.length > 0 && html`<span class="tables">元の表: ${made.map((key, index) => html`${index > 0 && '、'}${TableLink(key)}`)}</span>`}</p>`
}

/** The name of a card's files. */
function cardName({ path, municipality }: PageContext, id: string): string {
  return downloadName(`${path.replace(/^\//, '').replaceAll('/', '-')}-${id}`, municipality)
}

/** A table of the warehouse, leading to its files and to what its columns mean. */
function TableLink(key: TableKey): Html {
  const { name, title } = dictionary[key]
  return html`<a href="/data.html#table-${name}">${title}</a>`
}
