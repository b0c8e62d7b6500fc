import type { Words } from '../document/words.ts'
import { type Item, type Reading, textsOf } from '../structure/item.ts'

/** The circled numbers ① to ⑳ in order. */
export const circledNumbers = Array.from({ length: 20 }, (_, index) => String.fromCharCode(0x2460 + index))

/** 主な取組内容: one row for each circled number in turn, with a blank before it or not; a number out of turn is the text's own. */
export function readInitiatives(item: Item): Reading<'initiatives'>[] {
  const found: { no: number; words: Words }[] = []
  for (const text of textsOf(item, 'initiatives')) {
    const starts = initiativeStarts(text, found.length + 1)
    found.push(...starts.map(({ no, from }, index) => ({ no, words: text.slice(from, starts[index + 1]?.mark ?? text.length).trim() })))
  }
  return found.filter(({ words }) => !words.isEmpty).map(({ no, words }) => ({ item_no: item.no, initiative_no: no, text: words.text, words }))
}

interface Start {
  no: number
  mark: number
  from: number
}

/** What before a number makes it part of the text: 甲（②を含む）, 甲と②. */
const continues = /[(「『、,・と]$/

/** Where entries begin: at the next number after a blank, or at every number where all of them count on in turn. */
function initiativeStarts(text: Words, first: number): Start[] {
  const marks = text.matches(/[①-⑳]/g).map((match) => ({ no: circledNumbers.indexOf(match.form(0) as string) + 1, mark: match.index, from: match.end }))
  if (marks[0]?.mark === 0 && marks.every(({ no, mark }, index) => no === first + index && !continues.test(text.form.slice(0, mark)))) return marks
  const starts: Start[] = []
  for (const mark of marks) {
    if (mark.no === first + starts.length && text.isBoundary(mark.mark)) starts.push(mark)
  }
  return starts
}
