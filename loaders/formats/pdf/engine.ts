import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { FormatRefusal } from '../refusal.ts'
import type { PdfTools } from './pdf-tools.ts'
import { linesOfDashes, longestDash, type Ruling } from './rulings.ts'

/** PDFium with the views of its memory, which it makes anew as the memory grows. */
export type Pdfium = WrappedPdfiumModule & {
  readonly pdfium: { readonly HEAPU8: Uint8Array; readonly HEAP32: Int32Array; readonly HEAPF32: Float32Array; readonly HEAPF64: Float64Array }
}

/** A rectangle of a page in points, y as of what it belongs to. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Why a letter of the text layer is not seen on paper: outside of its clip or of the page, drawn without ink, or filled over later. */
export type Hidden = 'clipped' | 'invisible' | 'covered'

/** A letter as the text layer has it, in points, y upward until the page is turned (see turn.ts). */
export interface Glyph {
  readonly char: string
  /** what its ink covers */
  readonly ink: Rect
  /** where its advance begins and ends, as high as its font */
  readonly cell: Rect
  /** where it stands on its baseline */
  readonly x: number
  readonly y: number
  /** the direction of its line in quarter turns against the clock, 0 for upright */
  readonly turns: number
  /** the piece of text that the file draws it with, one number each */
  readonly run: number
  /** of its font, in points */
  readonly size: number
  readonly hidden: Hidden | null
  /** whether the font says which letter it is */
  readonly isMapped: boolean
  /** whether the font is in the file, so that it says how broad the letter is */
  readonly isEmbedded: boolean
  /** how far its font says that the next letter is, in points; 0 where that is not asked, as of fonts in the file */
  readonly advance: number
  /** the paragraph of the tagged structure that it belongs to, -1 without */
  readonly paragraph: number
}

/** What PDFium finds on a page. */
export interface EnginePage {
  readonly no: number
  /** the printed area */
  readonly box: Rect
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
  readonly images: number
}

/** Filled rectangles up to this breadth, in points, are drawn lines. */
const maxLineBreadth = 3
/** Lines within this slant, in points, are upright or across. */
const maxSlant = 0.5
/** Of the size of a font: how far the middle of its letters is above the baseline. */
const middleHeight = 0.35
const errorPassword = 4
const maxDepth = 50
/** Objects of a page after which it is no text anybody wrote. */
const maxObjects = 500_000
/** Pieces of text of a page of which some are asked for again; with more of them it is a drawing. */
const maxPieces = 20_000
/** Filled rectangles of a page that may cover letters; with more of them it is a drawing. */
const maxFills = 20_000
const blockTags = /^(?:P|H\d?|LI|LBody|Lbl|TD|TH|Caption|TOCI|Note|BlockQuote|Title)$/

/** The pages of a PDF, one after the other, so that one is in memory at a time. The empty password opens; any other is refused. */
export function* enginePages(pdfium: Pdfium, bytes: Uint8Array, onPage?: PdfTools['onPage']): Generator<EnginePage> {
  const memory = pdfium.pdfium.wasmExports
  const file = memory.malloc(bytes.length)
  if (file === 0) throw damaged()
  pdfium.pdfium.HEAPU8.set(bytes, file)
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '')
  const scratch = memory.malloc(64)
  const reader = new Reader(pdfium, scratch)
  try {
    if (document === 0) throw pdfium.FPDF_GetLastError() === errorPassword ? locked() : damaged()
    const count = pdfium.FPDF_GetPageCount(document)
    if (count < 1) throw damaged()
    for (let index = 0; index < count; index++) {
      onPage?.(index + 1, count)
      yield readPage(reader, document, index)
    }
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document)
    memory.free(scratch)
    memory.free(file)
  }
}

function locked(): FormatRefusal {
  return new FormatRefusal('password-protected', 'パスワードで守られた PDF。パスワードを外して保存した PDF を渡す')
}

/** Why a file cannot be read that is no whole PDF. */
export function damaged(): FormatRefusal {
  return new FormatRefusal('damaged-file', 'PDF が壊れているか、途中で切れている。元のファイルをもう一度取得するか、書き出し直した PDF を渡す')
}

