import { readPdfium } from '../../loaders/disk-files.ts'
import type { Box, Drawn } from '../../loaders/document/drawn.ts'
import { findExcess } from '../../loaders/document/limits.ts'
import { enginePages, type Glyph } from '../../loaders/formats/pdf/engine.ts'
import { loadPdfium } from '../../loaders/formats/pdf/pdfium.ts'
import { readPdf } from '../../loaders/formats/pdf/read-pdf.ts'
import { upright } from '../../loaders/formats/pdf/turn.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { Random } from '../generate/prng.ts'
import type { Problem } from './case.ts'
import { balanceProblems, rowsOf, startReading } from './drawn-rows.ts'
import { thrownProblem } from './laws.ts'
import { PdfMutations } from './pdf-mutations.ts'
import type { Failure } from './runs.ts'
import type { FileOutcome } from './zip-runs.ts'

/** Mutates a PDF and reads it, run after run. */
export class PdfRuns {
  readonly #mutations: PdfMutations

  constructor(
    bytes: Uint8Array,
    private readonly seed: number,
  ) {
    this.#mutations = new PdfMutations(bytes)
  }

  /** The bytes of a run. */
  bytesOf(run: number): Uint8Array {
    return this.#mutations.mutated(new Random(this.seed * 1_000_003 + run))
  }

  /** What is wrong with the reading of a run's file. */
  async failuresOf(run: number): Promise<Failure[]> {
    const outcome = await readPdfFile(this.bytesOf(run))
    return outcome === 'refused' ? [] : outcome.problems.map((problem) => ({ run, ...problem, mutations: [], text: undefined }))
  }
}

/** Reads a file as the ingest command does, without a folder. */
export async function readPdfFile(bytes: Uint8Array): Promise<FileOutcome> {
  const end = startReading()
  try {
    const drawn = await readPdf(bytes, { program: readPdfium })
    const read = findExcess(drawn.text) ? undefined : rowsOf(drawn)
    const late = end()
    const seen = await seenDigits(bytes)
    return {
      figures: read?.figures.length ?? 0,
      problems: [...late, ...unseenDigits(drawn, seen), ...tornNumbers(drawn), ...(read ? balanceProblems(read, 'source_box') : [])],
    }
  } catch (thrown) {
    return thrown instanceof FormatRefusal ? 'refused' : { figures: 0, problems: [thrownProblem(thrown)] }
  }
}

type Digit = Pick<Glyph, 'char' | 'ink' | 'cell' | 'x' | 'y' | 'size'>

/** The digits that each page shows, asked of PDFium. */
async function seenDigits(bytes: Uint8Array): Promise<Map<number, Digit[]>> {
  const pages = [...enginePages(await loadPdfium(readPdfium), bytes)].map(upright)
  return new Map(pages.map(({ no, glyphs }) => [no, glyphs.filter(({ char, hidden, turns }) => isDigit(char) && !hidden && turns === 0)]))
}

function isDigit(char: string): boolean {
  return /\p{Nd}/u.test(char)
}

/** Digits of the text for which the page shows none of their own there. */
export function unseenDigits({ text, at, marks }: Drawn, seen: ReadonlyMap<number, readonly Digit[]>): Problem[] {
  const left = new Map([...seen].map(([page, digits]) => [page, new Set(digits)]))
  const unseen = [...text.matchAll(/\p{Nd}/gu)].filter(({ 0: char, index }) => {
    const { page, box } = marks[at[index] ?? -1] ?? {}
    const digits = left.get(page ?? 0)
    const shown =
      box &&
      nearest(
        [...(digits ?? [])].filter((digit) => digit.char === char && standsIn(digit, box)),
        box,
      )
    if (shown) digits?.delete(shown)
    return !shown
  })
  return unseen.slice(0, 1).map(({ 0: char, index }) => ({ law: 'unseen-digit', sign: '', detail: `${char} of ${around(text, index)}` }))
}

function nearest(digits: readonly Digit[], { x }: Box): Digit | undefined {
  return digits.reduce<Digit | undefined>((best, digit) => (best && Math.abs(best.ink.left - x) <= Math.abs(digit.ink.left - x) ? best : digit), undefined)
}

/** Of the height of a letter's box: where its baseline is. */
const baseline = 0.88
const slack = 0.1

function standsIn({ ink, cell, x, y }: Digit, box: Box): boolean {
  const [left, right] = [Math.min(ink.left, cell.left, x), Math.max(ink.right, cell.right)]
  return Math.abs(box.y + baseline * box.height - y) <= slack && box.x >= left - slack && box.x <= right + slack
}

/** Numbers whose digits do not stand beside each other on their line. */
export function tornNumbers({ text, at, marks }: Drawn): Problem[] {
  const torn = [...text.matchAll(/\p{Nd}(?=\p{Nd})/gu)].filter(({ index }) => {
    const [one, next] = [index, index + 1].map((unit) => marks[at[unit] ?? -1])
    if (!one?.box || !next?.box || one.page !== next.page) return false
    const isOneLine = Math.abs(one.box.y - next.box.y) < 0.3 * one.box.height
    const gap = next.box.x - (one.box.x + one.box.width)
    return isOneLine && (gap > one.box.height || next.box.x < one.box.x - slack)
  })
  return torn.slice(0, 1).map(({ index }) => ({ law: 'torn-number', sign: '', detail: around(text, index) }))
}

function around(text: string, index: number): string {
  return JSON.stringify(text.slice(Math.max(0, index - 20), index + 20))
}
