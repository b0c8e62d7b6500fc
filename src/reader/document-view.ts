import type { PlacedCell } from '../../loaders/ledger/source-pages.ts'
import { type ProofPlace, proofPlaceInWords } from '../../loaders/proof.ts'
import { boxesOn } from '../format/boxes.ts'
import { linesOfCell } from '../format/cell-lines.ts'
import { Html, html } from '../markup/html.ts'
import type { DocumentReading, ShownPage } from './reading.ts'

type TextPlace = NonNullable<ProofPlace['text']>

/** Lines shown before and behind a place of a text, and below a drawn page; and letters of a line around it. */
const linesAround = 30
const linesBelowPage = 3
const lettersAround = 2000

/** The document at a place: the page, sheet or table where it is as the file has it, else the lines of its text; the words marked. */
export function DocumentView(document: DocumentReading, place: ProofPlace): Html {
  const page = pageOf(document, place)
  const words = proofPlaceInWords(place)
  return html`<p class="reader-place">${document.path} ${words || (page && pageName(page))}</p>${page ? PageView(document, page, place) : Lines(document, place)}`
}

function pageName({ name, pageNo, svg }: ShownPage): string {
  return name ?? (svg === null ? '' : `${pageNo}頁`)
}

/** The page that a place is on, where the document has pages that can be drawn. */
function pageOf({ pages }: DocumentReading, { text, inFile }: ProofPlace): ShownPage | undefined {
  const line = text?.start.line
  const holds = ({ firstLine, lastLine }: ShownPage) => line !== undefined && firstLine !== null && lastLine !== null && firstLine <= line && line <= lastLine
  const page = pages.find(({ pageNo }) => pageNo === inFile?.page) ?? pages.find(holds)
  return page?.svg || page?.rows ? page : undefined
}

function PageView(document: DocumentReading, page: ShownPage, { text, inFile }: ProofPlace): Html {
  if (page.rows) return Table(document, page.rows, text)
  const boxes = boxesOn(page.pageNo, inFile?.box ?? null)
  const marks = boxes.map(({ x, y, width, height }) => html`<rect class="reader-mark" x="${x}" y="${y}" width="${width}" height="${height}"/>`)
  return html`<svg class="printed-page" viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="${page.pageNo}頁の図">${new Html(page.svg ?? '')}${marks}</svg>${text && Lines(document, { text, inFile }, linesBelowPage)}`
}

function Table(document: DocumentReading, rows: readonly (readonly PlacedCell[])[], at: TextPlace | null): Html {
  return html`<div class="scroll"><table class="sheet-page">${rows.map((cells) => html`<tr>${cells.map((cell) => TableCell(document, cell, at))}</tr>`)}</table></div>`
}

function TableCell({ lines }: DocumentReading, cell: PlacedCell, at: TextPlace | null): Html {
  const { columns, rows } = cell
  const held = linesOfCell(cell, lines, (line) => line).map(
    ({ line, no, from, to, isFirst }) => html`${!isFirst && html`<br>`}${MarkedLine(line, no, at, { from, to })}`,
  )
  return html`<td${columns > 1 && html` colspan="${columns}"`}${rows > 1 && html` rowspan="${rows}"`}>${held}</td>`
}

/** The lines around a place, with their numbers. */
function Lines({ lines }: DocumentReading, { text }: ProofPlace, around = linesAround): Html {
  const at = text ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const first = Math.max(1, at.start.line - around)
  const shown = lines.slice(first - 1, at.end.line + around)
  return html`<div class="source-text">${shown.map((line, index) => {
    const no = first + index
    const from = no === at.start.line ? Math.max(0, at.start.column - 1 - lettersAround) : 0
    const to = Math.min(line.length, from + 2 * lettersAround)
    return html`<p class="line"><span class="line-no">${no}</span><span>${MarkedLine(line, no, text, { from, to })}</span></p>`
  })}</div>`
}

/** A stretch of a line, columns from 0 and end exclusive, with what of a place stands in it marked. */
function MarkedLine(line: string, no: number, at: TextPlace | null, { from, to }: { from: number; to: number }): Html {
  const isIn = at !== null && at.start.line <= no && no <= at.end.line
  const start = isIn ? clamp(no === at.start.line ? at.start.column - 1 : 0, from, to) : to
  const end = isIn ? clamp(no === at.end.line ? at.end.column - 1 : line.length, start, to) : to
  return html`${line.slice(from, start)}${end > start && html`<mark>${line.slice(start, end)}</mark>`}${line.slice(end, to)}`
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
