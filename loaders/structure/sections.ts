import type { LineSpan, Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import type { PartKind } from '../forms/form.ts'
import { fiscalYearOf } from '../vocabulary/eras.ts'
import { isOfWholePlan } from '../vocabulary/money-names.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { type FormPatterns, findLabels, findLabelsWithin, findYearLine, isPart, itemHead, type Label } from './labels.ts'
import { filledCells, freshStart, type Row } from './rows.ts'
import { type ThemeHead, themeHead, themesAfter } from './theme-heads.ts'

/** A part of an item: what it is, the words of the label that opened it, and the rows of text after that label. */
export interface Part {
  kind: PartKind
  label: Label
  rows: Row[]
}

/** A line of the table of contents: item number, title, department in charge of the report. */
export interface ContentsRow {
  no: number
  noWords: Words
  title: Words
  department: Words | undefined
  words: Words
}

/**
 * A section of the document about one item. `no` is undefined for a section that stands without its head; `loose` holds
 * text before its first label. The numbering of sections without a head is decided in `numbering.ts`.
 */
export interface Section {
  no: number | undefined
  noWords: Words | undefined
  title: Words | undefined
  words: Words
  parts: Part[]
  loose: Row[]
  /** the heads above the item, the widest first; none where it is not certain which they are */
  themes: readonly Words[]
  /** set where the section's owner cannot be told */
  isDoubtful?: true
}

/** What each line belongs to; `contents` and `title` stand outside items. */
export type LinePart = PartKind | 'blank' | 'title' | 'contents' | 'theme' | 'head' | 'page' | 'unread'

/** A results document taken apart, without any meaning yet. */
export interface Document {
  source: Source
  /** the form by which it was taken apart */
  form: FormPatterns
  title: Words | undefined
  contentsHead: Row[]
  contents: ContentsRow[]
  sections: Section[]
  /** lines that hold a page number alone */
  pageMarks: Row[]
  unread: Row[]
  /** the heads between items */
  themes: Words[]
  lineParts: { section: Section | undefined; part: LinePart }[]
}

const conjunction = /^(?:及び|並びに|又は|または|若しくは|[、,・)])/
const particle = /^(?:[とやのはがをにでも]|から|まで)/
const mostLinesOfPageEnd = 5
/** Letters of the head of a table at most, and lines from it to the table's own head. */
const longestPlanHead = 40
const mostLinesToTable = 5
/** Heads right above an item at most. */
const mostThemes = 4
const noYears: ReadonlySet<number> = new Set()
const pageMark = /^\s*(?:[-ー]\s*\d+\s*[-ー]|\d+|\d+\s*\/\s*\d+|(?:p\.?|page)\s*\d+|\d+\s*(?:ページ|頁))\s*$/i

/** Takes a document apart line by line: contents, items' heads, labels, and the rows that belong to each label. */
export function parseDocument(source: Source, form: FormPatterns): Document {
  return new DocumentParser(source, form).parse()
}

class DocumentParser {
  readonly #document: Document
  #section: Section | undefined
  #part: Part | undefined
  /** the kinds of the section's parts, and each with what tells it from others of its kind */
  readonly #kinds = new Set<PartKind>()
  readonly #keys = new Set<string>()
  #afterPage = true
  /** whether the lines at hand come after an item and are of the whole plan */
  #isAfterItems = false
  /** the heads that hold for the items at hand; undefined from where that is not certain */
  #themes: readonly ThemeHead[] | undefined = []

  constructor(
    private readonly source: Source,
    private readonly form: FormPatterns,
  ) {
    this.#document = { source, form, title: undefined, contentsHead: [], contents: [], sections: [], pageMarks: [], unread: [], themes: [], lineParts: [] }
  }

  parse(): Document {
    for (const line of this.source.lines) {
      this.#afterPage ||= line.startsPage
      const part = this.#readLine(line)
      this.#document.lineParts.push({ section: this.#section, part })
      this.#afterPage = part === 'blank' || part === 'page' || line.endsPage
    }
    return this.#document
  }

