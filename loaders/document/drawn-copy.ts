import { countDigits } from './digits.ts'
import { type Drawn, type DrawnCell, type DrawnNote, DrawnText, type FilePage, type Mark } from './drawn.ts'
import type { Span } from './markup.ts'

/**
 * A drawn text written anew in another order: letters that are copied keep their marks, each is copied once; those that
 * are left out, since they stand elsewhere already, count as digits outside of what is read.
 */
export class DrawnCopy {
  readonly #text = new DrawnText()
  /** for each unit of the first text where it stands now, -1 for nowhere */
  readonly #places: Int32Array
  readonly #outside = new Map<number, number>()
  readonly #notes: DrawnNote[] = []

  constructor(private readonly drawn: Drawn) {
    this.#places = new Int32Array(drawn.text.length).fill(-1)
  }

  /** Words between those of the file; they hold no digits. */
  put(words: string): void {
    this.#text.add(words)
  }

  /** A stretch of the first text, end exclusive. */
  copy({ from, to }: Span): void {
    const { at, text } = this.drawn
    let start = from
    for (let unit = from; unit < to; unit++) {
      this.#places[unit] = this.#text.length + unit - start
      if (unit + 1 < to && at[unit + 1] === at[start]) continue
      this.#text.add(text.slice(start, unit + 1), this.#markAt(start))
      start = unit + 1
    }
  }

  /** A stretch that says again what is copied elsewhere; with a reason it is said. */
  leaveOut({ from, to }: Span, reason?: string): void {
    const mark = this.#markAt(from)
    const page = mark?.page ?? 1
    this.#outside.set(page, (this.#outside.get(page) ?? 0) + countDigits(this.drawn.text.slice(from, to)))
    if (reason !== undefined) this.#notes.push({ ruleId: 'left-out', reason, at: null, ...(mark && { mark }) })
  }

  /** The text as written, with the pages and notes of the first. */
  finish(): Drawn {
    const { pages, notes } = this.drawn
    const moved = notes.map((note): DrawnNote => {
      if (note.at === null) return note
      const at = this.#places[note.at] ?? -1
      const mark = note.mark ?? this.#markAt(note.at)
      return at >= 0 ? { ...note, at } : { ...note, at: null, ...(mark && { mark }) }
    })
    return this.#text.finish(
      pages.map((page, index) => this.#page(page, index + 1)),
      [...moved, ...this.#notes],
    )
  }

  #markAt(unit: number): Mark | undefined {
    return this.drawn.marks[this.drawn.at[unit] ?? -1]
  }

  #page(page: FilePage, no: number): FilePage {
    const { drawing, digitsOutside } = page
    const cells = drawing && 'rows' in drawing ? { rows: drawing.rows.map((row) => row.map((cell) => this.#cell(cell))) } : drawing
    return { ...page, digitsOutside: digitsOutside + (this.#outside.get(no) ?? 0), drawing: cells }
  }

  /** A cell with the longest stretch that it holds now. */
  #cell(cell: DrawnCell): DrawnCell {
    let best = { from: 0, to: 0 }
    let from = -1
    for (let unit = cell.from; unit < cell.to; unit++) {
      const place = this.#places[unit] as number
      if (place < 0) continue
      if (from < 0 || place !== (this.#places[unit - 1] as number) + 1) from = place
      if (place + 1 - from > best.to - best.from) best = { from, to: place + 1 }
    }
    return { ...cell, ...best }
  }
}
