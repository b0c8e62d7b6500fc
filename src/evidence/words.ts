import type { Row } from '../../loaders/tables.ts'
import type { SourcePlace } from '../facts/figure-index.ts'

const markup = /<[/!]?[A-Za-z!-][^<>]*>/g

/** Text of the document without its markup. */
export function withoutMarkup(text: string): string {
  return text.replace(markup, '')
}

/** The words that stand at a place of the document, without markup, in one line. */
export function wordsAt(lines: readonly Pick<Row<'sourceLines'>, 'text'>[], place: SourcePlace): string {
  const words: string[] = []
  for (let line = place.source_line; line <= place.source_end_line; line++) {
    const text = lines[line - 1]?.text ?? ''
    const start = line === place.source_line ? place.source_column - 1 : 0
    words.push(text.slice(start, line === place.source_end_line ? place.source_end_column - 1 : text.length))
  }
  return withoutMarkup(words.join(' ')).replace(/\s+/g, ' ').trim()
}