  #readLine(line: LineSpan): LinePart {
    const words = Words.of(this.source, line.from, line.to)
    if (words.form.trim() === '') return 'blank'
    const head = itemHead(words, this.form)
    if (head && !this.#isContentsLine(words) && !this.#goesOn(head.title)) return this.#openSection(head, words.trim())
    if (this.#afterPage && pageMark.test(words.form)) return this.#readPageMark(line, words)
    const labels = this.#labelsOf(line, words)
    if (labels.length > 0) return this.#readLabels(line, words, labels)
    if (this.#isAfterItems || this.#endsItems(line, words)) return this.#readAfterItems(line, words)
    return this.#section ? this.#readText(line, words) : this.#readFront(line, words)
  }

  /** The labels of a line; among results a year's head need not be a label of the form, and a review has short heads. */
  #labelsOf(line: LineSpan, words: Words): Label[] {
    const labels = findLabels(words, this.form)
    const role = this.#part && this.form.parts.get(this.#part.kind)?.role
    if (labels.length > 0 || !role) return labels
    const within = findLabelsWithin(words, role, this.form)
    if (within.length > 0 || role !== 'year') return within
    const head = findYearLine(words, this.form)
    if (head && this.#isOpenYear(head.match.form('year') ?? head.match.form('other'))) return []
    return head && (head.isMarked || !this.#isCutAfter(line, words)) ? [{ kind: 'year', key: '', match: head.match }] : []
  }

  /** Whether a year is the one whose results are open: ［令和2年度 窓口］ goes on with what 【令和2年度（実績）】 opened. */
  #isOpenYear(name: string | undefined): boolean {
    const open = this.#part?.kind === 'year' ? this.#part.label.match.form('year') : undefined
    const year = open === undefined ? undefined : fiscalYearOf(open)
    return year !== undefined && name !== undefined && fiscalYearOf(name) === year
  }

  /** Whether a line that could be a head is an entry, or ends in the middle of a sentence: a page end or a particle comes after it. */
  #isCutAfter(line: LineSpan, words: Words): boolean {
    const below = this.source.lines.slice(line.no, line.no + mostLinesOfPageEnd).map(({ from, to }) => this.source.form.slice(from, to))
    const next = below.find((form) => form.trim() !== '' && !pageMark.test(form))?.trimStart() ?? ''
    if (freshStart.test(next)) return next[0] === words.form.trimStart()[0]
    const endsPage = line.endsPage || below[0]?.trim() === '' || this.source.lines[line.no]?.startsPage === true
    return particle.test(next) || (endsPage && !this.#afterPage)
  }

  /** `No.1`, a title and a department in cells before the first item. */
  #isContentsLine(words: Words): boolean {
    return this.#section === undefined && filledCells(words).length > 2 && this.form.contentsNumber.test(filledCells(words)[0]?.form ?? '')
  }

  /** Whether the words after `No.3` at the start of a line go on with the running text above it, as in `No.3 及び No.5 …`. */
  #goesOn(title: Words): boolean {
    const isRunning = !this.#afterPage && this.#part !== undefined && isPart(this.form, this.#part.kind, { holds: ['text'] })
    return conjunction.test(title.form) || (isRunning && (particle.test(title.form) || title.form.includes('。')))
  }

  #readPageMark(line: LineSpan, words: Words): LinePart {
    if (!this.#looksLikePageEnd(line)) return this.#readText(line, words)
    this.#document.pageMarks.push({ lineNo: line.no, words: words.trim(), afterPage: true })
    return 'page'
  }

