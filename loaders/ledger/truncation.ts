import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import { expectedParts } from '../records/parts.ts'
import { type Item, partOf, textsOf } from '../structure/item.ts'
import { flows } from '../structure/rows.ts'
import type { Document } from '../structure/sections.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'

const sentenceEnd = /[。.!?」』)】]\s*$/
/** How no entry ends, even one that is no sentence. */
const openEnd = /(?:[、,(「『【]|[をにはがへ]|より|から)\s*$/

/**
 * Reports a document that was cut. A plan still running lacks whole parts as well, so missing parts alone are no sign: the
 * last item must stop where others go on (or items of the contents be missing after it), and its last line break off inside
 * a sentence or without a line end.
 */
export function reportTruncation(document: Document, items: readonly Item[], report: Report): void {
  const last = items.at(-1)
  if (!last) return
  const listed = Math.max(...document.contents.map(({ no }) => no), 0)
  const isShort = listed > last.no && partOf(last, 'next') === undefined
  const endsOthers = items.some((item) => item !== last && partOf(item, 'next') !== undefined)
  const isCut = breaksOff(document, items, last) || (isShort && endsOthers) || (!hasEnd(document) && (isShort || stopsEarly(items, last)))
  if (!isCut) return
  report.error(
    'truncated-document',
    lastWords(last) ?? last.section.words,
    `文書が${itemLabel(last.no, last.code)}の途中で切れている${listed > last.no ? `。目次には${itemLabel(listed, codeOf(document, listed))}までがある` : ''}`,
  )
}

function codeOf({ contents }: Document, listed: number): string | undefined {
  return contents.find(({ no }) => no === listed)?.noWords.form
}

/** Whether other items have a closing list or a later year, which the last one lacks. */
function stopsEarly(items: readonly Item[], last: Item): boolean {
  const missing = expectedParts(items, last).filter(({ words }) => words === undefined)
  const latest = Math.max(...last.years.filter(({ texts }) => texts.length > 0).map(({ fiscalYear }) => fiscalYear), 0)
  return missing.some(({ kind, fiscalYear }) => kind === 'next' || (fiscalYear !== null && fiscalYear > latest))
}

/** Whether the document ends with a line end, as one that was saved whole does. */
function hasEnd({ source }: Document): boolean {
  return source.clean.at(-1)?.trim() === ''
}

/** Whether the last text of a document is an unfinished sentence: by its last letters or, where others of its kind are all sentences, by its end. */
function breaksOff(document: Document, items: readonly Item[], last: Item): boolean {
  const part = last.section.parts.at(-1)
  const text = part && flows(part.rows).at(-1)
  if (!part || !text || !isLast(document, text)) return false
  if (openEnd.test(text.form)) return true
  if (part.kind !== 'year' || sentenceEnd.test(text.form) || !(stopsEarly(items, last) || isShortOfContents(document, last))) return false
  const others = items.flatMap((item) => textsOf(item, 'year')).filter((other) => other.cleanIndex(0) !== text.cleanIndex(0))
  return others.length > 0 && others.every(({ form }) => sentenceEnd.test(form))
}

function isShortOfContents({ contents }: Document, last: Item): boolean {
  return contents.some(({ no }) => no > last.no)
}

function isLast({ source }: Document, text: Words): boolean {
  return source.clean.slice(text.cleanIndex(text.length - 1) + 1).trim() === ''
}

function lastWords({ section }: Item): Words | undefined {
  return section.parts.at(-1)?.label.match.words()
}
