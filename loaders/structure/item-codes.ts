import { isWholeNumber } from '../vocabulary/item-codes.ts'
import type { ContentsRow, Document } from './sections.ts'

/** Moves lines of the contents to what is unread. */
function takeFromContents(document: Document, rows: readonly ContentsRow[]): void {
  for (const { words } of rows) {
    const lineNo = words.place.start.line
    document.unread.push({ lineNo, words, afterPage: false })
    document.lineParts[lineNo - 1] = { section: undefined, part: 'unread' }
  }
  document.contents = document.contents.filter((row) => !rows.includes(row))
}

/**
 * Where not every item of a document has a whole number (1-(2), A-1), gives its items and the lines of its contents numbers from 1
 * on, one for each code: in the order of the contents, then of the heads. Where all items have whole numbers, a line before them
 * that begins with another number is none of the contents.
 */
export function numberByCode(document: Document): void {
  const { contents, sections } = document
  const heads = sections.flatMap((section) => (section.noWords ? [{ section, code: section.noWords.form }] : []))
  if (heads.every(({ code }) => isWholeNumber(code))) {
    takeFromContents(
      document,
      contents.filter(({ noWords }) => !isWholeNumber(noWords.form)),
    )
    return
  }
  const codes = [...new Set([...contents.map(({ noWords }) => noWords.form), ...heads.map(({ code }) => code)])]
  const numbers = new Map(codes.map((code, index) => [code, index + 1]))
  for (const row of contents) row.no = numbers.get(row.noWords.form) as number
  for (const { section, code } of heads) section.no = numbers.get(code)
}