  /** A page number stands between blank lines; a lone number that a table or a rating may own does not. */
  #looksLikePageEnd(line: LineSpan): boolean {
    const next = this.source.lines[line.no]
    return !next || this.source.form.slice(next.from, next.to).trim() === ''
  }

  #openSection(head: { no: number; noWords: Words; title: Words }, words: Words): LinePart {
    this.#takeThemes()
    this.#startSection({ ...head, words, parts: [], loose: [], themes: (this.#themes ?? []).map(({ words }) => words) })
    this.#part = undefined
    return 'head'
  }

  /** Takes the numbered heads right above an item's head from the rows that they went to, where they count on from those before; else no theme is certain any more. */
  #takeThemes(): void {
    const isFirst = this.#document.sections.length === 0
    const rows = isFirst ? this.#document.unread : (this.#part?.rows ?? [])
    const found = this.#headsAtEnd(rows)
    if (found.length === 0 || !this.#themes) return
    this.#themes = isFirst || isApartFrom(rows, found.length) ? themesAfter(this.#themes, found, isFirst) : undefined
    if (this.#themes) {
      for (const { lineNo } of rows.splice(-found.length)) this.#document.lineParts[lineNo - 1] = { section: undefined, part: 'theme' }
      this.#document.themes.push(...found.map(({ words }) => words))
    }
  }

  /** The heads with which rows end, if nothing but blank lines comes after the first of them. */
  #headsAtEnd(rows: readonly Row[]): ThemeHead[] {
    const found: ThemeHead[] = []
    let below = this.#document.lineParts.length + 1
    for (const row of rows.slice(-mostThemes).reverse()) {
      const head = themeHead(row.words)
      const isRight = this.#document.lineParts.slice(row.lineNo, below - 1).every(({ part }) => part === 'blank' || part === 'page')
      if (!head || !isRight || !this.#isWholeLine(row)) break
      found.unshift(head)
      below = row.lineNo
    }
    return found
  }

  #isWholeLine({ lineNo, words }: Row): boolean {
    const { from, to } = this.source.lines[lineNo - 1] as LineSpan
    return this.source.form.slice(from, to).trim() === words.form.trim()
  }

  #startSection(section: Section): void {
    this.#section = section
    this.#isAfterItems = false
    this.#kinds.clear()
    this.#keys.clear()
    this.#document.sections.push(section)
  }

  #readLabels(line: LineSpan, words: Words, labels: readonly Label[]): LinePart {
    let from = 0
    const parts: LinePart[] = []
    for (const label of labels) {
      const before = words.slice(from, label.match.index)
      if (!before.trim().isEmpty) parts.push(this.#readText(line, before, from === 0))
      this.#openPart(label, line)
      parts.push(label.kind)
      from = label.match.end
    }
    const rest = words.slice(from)
    if (!rest.trim().isEmpty) this.#readText(line, rest, false)
    return parts[0] as LinePart
  }

  #openPart(label: Label, line: LineSpan): void {
    if (!this.#section || this.#startsAnother(label)) this.#openHeadless(label, line)
    this.#part = { kind: label.kind, label, rows: [] }
    this.#section?.parts.push(this.#part)
    this.#kinds.add(label.kind)
    this.#keys.add(partKey(label))
  }

  /**
   * Whether a label cannot belong to the section at hand: the section has it already, or has come to a part after which the
   * form has no such part, as its closing list.
   */
  #startsAnother(label: Label): boolean {
    if (this.#keys.has(partKey(label))) return true
    const role = this.form.parts.get(label.kind)?.role
    return role !== undefined && (this.form.form.notAfter[role] ?? []).some((kind) => this.#kinds.has(kind))
  }

  /** Opens a section whose head is missing, with the text of its page that already went to the section before. */
  #openHeadless(label: Label, line: LineSpan): void {
    const words = label.match.words() as Words
    const section: Section = { no: undefined, noWords: undefined, title: undefined, words, parts: [], loose: this.#takePageStart(line), themes: [] }
    this.#themes = undefined
    for (const row of section.loose) {
      const entry = this.#document.lineParts[row.lineNo - 1]
      if (entry) this.#document.lineParts[row.lineNo - 1] = { section, part: 'unread' }
    }
    this.#startSection(section)
  }

  /**
   * Rows of the open part that stand on the page which the missing head belongs to: the block right above the label, and
   * blocks before it that do not go on with the list's own bullets or with a sentence cut short.
   */
  #takePageStart(line: LineSpan): Row[] {
    const rows = this.#part?.rows ?? []
    const block = blockStart(rows, line.no, this.#afterPage)
    const bullets = listBullets(rows)
    const strange = rows.findIndex((row, index) => index > 0 && row.afterPage && !goesOn(bullets[index], rows[index - 1] as Row, row))
    const cut = strange < 0 ? block : Math.min(strange, block)
    return cut === 0 && !isApart(this.#part, rows[0]) ? [] : rows.splice(cut)
  }

  #readText(line: LineSpan, words: Words, startsLine = true): LinePart {
    const row = { lineNo: line.no, words: trimEnd(words), afterPage: startsLine && this.#afterPage }
    if (this.#part) {
      this.#part.rows.push(row)
      return this.#part.kind
    }
    if (this.#section) this.#section.loose.push(row)
    else this.#document.unread.push(row)
    return 'unread'
  }

  /** Whether a line below an item's closing list heads a table of years of the whole plan's money, which no list holds. */
  #endsItems(line: LineSpan, words: Words): boolean {
    const role = this.#part && this.form.parts.get(this.#part.kind)?.role
    if (role !== 'closing' || words.length > longestPlanHead || words.form.includes('。') || !isOfWholePlan(words.form)) return false
    return this.source.lines.slice(line.no, line.no + mostLinesToTable).some(({ from, to }) => namesYears(Words.of(this.source, from, to)))
  }

  #readAfterItems(line: LineSpan, words: Words): LinePart {
    this.#isAfterItems = true
    this.#section = undefined
    this.#part = undefined
    this.#document.unread.push({ lineNo: line.no, words: words.trim(), afterPage: this.#afterPage })
    return 'unread'
  }

  /** The cells of a line of the contents; below the head 目次 a wide blank parts them as well, but not behind a number that they have. */
  #contentsCells(words: Words): Words[] {
    const found = filledCells(words)
    if (found.length > 1 || this.#document.contentsHead.length === 0) return found
    const parted = words.split(/\s+/g).filter((cell) => !cell.isEmpty)
    return this.#document.contents.some(({ noWords }) => noWords.form === parted[0]?.form) ? found : parted
  }

  #readFront(line: LineSpan, words: Words): LinePart {
    const row = { lineNo: line.no, words: words.trim(), afterPage: this.#afterPage }
    const [no, title, department] = this.#contentsCells(words)
    if (no && title && this.form.contentsNumber.test(no.form)) {
      const noWords = no.match(this.form.contentsNumber)?.words('no') as Words
      this.#document.contents.push({ no: Number(noWords.form), noWords, title, department, words: row.words })
      return 'contents'
    }
    if (this.form.contentsHead.test(words.form.trim()) && this.#document.contents.length === 0 && !namesYears(words)) {
      this.#document.contentsHead.push(row)
      return 'contents'
    }
    if (!this.#document.title && this.form.title.test(words.form)) {
      this.#document.title = row.words
      return 'title'
    }
    this.#document.unread.push(row)
    return 'unread'
  }
}

