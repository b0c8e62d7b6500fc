import type { Document } from '../parse/document.ts'
import { filledCells } from '../parse/rows.ts'
import type { Report } from '../source/report.ts'
import { Words } from '../source/words.ts'
import { effectRows } from './effects.ts'
import type { Item } from './item.ts'
import { readRating } from './items.ts'
import type { Readings } from './read.ts'
import { resultsOf } from './results.ts'
import { scheduleWords } from './schedules.ts'

/** How much of a document was understood: letters and digits outside markup, and numbers. */
export interface Coverage {
  letters: number
  readLetters: number
  numbers: number
  readNumbers: number
}

const letters = /[\p{L}\p{Nd}]/gu
const stretch = /[\p{L}\p{Nd}](?:[^\n\t]*[\p{L}\p{Nd}])?/gu
const shownLength = 40

/**
 * Finds every stretch of letters and digits that no row was read from and no label of the form holds, and reports each
 * with its place: nothing of a document is passed over in silence.
 */
export function measureCoverage(document: Document, items: readonly Item[], readings: Readings, report: Report): Coverage {
  const { source } = document
  let unread = 0
  for (const { from, to } of gaps(takenWords(document, items, readings), source.clean.length)) {
    for (const match of source.clean.slice(from, to).matchAll(stretch)) {
      unread += countLetters(match[0])
      const words = Words.of(source, from + match.index, from + match.index + match[0].length)
      report.warn('unread-text', words, `読み取れない文: ${match[0].length > shownLength ? `${match[0].slice(0, shownLength)}…` : match[0]}`)
    }
  }
  const all = countLetters(source.clean)
  const { figures } = readings
  return { letters: all, readLetters: all - unread, numbers: figures.length, readNumbers: figures.filter(({ role }) => role !== null).length }
}

function countLetters(text: string): number {
  return text.match(letters)?.length ?? 0
}

/** The stretches of a text that no words cover. */
function gaps(taken: readonly Words[], length: number): { from: number; to: number }[] {
  const ranges = taken.flatMap((words) => [...words.ranges]).sort((a, b) => a.from - b.from)
  const found: { from: number; to: number }[] = []
  let end = 0
  for (const { from, to } of [...ranges, { from: length, to: length }]) {
    if (from > end) found.push({ from: end, to: from })
    end = Math.max(end, to)
  }
  return found
}

function takenWords(document: Document, items: readonly Item[], readings: Readings): Words[] {
  const { title, contentsHead, contents, pageMarks } = document
  const { initiatives, results, reviews, effects, effectTotals } = readings
  return [
    ...(title ? [title] : []),
    ...[...contentsHead, ...contents, ...pageMarks].map(({ words }) => words),
    ...items.flatMap(itemWords),
    ...[...initiatives, ...results, ...reviews, ...effects, ...effectTotals].map(({ words }) => words),
  ]
}

function itemWords(item: Item): Words[] {
  const { section } = item
  return [
    ...(section.noWords ? [section.words] : []),
    ...section.parts.map(({ label }) => label.match.words() as Words),
    ...scheduleWords(item),
    ...resultsOf(item).flatMap(({ heading }) => (heading ? [heading.words, heading.mark] : [])),
    ...effectRows(item).flatMap(({ row, year, lines }) => (year !== undefined && lines.length > 0 ? filledCells(row.words) : [])),
    ...ratingWords(item),
  ]
}

/** The cell of the rating and the notes beside it (※ …). */
function ratingWords(item: Item): Words[] {
  const rows = item.section.parts.filter(({ kind }) => kind === 'rating').flatMap((part) => part.rows)
  const rating = readRating(item)
  const isRead = (cell: Words) =>
    cell.form.startsWith('※') || (rating && cell.ranges.some(({ from, to }) => from <= rating.cleanIndex(0) && rating.cleanIndex(0) < to))
  return rows.flatMap(({ words }) => filledCells(words)).filter(isRead)
}
