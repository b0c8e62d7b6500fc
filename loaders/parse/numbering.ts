import type { Document, Section } from './document.ts'

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
    if (section.no === undefined) {
      headless.push(section)
      continue
    }
    settle(section.no)
    numbered.push({ no: section.no, section, headless: false })
    before = section.no
  }
  settle(undefined)
  return { numbered, unowned }
}

function freeNumbers(document: Document, before: number, next: number | undefined): number[] {
  const listed = document.contents.map(({ no }) => no)
  const end = next ?? Math.max(before, ...listed) + 1
  const inside = Array.from({ length: Math.max(0, Math.min(end - before - 1, 10_000)) }, (_, index) => before + 1 + index)
  return listed.length > 0 ? inside.filter((no) => listed.includes(no)) : inside
}
