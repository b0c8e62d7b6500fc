import type { PlacedCell } from '../../../loaders/ledger/source-pages.ts'
import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { boxesOn } from '../../format/boxes.ts'
import { linesOfCell } from '../../format/cell-lines.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Html, html } from '../../markup/html.ts'
import { FigureMark, MarkedText } from './figure-mark.ts'
import { figuresByLine, ItemJumps } from './source.ts'
import { UseLists } from './use-lists.ts'

type Figure = Row<'figures'>
type SourcePage = Row<'sourcePages'>

/** What the pages of a document are drawn with. */
interface Drawing {
  page: PageContext
  lists: UseLists
  byLine: ReadonlyMap<number, readonly Figure[]>
  /** the item that begins in a line */
  itemAt: ReadonlyMap<number, number>
  /** lines that have their anchor already */
  anchored: Set<number>
}

/**
 * The document as it is, page by page, sheet by sheet: every number leads to what was made of it. Lines have the anchors `L…`,
 * numbers `n…`, items `item-…`, pages `page-…`.
 */
export function sourcePages(page: PageContext): Html {
  const drawing: Drawing = { page, lists: new UseLists(page.site.uses), byLine: figuresByLine(page), itemAt: firstLines(page), anchored: new Set() }
  const pages = page.warehouse.table('sourcePages').map((one) => SourcePage(drawing, one))
  return html`${drawing.lists.popovers()}
${ItemJumps(page)}
<div class="source-pages">${pages}</div>`
}

/** The line in which each item begins. */
function firstLines({ warehouse }: PageContext): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  for (const { item_no, line_no, part, source_page } of warehouse.table('sourceLines')) {
    if (item_no !== null && part !== 'blank' && source_page !== null && !first.has(item_no)) first.set(item_no, line_no)
  }
  return new Map([...first].map(([item, line]) => [line, item]))
}

function SourcePage(drawing: Drawing, one: SourcePage): Html {
  const name = one.name ?? `${one.page_no}頁`
  const content = one.drawing === null ? undefined : drawing.page.warehouse.drawings.get(one.drawing)
  const body =
    content === undefined
      ? undefined
      : one.drawing?.endsWith('.svg')
        ? PrintedPage(drawing, one, content)
        : TablePage(drawing, JSON.parse(content) as PlacedCell[][])
  return html`<section id="page-${one.page_no}" class="source-page"><h2>${name}</h2>
${body ?? html`<p>図にできないページ。文字${formatNumber(one.glyphs)}字、画像${formatNumber(one.images)}個。</p>`}</section>
`
}

/** A page of a PDF: its drawing, and over it the anchors of its lines and the marks of its numbers. */
function PrintedPage(drawing: Drawing, { page_no, width, height }: SourcePage, svg: string): Html {
  const { warehouse } = drawing.page
  const lines = warehouse.table('sourceLines').flatMap((line) => LineBoxes(drawing, page_no, line))
  const figures = warehouse.table('figures').flatMap((figure) => FigureBox(drawing, page_no, figure))
  return html`<svg class="printed-page" viewBox="0 0 ${width} ${height}" role="group" aria-label="${page_no}頁">${new Html(svg)}${lines}${figures}</svg>`
}

function LineBoxes({ itemAt, anchored }: Drawing, pageNo: number, line: Row<'sourceLines'>): Html[] {
  const boxes = boxesOn(pageNo, line.source_box)
  if (boxes.length === 0) return []
  const id = !anchored.has(line.line_no) && html` id="L${line.line_no}"`
  anchored.add(line.line_no)
  const item = itemAt.get(line.line_no)
  const rects = boxes.map(({ x, y, width, height }) => html`<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`)
  return [html`${item !== undefined && id && html`<g id="item-${item}"></g>`}<g${id} class="line-boxes line-${line.part}">${rects}</g>`]
}

/** A number on a page: over its first box lies its mark. */
function FigureBox({ page, lists }: Drawing, pageNo: number, figure: Figure): Html[] {
  const box = figure.source_page === pageNo ? boxesOn(pageNo, figure.source_box)[0] : undefined
  if (!box) return []
  const printed = page.warehouse.printed(figure)
  return [html`<foreignObject x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}">${FigureMark(figure, '', lists, printed)}</foreignObject>`]
}

/** A sheet or a table: its cells with what they hold, numbers marked. */
function TablePage(drawing: Drawing, rows: readonly (readonly PlacedCell[])[]): Html {
  return html`<div class="scroll"><table class="sheet-page">${rows.map((cells) => html`<tr>${cells.map((cell) => SheetCell(drawing, cell))}</tr>`)}</table></div>`
}

function SheetCell(drawing: Drawing, cell: PlacedCell): Html {
  const columns = cell.columns > 1 && html` colspan="${cell.columns}"`
  const rows = cell.rows > 1 && html` rowspan="${cell.rows}"`
  return html`<td${columns}${rows}${cell.name !== null && html` title="${cell.name}"`}>${CellLines(drawing, cell)}</td>`
}

/** What a cell holds, line by line. */
function CellLines({ page, byLine, lists, itemAt, anchored }: Drawing, cell: PlacedCell): Html[] {
  return linesOfCell(cell, page.warehouse.table('sourceLines'), ({ text }) => text).map(({ line, from, to, isFirst }) => {
    const id = !anchored.has(line.line_no) && html` id="L${line.line_no}"`
    anchored.add(line.line_no)
    const item = itemAt.get(line.line_no)
    const anchor = item !== undefined && id && html`<span id="item-${item}"></span>`
    const marked = MarkedText(line, { from, to }, byLine.get(line.line_no) ?? [], lists)
    return html`${!isFirst && html`<br>`}${anchor}<span${id} class="line-${line.part}">${marked}</span>`
  })
}
