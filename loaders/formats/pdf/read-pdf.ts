import { type Drawn, type DrawnNote, DrawnText, type FilePage, type Mark } from '../../document/drawn.ts'
import { addMarked, writeGrid } from '../grid.ts'
import type { TextTable } from './block.ts'
import { blocksOf, type PageBlocks } from './blocks.ts'
import { digitsOf } from './characters.ts'
import { drawPage, points } from './drawing.ts'
import { damaged, enginePages } from './engine.ts'
import type { Line } from './lines.ts'
import { Meetings } from './meetings.ts'
import { notesOf, refuseUnreadable } from './notes.ts'
import { joinPages } from './pages.ts'
import { hangs, type ParagraphStyle, paragraphsOf } from './paragraphs.ts'
import type { PdfTools } from './pdf-tools.ts'
import { forgetPdfium, loadPdfium } from './pdfium.ts'
import { upright } from './turn.ts'
import { type BlankStyle, blankStyle, type Written, writeLine } from './written.ts'

const ambiguousBreak = '文の終わりで行がいっぱいになり、次の行が続きか新しい段落か決められない。続きとして読んだ'

/** The text of a PDF with the boxes of its letters; throws a {@link FormatRefusal}. */
export async function readPdf(bytes: Uint8Array, { program, onPage }: PdfTools): Promise<Drawn> {
  const pdfium = await loadPdfium(program)
  const pages: PageBlocks[] = []
  try {
    for (const page of enginePages(pdfium, bytes, onPage)) pages.push(blocksOf(upright(page)))
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error
    forgetPdfium()
    throw damaged()
  }
  refuseUnreadable(pages)
  const ambiguous: DrawnNote[] = []
  const repeated: Line[] = []
  const text = writeDocument(pages, {
    onAmbiguous: (mark) => ambiguous.push({ ruleId: 'ambiguous-break', reason: ambiguousBreak, at: null, mark }),
    onRepeated: (lines) => repeated.push(...lines),
  })
  return text.finish(
    pages.map((page) => drawnPage(page, repeated)),
    [...notesOf(pages), ...ambiguous],
  )
}

/** What is told while a document is written. */
interface Listeners {
  readonly onAmbiguous: (mark: Mark) => void
  readonly onRepeated: (lines: readonly Line[]) => void
}

function writeDocument(pages: readonly PageBlocks[], { onAmbiguous, onRepeated }: Listeners): DrawnText {
  const text = new DrawnText()
  const columns = pages.flatMap(columnsOf)
  const lines = columns.flatMap((one) => one.lines)
  const blanks = blankStyle(lines)
  const meetings = new Meetings(lines.map((line) => writeLine(line, blanks).text))
  const style = { ...blanks, hangs: hangs(columns), meetings }
  for (const block of joinPages(pages, { ...style, onRepeated })) {
    if ('table' in block) writeTable(text, block.table, { ...style, onAmbiguous })
    else if ('lines' in block) writeParagraphs(text, paragraphsOf(block.lines, block.column, { ...style, onAmbiguous }, true))
    else writePageEnd(text, block.marks, style, block.pageEnd === pages.length)
  }
  return text
}

/** Everything in which lines can be wrapped. */
function columnsOf({ blocks }: PageBlocks) {
  return blocks.flatMap((block) => ('table' in block ? block.table.cells.map((cell) => ({ lines: cell.lines, column: cell })) : [block]))
}

function writeParagraphs(text: DrawnText, paragraphs: readonly Written[]): void {
  for (const { text: line, marks } of paragraphs) {
    addMarked(text, line, marks)
    text.add('\n')
  }
  text.add('\n')
}

function writeTable(text: DrawnText, table: TextTable, style: ParagraphStyle): void {
  const cells = table.cells.map((cell) => {
    const paragraphs = paragraphsOf(cell.lines, cell, style)
    return { ...cell, name: '', lines: paragraphs.map((one) => one.text), marks: paragraphs.map((one) => one.marks) }
  })
  writeGrid(text, { rows: table.rows, columns: table.columns, cells }, table.page)
  text.add('\n')
}

/** The numbers of a page, each between blank lines, and its end. */
function writePageEnd(text: DrawnText, marks: readonly Line[], style: BlankStyle, isLast: boolean): void {
  for (const line of marks) writeParagraphs(text, [writeLine(line, style)])
  if (!isLast) text.add('\f')
}

function drawnPage(blocks: PageBlocks, repeated: readonly Line[]): FilePage {
  const { page, letters } = blocks
  const outside = [...Object.values(letters.outside).flat(), ...repeated.filter((line) => line.page === page.no).flatMap((line) => line.letters)]
  return {
    name: null,
    width: points(page.width),
    height: points(page.height),
    glyphs: page.glyphs.length,
    images: page.images,
    digits: digitsOf(page.glyphs),
    digitsOutside: digitsOf(outside),
    drawing: drawPage(blocks),
  }
}
