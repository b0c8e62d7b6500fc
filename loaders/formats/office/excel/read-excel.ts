import { countDigits } from '../../../document/digits.ts'
import { type Drawn, type DrawnNote, DrawnText, type FilePage } from '../../../document/drawn.ts'
import { writeGrid } from '../../grid.ts'
import { relationshipsOf } from '../parts.ts'
import { countLetters } from '../words.ts'
import { child, eachElement, elements, readTree, textOf } from '../xml.ts'
import type { Zip } from '../zip.ts'
import { type CellContext, type RichText, richText } from './cells.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { formatsOfStyles, struckStyles } from './styles.ts'

/** The text of an Excel workbook: its sheets in order, a line a row, numbers as they are printed. What is hidden is said and left out. */
export function readExcel(zip: Zip, main: string, content: Uint8Array): Drawn {
  const workbook = readTree(content, 'workbook')
  const relationships = relationshipsOf(zip, main)
  const partOf = (kind: string) => zip.part(relationships.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '')
  const strings = readStrings(partOf('sharedStrings'))
  const styles = partOf('styles')
  const styleTree = styles && readTree(styles, 'styleSheet')
  const context: CellContext = {
    strings,
    formats: formatsOfStyles(styleTree),
    struckStyles: struckStyles(styleTree),
    is1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
  }
  const writer = new BookWriter(strings.map(({ aids }) => aids).join(''))
  for (const { attributes } of elements(child(workbook, 'sheets') ?? workbook, 'sheet')) {
    const { name = '', state = 'visible', id } = attributes
    const target = relationships.find((relationship) => relationship.id === id)
    const bytes = target?.type.endsWith('/worksheet') ? zip.part(target.target) : undefined
    if (!target || !bytes) continue
    const sheet = readSheet(bytes, name, context)
    if (state === 'visible') writer.sheet(name, sheet, shapeTexts(zip, target.target))
    else writer.hiddenSheet(name, sheet)
  }
  return writer.finish()
}

/** The shared strings in order. */
function readStrings(bytes: Uint8Array | undefined): RichText[] {
  const strings: RichText[] = []
  if (bytes) eachElement(bytes, ['si'], (string) => strings.push(richText(string)))
  return strings
}

/** The words in shapes and text boxes of a sheet, which stand in no cell. */
function shapeTexts(zip: Zip, sheet: string): string {
  let text = ''
  for (const { type, target } of relationshipsOf(zip, sheet)) {
    const bytes = type.endsWith('/drawing') ? zip.part(target) : undefined
    if (bytes) eachElement(bytes, ['t'], (element) => (text += textOf(element)))
  }
  return text
}

/** Puts sheets together to one house text. */
class BookWriter {
  readonly #text = new DrawnText()
  readonly #pages: FilePage[] = []
  readonly #notes: DrawnNote[] = []

  constructor(private readonly aids: string) {}

  sheet(name: string, { grid, hidden, covered, struck, problems }: Sheet, shapes: string): void {
    const page = this.#pages.length + 1
    const from = this.#text.length
    const rows = writeGrid(this.#text, grid, page)
    this.#text.add('\n')
    const unread = [...covered, ...struck].map(({ text }) => text).join('')
    const outside = hidden.text + unread + shapes + (page === 1 ? this.aids : '')
    this.#addPage(name, this.#text.since(from), outside, { rows })
    for (const { cell, reason } of problems) this.#note('unread-format', reason, page, cell)
    for (const { cell, text } of covered) this.#note('left-out', `結合したセルに隠れた値を読まなかった: ${text.slice(0, 40)}`, page, cell)
    for (const { cell, text } of struck) this.#note('left-out', `取り消し線の文字を読まなかった: ${text.slice(0, 40)}`, page, cell)
    if (hidden.text !== '') this.#note('left-out', `隠れた行${hidden.rows}行・列${hidden.columns}列にある文字を読まなかった`, page, name)
    if (shapes.trim() !== '') this.#note('left-out', `セルの外 (図形やテキストボックス) にある文字を読まなかった: ${shapes.trim().slice(0, 40)}`, page, name)
  }

  hiddenSheet(name: string, { grid, hidden, covered, struck }: Sheet): void {
    const others = [...covered, ...struck].map(({ text }) => text).join('')
    const text = grid.cells.flatMap(({ lines }) => lines).join('') + hidden.text + others
    this.#addPage(name, '', text, null)
    if (text !== '') this.#note('left-out', '隠れたシートを読まなかった', this.#pages.length, name)
  }

  #note(ruleId: DrawnNote['ruleId'], reason: string, page: number, cell: string): void {
    this.#notes.push({ ruleId, reason, at: null, mark: { page, box: null, cell } })
  }

  #addPage(name: string, written: string, outside: string, drawing: FilePage['drawing']): void {
    this.#pages.push({
      name,
      width: null,
      height: null,
      glyphs: countLetters(written + outside),
      images: 0,
      digits: countDigits(written + outside),
      digitsOutside: countDigits(outside),
      drawing,
    })
  }

  finish(): Drawn {
    return this.#text.finish(this.#pages, this.#notes)
  }
}