function readPage(reader: Reader, document: number, index: number): EnginePage {
  const { pdfium } = reader
  const page = pdfium.FPDF_LoadPage(document, index)
  if (page === 0) throw new FormatRefusal('damaged-file', 'ページを開けない。PDF を書き出し直す', { page: index + 1, cell: null })
  try {
    const box = reader.pageBox(page)
    const drawn = new PageObjects(reader, box)
    drawn.readAll(page)
    const glyphs = readGlyphs(reader, page, drawn, paragraphsOf(reader, page))
    return { no: index + 1, box, glyphs, rulings: drawn.rulings, images: drawn.images }
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}

/**
 * The letters of a page. PDFium gives pieces of text that are alike and near to each other once, a line that is printed again below itself
 * too; so those that it left out are asked for again, with the others taken off the page.
 */
function readGlyphs(reader: Reader, page: number, drawn: PageObjects, paragraphs: ReadonlyMap<number, number>): Glyph[] {
  const { pdfium } = reader
  const left = new Set(drawn.texts.keys())
  const taken: number[] = []
  const seen = new Set<number>()
  const glyphs: Glyph[] = []
  try {
    for (;;) {
      const { found, runs } = readOnce(reader, page, drawn, paragraphs)
      for (const glyph of found) if (!seen.has(glyph.run)) glyphs.push(glyph)
      for (const run of runs) seen.add(run)
      const read = [...runs].filter((run) => left.delete(run))
      if (read.length === 0 || left.size === 0 || drawn.texts.size > maxPieces) return glyphs
      for (const run of read) if (takeOff(pdfium, page, run, drawn.texts.get(run)?.form ?? 0)) taken.push(run)
    }
  } finally {
    for (const object of taken) pdfium.FPDFPageObj_Destroy(object)
  }
}

/** Takes a piece of text off its page, or the form of it that has it; whether it could. */
function takeOff(pdfium: Pdfium, page: number, object: number, form: number): boolean {
  return form === 0 ? pdfium.FPDFPage_RemoveObject(page, object) : pdfium.FPDFFormObj_RemoveObject(form, object)
}

function readOnce(reader: Reader, page: number, { texts, fills, box }: PageObjects, paragraphs: ReadonlyMap<number, number>) {
  const { pdfium } = reader
  const runs = new Set<number>()
  const text = pdfium.FPDFText_LoadPage(page)
  if (text === 0) return { found: [], runs }
  try {
    const glyphs: Glyph[] = []
    const count = pdfium.FPDFText_CountChars(text)
    for (let index = 0; index < count; index++) {
      if (pdfium.FPDFText_IsGenerated(text, index) === 1) continue
      const code = pdfium.FPDFText_GetUnicode(text, index)
      const run = pdfium.FPDFText_GetTextObject(text, index)
      runs.add(run)
      const object = texts.get(run)
      const isMapped = code !== 0 && code !== 0xfffd && !isPrivate(code) && pdfium.FPDFText_HasUnicodeMapError(text, index) !== 1
      if (code < 0x20 && isMapped) continue
      const ink = reader.inkBox(text, index)
      const matrix = reader.matrix(text, index)
      const [x, y] = reader.origin(text, index)
      const fontSize = pdfium.FPDFText_GetFontSize(text, index)
      const size = fontSize * Math.hypot(matrix[2], matrix[3])
      glyphs.push({
        char: isMapped ? String.fromCodePoint(code) : '\ufffd',
        ink,
        cell: reader.looseBox(text, index),
        x,
        y,
        turns: quarterTurns(matrix[0], matrix[1]),
        run,
        size,
        hidden: hiddenBy(middleOf(ink, x, y, matrix, size), object, box, fills),
        isMapped,
        isEmbedded: object?.isEmbedded ?? true,
        advance: object && !object.isEmbedded ? reader.advance(object.font, code) * fontSize * Math.hypot(matrix[0], matrix[1]) : 0,
        paragraph: paragraphs.get(object?.contentId ?? -1) ?? -1,
      })
    }
    return { found: withPairs(glyphs), runs }
  } finally {
    pdfium.FPDFText_ClosePage(text)
  }
}

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

/** Letters that PDFium gives in two halves, as one. */
function withPairs(glyphs: readonly Glyph[]): Glyph[] {
  const whole: Glyph[] = []
  for (const glyph of glyphs) {
    const before = whole.at(-1)
    if (before && /^[\ud800-\udbff]$/.test(before.char) && /^[\udc00-\udfff]$/.test(glyph.char)) {
      whole[whole.length - 1] = { ...before, char: before.char + glyph.char }
    } else whole.push(glyph)
  }
  return whole
}

function quarterTurns(a: number, b: number): number {
  return (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
}

/** A letter is clipped or covered where its middle is outside of what is shown, or under what is filled after it. */
function hiddenBy([x, y]: readonly [number, number], object: TextObject | undefined, page: Rect, fills: readonly Fill[]): Hidden | null {
  if (!holds(page, x, y) || (object?.clip && !holds(object.clip, x, y))) return 'clipped'
  if (object?.isInvisible) return 'invisible'
  return object && fills.some((fill) => fill.order > object.order && holds(fill, x, y)) ? 'covered' : null
}

/** The middle of a letter along its line, and at one height above the baseline for all letters of it. */
function middleOf(ink: Rect, x: number, y: number, [a, b, c, d]: Matrix, size: number): [number, number] {
  const [breadth, height] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
  const hasInk = ink.right > ink.left
  const along = hasInk ? (((ink.left + ink.right) / 2 - x) * a + ((ink.top + ink.bottom) / 2 - y) * b) / breadth : 0
  const up = middleHeight * size
  return [x + (along * a) / breadth + (up * c) / height, y + (along * b) / breadth + (up * d) / height]
}

function holds({ left, top, right, bottom }: Rect, x: number, y: number): boolean {
  const slack = 0.2
  return x >= left - slack && x <= right + slack && y >= Math.min(top, bottom) - slack && y <= Math.max(top, bottom) + slack
}

/** Six numbers a b c d e f of a transformation. */
type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does one and then the other. */
function then(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one
  const [p, q, r, s, t, u] = other
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** A rectangle filled with ink that lets nothing through, and how many objects were drawn before it. */
interface Fill extends Rect {
  readonly order: number
}

interface TextObject {
  /** how many objects were drawn before it */
  readonly order: number
  /** the form that has it, 0 where the page itself does */
  readonly form: number
  /** y upward, like all of the engine */
  readonly clip: Rect | null
  readonly isInvisible: boolean
  readonly font: number
  readonly isEmbedded: boolean
  readonly contentId: number
}

const kinds = { text: 1, path: 2, image: 3, form: 5 } as const
/** Modes of drawing text that leave no ink: neither filled nor stroked. */
const inkless = new Set([3, 7])

/** What is drawn on a page, forms within forms entered. */
class PageObjects {
  readonly texts = new Map<number, TextObject>()
  readonly rulings: Ruling[] = []
  /** of those that something is drawn before */
  readonly fills: Fill[] = []
  images = 0
  readonly #dashes: Ruling[] = []
  /** fonts by whether they are in the file */
  readonly #embedded = new Map<number, boolean>()
  #seen = 0

  constructor(
    readonly reader: Reader,
    readonly box: Rect,
  ) {}

  readAll(page: number): void {
    const { pdfium } = this.reader
    const count = pdfium.FPDFPage_CountObjects(page)
    for (let index = 0; index < count; index++) this.#read(pdfium.FPDFPage_GetObject(page, index), identity, null, [])
    this.rulings.push(...linesOfDashes(this.#dashes))
  }

  #read(object: number, matrix: Matrix, outerClip: Rect | null, forms: readonly number[]): void {
    if (object === 0 || forms.length > maxDepth || ++this.#seen > maxObjects) return
    const { pdfium } = this.reader
    const kind = pdfium.FPDFPageObj_GetType(object)
    const clip = both(outerClip, this.reader.clip(object, matrix))
    if (kind === kinds.text) {
      const font = pdfium.FPDFTextObj_GetFont(object)
      this.texts.set(object, {
        order: this.#seen,
        form: forms.at(-1) ?? 0,
        clip,
        isInvisible: inkless.has(pdfium.FPDFTextObj_GetTextRenderMode(object)),
        font,
        isEmbedded: this.#isEmbedded(font),
        contentId: pdfium.FPDFPageObj_GetMarkedContentID(object),
      })
    } else if (kind === kinds.path) this.#readPath(object, matrix, clip)
    else if (kind === kinds.image) this.images += 1
    else if (kind === kinds.form) {
      const inner = then(this.reader.objectMatrix(object), matrix)
      const count = pdfium.FPDFFormObj_CountObjects(object)
      for (let index = 0; index < count; index++) this.#read(pdfium.FPDFFormObj_GetObject(object, index), inner, clip, [...forms, object])
    }
  }

  #isEmbedded(font: number): boolean {
    const known = this.#embedded.get(font)
    if (known !== undefined) return known
    const isEmbedded = this.reader.pdfium.FPDFFont_GetIsEmbedded(font) === 1
    this.#embedded.set(font, isEmbedded)
    return isEmbedded
  }

  #readPath(object: number, matrix: Matrix, clip: Rect | null): void {
    const { isFilled, isStroked } = this.reader.drawMode(object)
    if (isFilled && this.texts.size > 0) this.#addFills(object, matrix, clip)
    const hasFill = isFilled && this.reader.hasInk('Fill', object)
    const hasStroke = isStroked && this.reader.hasInk('Stroke', object)
    if (!hasFill && !hasStroke) return
    for (const outline of this.reader.outlines(object, then(this.reader.objectMatrix(object), matrix))) {
      if (hasStroke) for (const line of straightLines(outline)) this.#add(line, clip)
      const rect = hasFill ? rectOf(outline) : undefined
      const thin = rect && thinLine(rect)
      if (thin) this.#add(thin, clip)
      else if (rect && isDot(rect)) this.#dashes.push(...this.#shown(rect, clip))
    }
  }

  #addFills(object: number, matrix: Matrix, clip: Rect | null): void {
    if (this.fills.length >= maxFills || !this.reader.isOpaque(object)) return
    for (const outline of this.reader.outlines(object, then(this.reader.objectMatrix(object), matrix))) {
      const rect = rectOf(outline)
      if (!rect || thinLine(rect)) continue
      const shown = both({ left: rect.x0, right: rect.x1, bottom: rect.y0, top: rect.y1 }, clip) as Rect
      this.fills.push({ ...shown, order: this.#seen })
    }
  }

  #add(ruling: Ruling, clip: Rect | null): void {
    const shown = this.#shown(ruling, clip)
    this.rulings.push(...shown)
    this.#dashes.push(...shown.filter(({ x0, y0, x1, y1 }) => x1 - x0 + y1 - y0 <= longestDash))
  }

  /** What of a ruling or dot a clip and the page show. */
  #shown({ x0, y0, x1, y1 }: Ruling, clip: Rect | null): Ruling[] {
    const { left, top, right, bottom } = both(this.box, clip) ?? this.box
    const slack = 1
    if (x1 < left - slack || x0 > right + slack || y1 < bottom - slack || y0 > top + slack) return []
    const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), Math.max(from, to))
    return [{ x0: clamp(x0, left, right), x1: clamp(x1, left, right), y0: clamp(y0, bottom, top), y1: clamp(y1, bottom, top) }]
  }
}

