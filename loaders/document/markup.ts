/** Where markup stands in a text, end exclusive. */
export interface Span {
  from: number
  to: number
}

const attribute = String.raw`\s+[a-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?`
const markup = new RegExp(String.raw`^(?:<!--[^<>]*-->|<!doctype\s[^<>]*>|<\/?[a-z][a-z\d:-]*(?:${attribute})*\s*\/?>)$`, 'i')
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const pieces = /<[^<>]*>?|[^<>]+>?|>/g

/**
 * The markup of a text in its order: a comment, a document type or a tag whose attributes are names with or without a
 * value, and what is one once markup inside it is taken out, such as `<scr<b>ipt>`, with all that it holds.
 */
export function markupSpans(text: string): Span[] {
  const spans: Span[] = []
  let open: { from: number; left: string }[] = []
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const to = index + piece.length
    if (piece.startsWith('<')) open.push({ from: index, left: '' })
    const last = open.at(-1)
    if (last === undefined) continue
    last.left += piece
    if (!piece.endsWith('>')) continue
    if (isMarkup(last.left, to - last.from)) {
      open.pop()
      while ((spans.at(-1)?.from ?? -1) > last.from) spans.pop()
      spans.push({ from: last.from, to })
    } else open = []
  }
  return spans
}

/**
 * Whether what is left of a span of some length is markup. Where it is so only by what was taken out of it, it may hold no
 * number, which would be lost.
 */
function isMarkup(left: string, length: number): boolean {
  if (left.length === length && markup.test(left)) return true
  const seen = left.replace(unseen, '')
  return markup.test(seen) && !/\p{Nd}/u.test(seen)
}