/** Whether the last rows of a part stand apart from those above, of which some are left and none has such a number. */
function isApartFrom(rows: readonly Row[], heads: number): boolean {
  const kinds = rows.slice(-heads).map(({ words }) => themeHead(words)?.kind)
  const above = rows.slice(0, -heads)
  return above.length > 0 && rows.at(-heads)?.afterPage === true && !above.some(({ words }) => kinds.includes(themeHead(words)?.kind ?? ''))
}

/** Whether two cells of a line name years, as the head of a table of years does. */
function namesYears(words: Words): boolean {
  return filledCells(words).filter(({ form }) => headYear(form, noYears) !== undefined).length > 1
}

/** Index of the first row of the block that a line ends: rows on consecutive lines, up to a page end, which may stand right before the line. */
function blockStart(rows: readonly Row[], lineNo: number, isAfterPage: boolean): number {
  let start = rows.length
  while (start > 0) {
    const row = rows[start - 1] as Row
    const next = rows[start]
    const distance = (next?.lineNo ?? lineNo) - row.lineNo
    if (distance > 1 || (next ? next.afterPage : isAfterPage && distance > 0)) break
    start -= 1
  }
  return start
}

/** Whether a part's first row stands on a later page than its label. */
function isApart(part: Part | undefined, row: Row | undefined): boolean {
  return part !== undefined && row?.afterPage === true && row.lineNo > lineOf(part.label)
}

function lineOf(label: Label): number {
  return label.match.words()?.place.start.line ?? 0
}

const numberedHead = /^\s*\((?<no>\d+)\)/

/** For each row the bullet of the list that it stands in, from one `(1) …` head to the next; undefined where its entries have none. */
function listBullets(rows: readonly Row[]): (string | undefined)[] {
  const lists: { mark: string | undefined }[] = []
  for (const row of rows) {
    const before = lists.at(-1)
    const list = before && !numberedHead.test(row.words.form) ? before : { mark: undefined }
    list.mark ??= bulletOf(row)
    lists.push(list)
  }
  return lists.map(({ mark }) => mark)
}

/** Whether a row after a page end goes on with a list: by the list's bullet (or, as the list, without one), its head or next number, or with a sentence that the page end cut. */
function goesOn(bullet: string | undefined, before: Row, row: Row): boolean {
  const no = numberedHead.exec(row.words.form)?.groups?.no
  if ((no !== undefined && no !== '1') || numberedHead.test(before.words.form)) return true
  return bulletOf(row) === bullet || !/[。)】]\s*$/.test(before.words.form)
}

function bulletOf(row: Row): string | undefined {
  return /^\s*(?<mark>[・○●◯]|-(?=\s))/.exec(row.words.form)?.groups?.mark
}

/** A second name of the year behind the first. */
const otherYear = /(?<=年度?)\s*\(.*/

/** What tells a part of a section from all others: its kind and, of a year, the year. */
function partKey({ kind, key, match }: Label): string {
  return `${kind} ${kind === 'year' ? (match.form('year')?.replace(otherYear, '') ?? match.form(0) ?? '').replace(/\s/g, '') : key}`
}

/** Words without blanks at the end; leading tabs stay, since they are empty cells. */
function trimEnd(words: Words): Words {
  return words.slice(0, words.form.trimEnd().length)
}