/** The part that two rectangles share, y upward; null is everywhere. */
function both(one: Rect | null, other: Rect | null): Rect | null {
  if (!one || !other) return one ?? other
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
    top: Math.min(one.top, other.top),
  }
}

interface Outline {
  readonly points: readonly (readonly [number, number])[]
  /** for each point whether a straight line leads to it */
  readonly isStraight: readonly boolean[]
}

function straightLines({ points, isStraight }: Outline): Ruling[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before || !isStraight[index]) return []
    const across = Math.abs(point[0] - before[0])
    const up = Math.abs(point[1] - before[1])
    if (Math.min(across, up) > maxSlant || Math.max(across, up) < 1) return []
    return [lineBetween(before, point)]
  })
}

function lineBetween([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): Ruling {
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) }
}

/** The rectangle that an outline is, if it is one. */
function rectOf({ points, isStraight }: Outline): Ruling | undefined {
  const [first] = points
  const last = points.findLastIndex(([x, y]) => x !== first?.[0] || y !== first[1])
  const corners = points.slice(0, last + 1)
  if (corners.length !== 4 || isStraight.slice(1).includes(false)) return undefined
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const rect = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
  const isCorner = ([x, y]: readonly [number, number]) => Math.min(x - rect.x0, rect.x1 - x) <= maxSlant && Math.min(y - rect.y0, rect.y1 - y) <= maxSlant
  return corners.every(isCorner) ? rect : undefined
}

