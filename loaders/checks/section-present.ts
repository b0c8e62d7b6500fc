import { itemTitle } from '../records/items.ts'
import type { Item } from '../structure/item.ts'
import type { ContentsRow } from '../structure/sections.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { type Finding, noNumbers, type Rule } from './check.ts'

/** Each item of the contents (without contents, each number between the first and last read) has a section with a head of its own. */
export const sectionPresent = {
  id: 'section-present',
  title: '項目の節がある',
  tables: [],
  compares: false,
  find({ items, document: { contents } }) {
    const read = items.map(({ no }) => no).sort((a, b) => a - b)
    const listed = contents.length > 0 ? contents.map(({ no }) => no) : numbersBetween(read)
    const numbers = [...new Set([...listed, ...read])].sort((a, b) => a - b)
    return numbers.map((no): Finding => {
      const item = items.find((other) => other.no === no)
      const row = contents.find((row) => row.no === no)
      const outcome = item && !item.headless ? 'agrees' : 'missing'
      return { ...noNumbers, item_no: no, fiscal_year: null, outcome, message: messageOf(no, item, row), words: item?.section.words ?? row?.words }
    })
  },
} as const satisfies Rule

function messageOf(no: number, item: Item | undefined, row: ContentsRow | undefined): string {
  const title = (item && itemTitle(item)?.text) ?? row?.title.text ?? ''
  const label = itemLabel(no, item?.code ?? row?.noWords.form)
  if (!item) return `${label}${title === '' ? '' : `「${title}」`}の節がない`
  return item.headless ? `${label}「${title}」の見出しのあるページがない` : `${label}の節がある`
}

const mostBetween = 1000

/** The numbers that a run of numbers leaves out. */
function numbersBetween(read: readonly number[]): number[] {
  const first = read[0] ?? 0
  const count = Math.min((read.at(-1) ?? first) - first, mostBetween)
  return Array.from({ length: count }, (_, step) => first + step)
}
