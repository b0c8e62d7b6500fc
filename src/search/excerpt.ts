import { type Html, html } from '../markup/html.ts'
import type { Hit } from './hits.ts'

const longestText = 160
const before = 40

/** A hit's text with what was asked for marked; of a long text the part around its first mark. */
export function Excerpt({ record: { text }, marks }: Hit): Html {
  const from = text.length <= longestText ? 0 : Math.max(0, Math.min((marks[0]?.start ?? 0) - before, text.length - longestText))
  const to = Math.min(text.length, Math.max(from + longestText, marks[0]?.end ?? 0))
  const pieces: (Html | string)[] = []
  let at = from
  for (const { start, end } of marks.filter(({ start, end }) => start >= from && end <= to)) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return html`${from > 0 && '…'}${pieces}${text.slice(at, to)}${to < text.length && '…'}`
}
