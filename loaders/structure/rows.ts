import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'

/** A stretch of a line that belongs to one part; `afterPage` where a blank line or form feed stands before it. */
export interface Row {
  lineNo: number
  words: Words
  afterPage: boolean
}

/** The cells of a row in order, empty ones included: tabs part them or, in a row without tabs, runs of blanks. */
export function cells(row: Words): Words[] {
  return row.split(row.form.includes('\t') ? /\t/g : / {2,}/g).map((cell) => cell.trim())
}

/** The cells that hold something. */
export function filledCells(row: Words): Words[] {
  return cells(row).filter((cell) => !cell.isEmpty)
}

const sentenceEnd = /[。.!?」』)】:]$/
const bracketEnd = /[)」』]$(?<!。(?:\([^()]*)?.)/
/** What begins an entry of a list or a note, on folded text. */
export const freshStart = /^(?:[○●◯◇◆■□・※【]|- |\(\d+\)|[①-⑳])/
/** A note in brackets, such as （No.3再掲）, with no text after it. */
const noteAlone = /^\((?!\d+\))[^()]*\)$/
/** Page ends that one text goes on over at most: what is longer is a list of scraps, and joining it takes too long. */
const mostCuts = 64
const cutShort = /[、,(「・]$/

/**
 * The texts of a part, one for each cell that holds any, those that a page end cut put together again: the text before
 * has no sentence end (a closing bracket is one only where entries have no marks), the text after no mark of a new entry,
 * and a page end (or an open comma) stands between them. A note in brackets after a page end goes with the text before it.
 */
export const flows = cached((rows: readonly Row[]): Words[] => {
  const texts: Words[] = []
  for (const row of rows) {
    row.words.split(/\t/g).forEach((cell, index) => {
      const text = cell.trim()
      if (text.isEmpty) return
      const before = texts.at(-1)
      if (before && index === 0 && before.ranges.length <= mostCuts && goesOn(before, text, row.afterPage)) texts[texts.length - 1] = before.join(text)
      else texts.push(text)
    })
  }
  return texts
})

/** Whether a text at the start of a row goes on with the text before it. */
function goesOn(before: Words, text: Words, afterPage: boolean): boolean {
  if (afterPage && noteAlone.test(text.form)) return true
  if (freshStart.test(text.form)) return false
  if (!afterPage) return cutShort.test(before.form) || isWrapped(before, text)
  return !sentenceEnd.test(before.form) || (bracketEnd.test(before.form) && hasEntryMarks(before))
}

/** Whether a line end stands inside a sentence: a marked entry that ends in a particle, or a line that begins with kana of a word's end. */
function isWrapped(before: Words, text: Words): boolean {
  if (sentenceEnd.test(before.form) || !hasEntryMarks(before)) return false
  return /(?:[をにはがへや、,]|(?<!こ)と|で|より|から|まで)$/.test(before.form) || /^[ぁ-ん]/.test(text.form)
}

/** Whether the entries of a text begin with marks, so that what has none goes on with the entry before it. */
function hasEntryMarks(text: Words): boolean {
  return text.matches(entryMark).some(({ index }) => text.isBoundary(index))
}

const entryMark = /[・○●◯◇◆■□•‣①-⑳]|-(?= )/g
const bullet = /(?:[・○●◯◇◆■□•‣]|-(?= ))\s*/g
const sentenceGap = /。(?:\([^()]*\))*\s*/g
const wordGap = /(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/g
const note = /^[【(※]/

/**
 * The entries of a list. Each begins at a bullet mark or, where none stands, after a sentence end that a blank or block
 * markup follows; a note in brackets stays with the entry before it. Bullet marks are taken out.
 */
export function entries(text: Words): Words[] {
  return entriesAt(text, [sentenceGap])
}

/**
 * The entries of a list of points, which need not be sentences: where the list has no bullet marks, a blank between two
 * Japanese characters parts its entries as well.
 */
export function pointEntries(text: Words): Words[] {
  const hasBullets = text.matches(bullet).some((match) => text.isBoundary(match.index))
  return entriesAt(text, hasBullets ? [sentenceGap] : [sentenceGap, wordGap])
}

function entriesAt(text: Words, gaps: readonly RegExp[]): Words[] {
  const starts = new Map<number, number>([[0, 0]])
  for (const match of text.matches(bullet)) {
    if (text.isBoundary(match.index)) starts.set(match.index, match.end)
  }
  for (const gap of gaps) {
    for (const { end } of text.matches(gap)) {
      if (text.isBoundary(end) && !starts.has(end) && !note.test(text.form.charAt(end))) starts.set(end, end)
    }
  }
  const ordered = [...starts].sort(([a], [b]) => a - b)
  return ordered.map(([, from], index) => text.slice(from, Math.max(from, ordered[index + 1]?.[0] ?? text.length)).trim()).filter((entry) => !entry.isEmpty)
}
