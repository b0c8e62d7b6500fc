import type { Row } from '../../loaders/tables.ts'
import type { SourcePlace } from '../facts/figure-index.ts'

const markup = /^<[/!]?[A-Za-z!-][^<>]*>$/

/** Text of the document without its markup, nor any that comes about where other is taken out, as of `<scr<b>ipt>`. */
export function withoutMarkup(text: string): string {
  let kept = ''
  let open: string[] = []
  for (const part of text.split(/(?=<)|(?<=>)/)) {
    open.push(part.startsWith('<') ? part : (open.pop() ?? '') + part)
    if (!part.endsWith('>')) continue
    if (markup.test(open.at(-1) as string)) open.pop()
    else {
      kept += open.join('')
      open = []
    }
  }
  return kept + open.join('')
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