/** The middle line of a rectangle that is as thin as a line. */
function thinLine({ x0, y0, x1, y1 }: Ruling): Ruling | undefined {
  const breadth = Math.min(x1 - x0, y1 - y0)
  if (breadth > maxLineBreadth || Math.max(x1 - x0, y1 - y0) < maxLineBreadth) return undefined
  if (y1 - y0 === breadth) return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }
  return { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 }
}

/** Whether a rectangle is as small as a dot of a line. */
function isDot({ x0, y0, x1, y1 }: Ruling): boolean {
  return Math.max(x1 - x0, y1 - y0) <= maxLineBreadth
}

/** For each number of marked content the paragraph that it belongs to in the tagged structure; empty without tags. */
function paragraphsOf({ pdfium, name }: Reader, page: number): Map<number, number> {
  const paragraphs = new Map<number, number>()
  const tree = pdfium.FPDF_StructTree_GetForPage(page)
  if (tree === 0) return paragraphs
  let last = -1
  const visit = (element: number, outer: number, depth: number) => {
    if (element === 0 || depth > maxDepth) return
    const paragraph = blockTags.test(name((at, size) => pdfium.FPDF_StructElement_GetType(element, at, size))) ? ++last : outer
    const contents = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    for (let index = 0; index < contents; index++) {
      const id = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
      if (id >= 0 && paragraph >= 0) paragraphs.set(id, paragraph)
    }
    const children = pdfium.FPDF_StructElement_CountChildren(element)
    for (let index = 0; index < children; index++) {
      visit(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), paragraph, depth + 1)
    }
  }
  const roots = pdfium.FPDF_StructTree_CountChildren(tree)
  for (let index = 0; index < roots; index++) visit(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), -1, 0)
  pdfium.FPDF_StructTree_Close(tree)
  return paragraphs
}

