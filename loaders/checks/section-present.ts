import { itemTitle } from '../records/items.ts'
import type { Rule } from './check.ts'

/** Each item of the contents, and each item read, has a section with a head of its own. */
export const sectionPresent: Rule = ({ items, contents }) => {
  const numbers = [...new Set([...contents.map(({ no }) => no), ...items.map(({ no }) => no)])].sort((a, b) => a - b)
  return numbers.map((no) => {
    const item = items.find((other) => other.no === no)
    const listed = contents.find((row) => row.no === no)
    const outcome = item && !item.headless ? 'agrees' : 'missing'
    const title = (item && itemTitle(item)?.text) ?? listed?.title.text ?? ''
    const message = item ? (item.headless ? `No.${no}「${title}」の見出しのあるページがない` : `No.${no}の節がある`) : `No.${no}「${title}」の節がない`
    return {
      rule: 'section-present',
      item_no: no,
      fiscal_year: null,
      outcome,
      published: null,
      computed: null,
      message,
      words: item?.section.words ?? listed?.words,
    }
  })
}
