import { countDigits } from '../../../document/digits.ts'
import { type Drawn, type DrawnCell, type DrawnNote, DrawnText, type FilePage } from '../../../document/drawn.ts'
import { writeGrid } from '../../grid.ts'
import { relationshipsOf } from '../parts.ts'
import { countLetters, withoutEmptyEnds } from '../words.ts'
import { type Element, eachElement, elements, readTree, textOf } from '../xml.ts'
import type { Zip } from '../zip.ts'
import { Numbering } from './numbering.ts'
import { isEndDeleted, readParagraph, withNext } from './paragraph.ts'
import { isFrame, readTable } from './table.ts'

/** A run of paragraphs between tables: the number of the first, and their cells in the drawing. */
interface OpenRun {
  first: number
  last: number
  rows: DrawnCell[][]
  /** where its text begins */
  from: number
  outside: string
}

/**
 * The text of a Word document: paragraphs a line each, tables a line a row. Numbers that Word puts before paragraphs are
 * worked out; what tracked changes delete, reading aids and hidden letters are left out.
 */
export function readWord(zip: Zip, main: string, content: Uint8Array): Drawn {
  return new WordReader(zip, main).read(content)
}

class WordReader {
  readonly #text = new DrawnText()
  readonly #pages: FilePage[] = []
  readonly #notes: DrawnNote[] = []
  readonly #numbering: Numbering
  readonly #footnotes: ReadonlyMap<string, Element>
  /** footnotes that were named and are not written yet */
  #named: Element[] = []
  #noteNo = 0
  /** a paragraph whose end a tracked change deletes */
  #unended: Element | undefined
  #images = 0
  #struck = ''
  #paragraphNo = 0
  #tableNo = 0
  #outside = ''
  #run: OpenRun | undefined

  constructor(
    private readonly zip: Zip,
    private readonly main: string,
  ) {
    this.#numbering = new Numbering(this.#tree('numbering', 'numbering'), this.#tree('styles', 'styles'))
    this.#footnotes = new Map([...this.#notesOf('footnote'), ...this.#notesOf('endnote')])
  }