/**
 * Reads what PDFium writes into its memory; `scratch` is 64 bytes there. What is asked of every letter is called directly: the
 * package's own wrappers of functions with a yes or no cost more than the functions.
 */
class Reader {
  readonly #charBox: (...numbers: number[]) => number
  readonly #looseCharBox: (...numbers: number[]) => number
  readonly #charOrigin: (...numbers: number[]) => number
  readonly #charMatrix: (...numbers: number[]) => number
  readonly #advances = new Map<string, number>()

  constructor(
    readonly pdfium: Pdfium,
    readonly scratch: number,
  ) {
    const direct = (name: string, count: number) =>
      pdfium.pdfium.cwrap(
        name,
        'number',
        Array.from({ length: count }, () => 'number' as const),
      )
    this.#charBox = direct('FPDFText_GetCharBox', 6)
    this.#looseCharBox = direct('FPDFText_GetLooseCharBox', 3)
    this.#charOrigin = direct('FPDFText_GetCharOrigin', 4)
    this.#charMatrix = direct('FPDFText_GetMatrix', 3)
  }

  readonly #float = (index: number) => this.pdfium.pdfium.HEAPF32[this.scratch / 4 + index] ?? 0
  readonly #double = (index: number) => this.pdfium.pdfium.HEAPF64[this.scratch / 8 + index] ?? 0
  readonly #integer = (index: number) => this.pdfium.pdfium.HEAP32[this.scratch / 4 + index] ?? 0

  /** A name in UTF-16 that fits into the scratch. */
  readonly name = (write: (at: number, size: number) => number): string => (write(this.scratch, 64) > 64 ? '' : this.pdfium.pdfium.UTF16ToString(this.scratch))

