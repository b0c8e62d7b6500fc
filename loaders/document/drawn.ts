import type { RuleId } from './message-rules.ts'

/** A rectangle of a page, in points from the upper left of the page as it is read. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where letters stand in a file: the number of a page (1…; also a sheet, a table), a box on it, and a cell such as `No.19!J12`. */
export interface Mark {
  readonly page: number | null
  readonly box: Box | null
  readonly cell: string | null
}

/** A cell of a drawn table: how many columns and rows it covers, and the stretch of the house text that it holds, end exclusive. */
export interface DrawnCell {
  /** `J12`; null where it has no name */
  readonly name: string | null
  readonly columns: number
  readonly rows: number
  readonly from: number
  readonly to: number
}

/**
 * A page as it is: an `<svg>` element with its namespace, without scripts, styles and links; or the rows of a table, each with
 * the cells that begin in it.
 */
export type Drawing = { readonly svg: string } | { readonly rows: readonly (readonly DrawnCell[])[] }

/** A page, sheet or table of a file, in order. */
export interface FilePage {
  /** the name of a sheet, the printed name of a page; null where it has none */
  readonly name: string | null
  /** points; null where a page has no size */
  readonly width: number | null
  readonly height: number | null
  /** letters of its text layer, each once */
  readonly glyphs: number
  readonly images: number
  /** digits of its text layer, each once */
  readonly digits: number
  /** digits of its text layer that are not in the text: hidden, crossed out, reading aids, printed twice */
  readonly digitsOutside: number
  /** null where it cannot be drawn */
  readonly drawing: Drawing | null
}

/** Something that a reader of a file found wrong or left out, at letters of the text or on a page. */
export interface DrawnNote {
  readonly ruleId: RuleId
  readonly reason: string
  /** the index in the text of the letter where it is; null where it stands at no letter */
  readonly at: number | null
  /** where it stands at no letter */
  readonly mark?: Mark
}

/**
 * The house text that a file with places of its own says. `at` has for each UTF-16 unit of the text the index of its mark in
 * `marks`, -1 for what was put between: line ends, tabs, page ends.
 */
export interface Drawn {
  readonly text: string
  readonly at: Int32Array
  readonly marks: readonly Mark[]
  readonly pages: readonly FilePage[]
  readonly notes: readonly DrawnNote[]
}

/** The places of a span of a house text: the page of its first letter, boxes as the contract writes them, its first cell. */
export interface DrawnPlace {
  page: number | null
  /** `page:x,y,width,height`, one a printed line, `;` between; null without boxes */
  box: string | null
  cell: string | null
}

/** A piece of house text whose letters know where they stand; what a reader of files puts together to a {@link Drawn}. */
export class DrawnText {
  readonly #pieces: string[] = []
  readonly #at: number[] = []
  readonly #marks: Mark[] = []

  /** How many UTF-16 units there are so far. */
  get length(): number {
    return this.#at.length
  }

  /** What was written from an index on. */
  since(from: number): string {
    let first = this.#pieces.length
    let at = this.length
    while (at > from && first > 0) at -= (this.#pieces[--first] as string).length
    return this.#pieces
      .slice(first)
      .join('')
      .slice(from - at)
  }

  /** Letters that stand at a mark; without one, put between. */
  add(text: string, mark?: Mark): void {
    if (text === '') return
    const last = this.#marks.length - 1
    const at = !mark ? -1 : mark === this.#marks[last] ? last : this.#marks.push(mark) - 1
    this.#pieces.push(text)
    for (let unit = 0; unit < text.length; unit++) this.#at.push(at)
  }

  /** The whole. */
  finish(pages: readonly FilePage[], notes: readonly DrawnNote[]): Drawn {
    return { text: this.#pieces.join(''), at: Int32Array.from(this.#at), marks: this.#marks, pages, notes }
  }
}

/** Where spans of a house text, ends exclusive, stand in the file. */
export function drawnPlace({ at, marks }: Drawn, spans: readonly { from: number; to: number }[]): DrawnPlace {
  const indexes = new Set<number>()
  for (const { from, to } of spans) for (const index of at.subarray(from, to)) indexes.add(index)
  const found = [...indexes].flatMap((index) => marks[index] ?? [])
  const boxes = lineBoxes(found)
  return {
    page: found.find(({ page }) => page !== null)?.page ?? null,
    box: boxes.length > 0 ? boxes.map(writeBox).join(';') : null,
    cell: found.find(({ cell }) => cell !== null)?.cell ?? null,
  }
}

/** Where what stands at a mark stands in the file. */
export function placeOfMark({ page, box, cell }: Mark): DrawnPlace {
  const boxes = lineBoxes([{ page, box, cell }])
  return { page, box: boxes.length > 0 ? boxes.map(writeBox).join(';') : null, cell }
}

interface LineBox {
  page: number
  left: number
  top: number
  right: number
  bottom: number
}

/** The boxes of letters in their order, those side by side on one line as one. */
function lineBoxes(marks: readonly Mark[]): LineBox[] {
  const lines: LineBox[] = []
  for (const { page, box } of marks) {
    if (!box || page === null) continue
    const next = { page, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
    const last = lines.at(-1)
    if (last && isOnLine(last, next)) {
      last.left = Math.min(last.left, next.left)
      last.top = Math.min(last.top, next.top)
      last.right = Math.max(last.right, next.right)
      last.bottom = Math.max(last.bottom, next.bottom)
    } else lines.push(next)
  }
  return lines
}

/** Whether a letter stands on the line of the letters before it: their heights overlap, and it is not left of them. */
function isOnLine(line: LineBox, next: LineBox): boolean {
  const overlap = Math.min(line.bottom, next.bottom) - Math.max(line.top, next.top)
  const height = Math.min(line.bottom - line.top, next.bottom - next.top)
  return line.page === next.page && (overlap >= height / 2 || height === 0) && next.right >= line.right - (next.right - next.left)
}

function writeBox({ page, left, top, right, bottom }: LineBox): string {
  return `${page}:${[left, top, right - left, bottom - top].map((points) => Math.round(points * 10) / 10).join(',')}`
}

/** A place in a file in words, for messages: `4頁`, `No.19!J12`, `表3 行4 枠2`; undefined where it is not known. */
export function placeInWords({ page, cell }: Pick<Mark, 'page' | 'cell'>): string | undefined {
  return cell ?? (page === null ? undefined : `${page}頁`)
}
