import { cached } from '../document/cached.ts'
import { mostOfRule, type Report } from '../document/report.ts'
import { lastAtMost } from '../document/rising.ts'
import type { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import { effectTotals } from '../records/effect-totals.ts'
import { effectWords } from '../records/effect-words.ts'
import { effects } from '../records/effects.ts'
import { initiatives } from '../records/initiatives.ts'
import { planStatements } from '../records/plan-statements.ts'
import { ratingsOf } from '../records/rating.ts'
import { legendOf } from '../records/rating-scale.ts'
import type { Context } from '../records/reading.ts'
import { results, resultsOf } from '../records/results.ts'
import { reviews } from '../records/reviews.ts'
import { scheduleWords } from '../records/schedules.ts'
import { fitAdvice, labelsInstead } from '../structure/form-fit.ts'
import type { Item } from '../structure/item.ts'
import type { Document } from '../structure/sections.ts'

/** How much of a document was understood: letters and digits outside markup. */
export interface Coverage {
  letters: number
  readLetters: number
}

const letter = /[\p{L}\p{Nd}]/u
const stretch = /[\p{L}\p{Nd}](?:[^\n\t]*[\p{L}\p{Nd}])?/gu
const shownLength = 40
const leastShare = 0.5

/**
 * Finds every stretch of letters and digits that no row was read from and no label of the form holds, and reports each
 * with its place: nothing of a document is passed over in silence. Less than half read, sections aside whose item nobody
 * can tell, is no results document.
 */
export function measureCoverage(context: Context): Coverage {
  const { document, items, report } = context
  const { source } = document
  const unread = gapsOf(context)
  const all = countLetters(source.form)
  const read = all - unread.reduce((sum, { from, to }) => sum + countLetters(source.form, from, to), 0)
  if (read < (all - countUnowned(document, items)) * leastShare)
    report.error(
      'not-results-document',
      unreadIn(source, unread, 1)[0],
      `文の半分以上を読み取れない (${all}字中${all - read}字)。${labelsInstead(source)}${fitAdvice(source, document.form)}`,
    )
  else reportUnread(unreadIn(source, unread, mostOfRule + 1), report)
  return { letters: all, readLetters: read }
}

/** A coverage less amounts that were taken with the words around them, though it is not known where they belong. */
export function coverageWithout({ letters, readLetters }: Coverage, amounts: readonly Words[]): Coverage {
  const open = amounts.flatMap(({ source, ranges }) => ranges.map(({ from, to }) => countLetters(source.clean, from, to)))
  return { letters, readLetters: open.reduce((rest, count) => rest - count, readLetters) }
}

/** Whether words begin in a stretch of text that no row was read from and no label holds. */
export function standsInUnreadText(context: Context, words: Words): boolean {
  const at = words.cleanIndex(0)
  const gap = gapsOf(context)[lastAtMost(gapStarts(context), at)]
  return gap !== undefined && gap.from <= at && at < gap.to
}

/** Letters on the lines of sections that belong to no item. */
function countUnowned({ source, lineParts }: Document, items: readonly Item[]): number {
  const owned = new Set(items.map(({ section }) => section))
  return source.lines.reduce((sum, { no, from, to }) => {
    const section = lineParts[no - 1]?.section
    return section && !owned.has(section) ? sum + countLetters(source.form, from, to) : sum
  }, 0)
}

function reportUnread(stretches: readonly Words[], report: Report): void {
  for (const words of stretches) {
    const { text } = words
    report.warn('unread-text', words, `読み取れない文: ${text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}`)
  }
}

/** The first stretches of letters in the gaps of a text, a line at a time. */
function unreadIn(source: Source, gaps: readonly Gap[], most: number): Words[] {
  const found: Words[] = []
  for (const { from, to } of gaps) {
    if (countLetters(source.form, from, to) === 0) continue
    for (const match of source.form.slice(from, to).matchAll(stretch)) {
      found.push(Words.of(source, from + match.index, from + match.index + match[0].length))
      if (found.length === most) return found
    }
  }
  return found
}

const letterLengths = new Map<number, number>()

/** Letters and digits between two indices of a text, in UTF-16 code units; what each character is, is asked once. */
function countLetters(text: string, from = 0, to = text.length): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.codePointAt(at) as number
    const units = code > 0xffff ? 2 : 1
    let length = letterLengths.get(code)
    if (length === undefined) {
      length = letter.test(String.fromCodePoint(code)) ? units : 0
      letterLengths.set(code, length)
    }
    count += length
    at += units - 1
  }
  return count
}

interface Gap {
  from: number
  to: number
}

/** The stretches of a document that nothing was read from. */
const gapsOf = cached((context: Context): Gap[] => gaps(takenWords(context), context.document.source.clean.length))

const gapStarts = cached((context: Context): number[] => gapsOf(context).map(({ from }) => from))

/** The stretches of a text that no words cover. */
function gaps(taken: readonly Words[], length: number): Gap[] {
  const ranges = taken.flatMap(({ ranges }) => ranges).sort((a, b) => a.from - b.from)
  const found: Gap[] = []
  let end = 0
  for (const { from, to } of ranges) {
    if (from > end) found.push({ from: end, to: from })
    end = Math.max(end, to)
  }
  return length > end ? [...found, { from: end, to: length }] : found
}

function takenWords({ document, items, rows }: Context): Words[] {
  const { title, contentsHead, contents, pageMarks, themes } = document
  return [
    ...(title ? [title] : []),
    ...themes,
    ...[...contentsHead, ...contents, ...pageMarks].map(({ words }) => words),
    ...legendOf(document).words,
    ...planStatements(document).flatMap(({ words }) => words),
    ...items.flatMap(itemWords),
    ...[...rows(initiatives), ...rows(results), ...rows(reviews), ...rows(effects), ...rows(effectTotals)].map(({ words }) => words),
  ]
}

function itemWords(item: Item): Words[] {
  const { section } = item
  return [
    ...(section.noWords ? [section.words] : []),
    ...section.parts.map(({ label }) => label.match.words() as Words),
    ...scheduleWords(item),
    ...resultsOf(item).flatMap(({ heading }) => (heading ? [heading.words, heading.mark] : [])),
    ...effectWords(item),
    ...ratingsOf(item).read,
  ]
}