  pageBox(page: number): Rect {
    this.pdfium.FPDF_GetPageBoundingBox(page, this.scratch)
    return { left: this.#float(0), top: this.#float(1), right: this.#float(2), bottom: this.#float(3) }
  }

  inkBox(text: number, index: number): Rect {
    const at = this.scratch
    this.#charBox(text, index, at, at + 8, at + 16, at + 24)
    return { left: this.#double(0), right: this.#double(1), bottom: this.#double(2), top: this.#double(3) }
  }

  looseBox(text: number, index: number): Rect {
    this.#looseCharBox(text, index, this.scratch)
    return { left: this.#float(0), top: this.#float(1), right: this.#float(2), bottom: this.#float(3) }
  }

  origin(text: number, index: number): [number, number] {
    this.#charOrigin(text, index, this.scratch, this.scratch + 8)
    return [this.#double(0), this.#double(1)]
  }

  matrix(text: number, index: number): Matrix {
    return this.#matrix(this.#charMatrix(text, index, this.scratch) !== 0)
  }

  /** How far a font says that the letter after one is, of its size; 0 where it does not say. */
  advance(font: number, code: number): number {
    const key = `${font} ${code}`
    const known = this.#advances.get(key)
    if (known !== undefined) return known
    const advance = this.pdfium.FPDFFont_GetGlyphWidth(font, code, 1, this.scratch) ? this.#float(0) : 0
    this.#advances.set(key, advance)
    return advance
  }

  objectMatrix(object: number): Matrix {
    return this.#matrix(this.pdfium.FPDFPageObj_GetMatrix(object, this.scratch))
  }

  #matrix(isThere: boolean): Matrix {
    const number = this.#float
    return isThere ? [number(0), number(1), number(2), number(3), number(4), number(5)] : identity
  }

  drawMode(path: number): { isFilled: boolean; isStroked: boolean } {
    this.pdfium.FPDFPath_GetDrawMode(path, this.scratch, this.scratch + 4)
    return { isFilled: this.#integer(0) !== 0, isStroked: this.#integer(1) !== 0 }
  }

  /** Whether what is drawn is seen on white paper. */
  hasInk(what: 'Fill' | 'Stroke', object: number): boolean {
    const at = this.scratch
    if (!this.pdfium[`FPDFPageObj_Get${what}Color`](object, at, at + 4, at + 8, at + 12)) return true
    const isWhite = [0, 1, 2].every((index) => this.#integer(index) >= 250)
    return this.#integer(3) > 0 && !isWhite
  }

  /** Whether what a path fills lets nothing through that is under it. */
  isOpaque(path: number): boolean {
    const at = this.scratch
    if (!this.pdfium.FPDFPageObj_GetFillColor(path, at, at + 4, at + 8, at + 12)) return false
    return this.#integer(3) === 255 && !this.pdfium.FPDFPageObj_HasTransparency(path)
  }

  /** The outlines of a path on its page. */
  outlines(path: number, matrix: Matrix): Outline[] {
    const count = this.pdfium.FPDFPath_CountSegments(path)
    return this.#outlines(count, (index) => this.pdfium.FPDFPath_GetPathSegment(path, index), matrix)
  }

  #outlines(count: number, segmentAt: (index: number) => number, matrix: Matrix): Outline[] {
    const outlines: { points: [number, number][]; isStraight: boolean[] }[] = []
    for (let index = 0; index < count; index++) {
      const segment = segmentAt(index)
      const type = this.pdfium.FPDFPathSegment_GetType(segment)
      if (!this.pdfium.FPDFPathSegment_GetPoint(segment, this.scratch, this.scratch + 4)) continue
      const point = apply(matrix, [this.#float(0), this.#float(1)])
      const isMove = type === 2
      if (isMove || outlines.length === 0) outlines.push({ points: [], isStraight: [] })
      const outline = outlines.at(-1) as (typeof outlines)[number]
      outline.points.push(point)
      outline.isStraight.push(type === 0)
      const first = outline.points[0]
      if (first && this.pdfium.FPDFPathSegment_GetClose(segment)) {
        outline.points.push(first)
        outline.isStraight.push(true)
      }
    }
    return outlines
  }

  /** The rectangle around what an object's clip shows; null where nothing is clipped. */
  clip(object: number, matrix: Matrix): Rect | null {
    const { pdfium } = this
    const clip = pdfium.FPDFPageObj_GetClipPath(object)
    const paths = clip === 0 ? 0 : pdfium.FPDFClipPath_CountPaths(clip)
    let shown: Rect | null = null
    for (let path = 0; path < paths; path++) {
      const count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
      const points = this.#outlines(count, (index) => pdfium.FPDFClipPath_GetPathSegment(clip, path, index), matrix).flatMap((outline) => outline.points)
      if (points.length > 0) shown = both(shown, around(points))
    }
    return shown
  }
}

function around(points: readonly (readonly [number, number])[]): Rect {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return { left, top, right, bottom }
}