  /** A small part that the document is related to. */
  #tree(kind: string, root: string): Element | undefined {
    const target = relationshipsOf(this.zip, this.main).find(({ type }) => type.endsWith(`/${kind}`))?.target
    const bytes = target === undefined ? undefined : this.zip.part(target)
    return bytes && readTree(bytes, root)
  }

  #notesOf(kind: 'footnote' | 'endnote'): [string, Element][] {
    const tree = this.#tree(`${kind}s`, `${kind}s`)
    return tree ? elements(tree, kind).map((note) => [`${kind} ${note.attributes.id}`, note]) : []
  }

  read(content: Uint8Array): Drawn {
    eachElement(content, ['p', 'tbl', 'altChunk'], (block) => this.#block(block))
    if (this.#unended) this.#paragraph(this.#unended)
    this.#closeRun()
    this.#headersAndFooters()
    for (const format of this.#numbering.unknown)
      this.#notes.push({ ruleId: 'unread-format', reason: `段落の自動番号の形式「${format}」を読めないので、番号を付けていない`, at: null })
    return this.#text.finish(this.#pages, this.#notes)
  }

  #block(block: Element): void {
    if (block.name === 'altChunk') this.#note('left-out', '別のファイルを埋め込んだ部分を読まなかった', `段落${this.#paragraphNo}の後`)
    if (block.name === 'tbl' && isFrame(block)) this.#within(block)
    else if (block.name === 'tbl') this.#table(block)
    if (block.name !== 'p') return
    const paragraph = this.#unended ? withNext(this.#unended, block) : block
    this.#unended = isEndDeleted(block) ? paragraph : undefined
    if (!this.#unended) this.#paragraph(paragraph)
  }

  /** What stands in a frame, as if there was none. */
  #within(holder: Element): void {
    for (const one of elements(holder)) {
      if (['p', 'tbl', 'altChunk'].includes(one.name)) this.#block(one)
      else if (!['tblPr', 'tblGrid', 'trPr', 'tcPr', 'sdtPr', 'del', 'moveFrom'].includes(one.name)) this.#within(one)
    }
  }

  #note(ruleId: DrawnNote['ruleId'], reason: string, cell: string): void {
    this.#notes.push({ ruleId, reason, at: null, mark: { page: this.#pages.length + 1, box: null, cell } })
  }

  /** The lines of a paragraph with its number, and those of text boxes in it. `inTable` says whether tabs are only gaps. */
  #lines(paragraph: Element, inTable: boolean): string[] {
    const { lines, boxes, images, struck, outside } = readParagraph(paragraph, (kind, id) => this.#nameNote(kind, id))
    this.#outside += outside + struck
    this.#struck += struck
    this.#images += images
    const properties = elements(paragraph, 'pPr')[0]
    const isEmpty = lines.every((line) => line.trim() === '')
    const before = isEmpty ? '' : this.#numbering.before(properties)
    const own = [before + lines[0], ...lines.slice(1)].map((line) => (inTable ? line.replaceAll('\t', ' ') : line.replace(/^\t+/, '')))
    return [...own, ...boxes.flatMap((box) => this.#contentLines(box, inTable))]
  }

  #nameNote(kind: 'footnote' | 'endnote', id: string): void {
    const element = this.#footnotes.get(`${kind} ${id}`)
    if (element) this.#named.push(element)
  }

  /** The lines of what holds paragraphs and tables: a cell, a text box. */
  #contentLines(holder: Element, inTable: boolean): string[] {
    let unended: Element | undefined
    return elements(holder).flatMap((one) => {
      if (one.name === 'p') {
        const paragraph = unended ? withNext(unended, one) : one
        unended = isEndDeleted(one) ? paragraph : undefined
        return unended ? [] : this.#lines(paragraph, inTable)
      }
      if (one.name === 'tbl') return this.#nestedLines(one)
      return ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml'].includes(one.name) ? this.#contentLines(one, inTable) : []
    })
  }

  /** A table within a cell: a line a row, a tab between its cells. */
  #nestedLines(table: Element): string[] {
    const { rows, cells } = readTable(
      table,
      0,
      (cell) => this.#contentLines(cell, true),
      (cell) => this.#drop(cell),
    )
    return Array.from({ length: rows }, (_, row) => {
      const inRow = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rows)
      return inRow.map((cell) => (cell.row === row ? withoutEmptyEnds(cell.lines).join(' ') : '')).join('\t')
    })
  }

  /** What a merged cell hides. */
  #drop(cell: Element): void {
    this.#outside += this.#contentLines(cell, true).join('')
  }

  #paragraph(paragraph: Element): void {
    this.#paragraphNo += 1
    this.#run ??= { first: this.#paragraphNo, last: this.#paragraphNo, rows: [], from: this.#text.length, outside: '' }
    const name = `段落${this.#paragraphNo}`
    const from = this.#text.length
    this.#writeLines(this.#lines(paragraph, false), name)
    this.#sayStruck(name)
    this.#run.last = this.#paragraphNo
    this.#run.rows.push([{ name, columns: 1, rows: 1, from, to: Math.max(from, this.#text.length - 1) }])
    this.#writeNotes()
  }

  #writeLines(lines: readonly string[], name: string): void {
    const mark = { page: this.#pages.length + 1, box: null, cell: name }
    for (const line of lines) {
      this.#text.add(line, mark)
      this.#text.add('\n')
    }
  }

  /** The footnotes that were named since the last, each a line. */
  #writeNotes(): void {
    const named = this.#named
    this.#named = []
    for (const element of named) {
      const lines = withoutEmptyEnds(this.#contentLines(element, false).map((line) => line.trim()))
      this.#writeLines([`※ ${lines.join(' ')}`], `脚注${++this.#noteNo}`)
    }
  }

  /** Says what was struck through since the last. */
  #sayStruck(cell: string): void {
    if (this.#struck.trim() !== '') this.#note('left-out', `取り消し線の文字を読まなかった: ${this.#struck.trim().slice(0, 40)}`, cell)
    this.#struck = ''
  }

  #closeRun(): void {
    const run = this.#run
    if (!run) return
    this.#run = undefined
    const name = run.first === run.last ? `段落${run.first}` : `段落${run.first}–${run.last}`
    this.#addPage(name, run.from, run.rows)
  }

  #table(table: Element): void {
    this.#closeRun()
    this.#tableNo += 1
    const from = this.#text.length
    const grid = readTable(
      table,
      this.#tableNo,
      (cell) => withoutEmptyEnds(this.#contentLines(cell, true)),
      (cell) => this.#drop(cell),
    )
    this.#sayStruck(`表${this.#tableNo}`)
    const rows = writeGrid(this.#text, grid, this.#pages.length + 1)
    this.#writeNotes()
    this.#text.add('\n')
    this.#addPage(`表${this.#tableNo}`, from, rows)
  }

  #addPage(name: string, from: number, rows: DrawnCell[][]): void {
    const written = this.#text.since(from)
    const outside = this.#outside
    const images = this.#images
    this.#outside = ''
    this.#images = 0
    this.#pages.push({
      name,
      width: null,
      height: null,
      glyphs: countLetters(written + outside),
      images,
      digits: countDigits(written + outside),
      digitsOutside: countDigits(outside),
      drawing: { rows },
    })
  }

  /** What stands at the head and foot of every page is no text of the document; its letters are counted. */
  #headersAndFooters(): void {
    const parts = relationshipsOf(this.zip, this.main).filter(({ type }) => /\/(?:header|footer)$/.test(type))
    const text = parts.map(({ target }) => this.#partText(target)).join('')
    if (text.trim() === '') return
    const digits = countDigits(text)
    this.#pages.push({
      name: '柱とページ番号',
      width: null,
      height: null,
      glyphs: countLetters(text),
      images: 0,
      digits,
      digitsOutside: digits,
      drawing: null,
    })
  }

  #partText(target: string): string {
    const bytes = this.zip.part(target)
    let text = ''
    if (bytes) eachElement(bytes, ['t'], (element) => (text += textOf(element)))
    return text
  }
}
