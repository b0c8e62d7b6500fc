import type { Words } from '../source/words.ts'
import { type Item, type Reading, textsOf } from './item.ts'

/** The circled numbers ① to ⑳ in order. */
export const circledNumbers = Array.from({ length: 20 }, (_, index) => String.fromCharCode(0x2460 + index))

/** 主な取組内容: one row for each circled number in turn; the same mark inside a text is not one. */
export function readInitiatives(item: Item): Reading<'initiatives'>[] {
  const found: { no: number; words: Words }[] = []
  for (const text of textsOf(item, 'initiatives')) {
    const starts = initiativeStarts(text, found.length + 1)
    found.push(...starts.map(({ no, from }, index) => ({ no, words: text.slice(from, starts[index + 1]?.mark ?? text.length).trim() })))
  }
  return found.map(({ no, words }) => ({ item_no: item.no, initiative_no: no, text: words.text, words }))
}

function initiativeStarts(text: Words, first: number): { no: number; mark: number; from: number }[] {
  const starts: { no: number; mark: number; from: number }[] = []
  for (const match of text.matches(/[①-⑳]/g)) {
    const no = circledNumbers.indexOf(match.form(0) as string) + 1
    if (no === first + starts.length && text.isBoundary(match.index)) starts.push({ no, mark: match.index, from: match.end })
  }
  return starts
}
