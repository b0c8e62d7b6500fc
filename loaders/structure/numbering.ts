import { cached } from '../document/cached.ts'
import type { PartKind } from '../forms/form.ts'
import { numberByCode } from './item-codes.ts'
import { isPart } from './labels.ts'
import type { Document, Section } from './sections.ts'

/** A section and the item it belongs to; `headless` where the page with the head is missing. */
export interface NumberedSection {
  no: number
  section: Section
  headless: boolean
}

/** Sections with their item numbers, and those that no number can be given to with certainty. */
export interface Numbering {
  numbered: NumberedSection[]
  unowned: Section[]
}

/**
 * Gives each section without a head the number that the numbers around it leave free (numbers run on through the
 * document; the table of contents says how far). As many sections as free numbers: in order. Otherwise nobody can tell
 * whose they are, and they stay unowned.
 */
export function numberSections(document: Document): Numbering {
  numberByCode(document)
  splitDoubtful(document)
  const numbered: NumberedSection[] = []
  const unowned: Section[] = []
  let headless: Section[] = []
  let before = 0
  const settle = (next: number | undefined) => {
    const free = freeNumbers(document, before, next)
    if (headless.length === free.length) numbered.push(...headless.map((section, index) => ({ no: free[index] as number, section, headless: true })))
    else unowned.push(...headless)
    headless = []
  }
  for (const section of document.sections) {
    if (section.isDoubtful) unowned.push(section)
    else if (section.no === undefined) headless.push(section)
    if (section.no === undefined) continue
    settle(section.no)
    numbered.push({ no: section.no, section, headless: false })
    before = section.no
  }
  settle(undefined)
  return { numbered, unowned }
}

const listedNumbers = cached(({ contents }: Document): ReadonlySet<number> => new Set(contents.map(({ no }) => no)))

function freeNumbers(document: Document, before: number, next: number | undefined): number[] {
  const listed = listedNumbers(document)
  const end = next ?? document.contents.reduce((most, { no }) => Math.max(most, no), before) + 1
  const inside = Array.from({ length: Math.max(0, Math.min(end - before - 1, 10_000)) }, (_, index) => before + 1 + index)
  return listed.size > 0 ? inside.filter((no) => listed.has(no)) : inside
}

/**
 * A section that comes from its head straight to a review, with more numbers missing after it than sections without a head
 * stand there: the review may be a missing item's. It becomes a section of its own, whose owner nobody can tell.
 */
function splitDoubtful(document: Document): void {
  const isClosing = (kind: PartKind) => isPart(document.form, kind, { role: ['review', 'money', 'rating', 'closing'] })
  const isContent = (kind: PartKind) => isPart(document.form, kind, { role: ['plan', 'year'], holds: ['table', 'text'] })
  const sections = [...document.sections]
  if (!sections.some(({ parts }) => parts.some(({ kind }) => isContent(kind)))) return
  for (const [index, section] of sections.entries()) {
    const first = section.parts.findIndex(({ kind }) => isClosing(kind))
    const isCutOff = first >= 0 && !section.parts.slice(0, first).some(({ kind }) => isContent(kind))
    if (section.no === undefined || !isCutOff) continue
    const after = sections.slice(index + 1)
    const next = after.find(({ no }) => no !== undefined)
    const headless = next ? after.indexOf(next) : after.length
    if (freeNumbers(document, section.no, next?.no).length > headless) splitSection(document, section, first)
  }
}

function splitSection(document: Document, section: Section, first: number): void {
  const parts = section.parts.splice(first)
  const words = parts[0]?.label.match.words() ?? section.words
  const doubtful: Section = { no: undefined, noWords: undefined, title: undefined, words, parts, loose: [], themes: [], isDoubtful: true }
  document.sections.splice(document.sections.indexOf(section) + 1, 0, doubtful)
  const from = words.place.start.line - 1
  for (let line = from; document.lineParts[line]?.section === section; line++) {
    document.lineParts[line] = { section: doubtful, part: document.lineParts[line]?.part ?? 'unread' }
  }
}
