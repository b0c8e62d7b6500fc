import { type Html, html } from '../components/html.ts'

/** Items and lines that rows were read from, as a source line shows them, each linked: No.21 原文508–511行. */
export function sourceLines(rows: readonly { item_no: number; source_line: number }[]): Html {
  const byItem = new Map<number, number[]>()
  for (const { item_no, source_line } of rows) byItem.set(item_no, [...(byItem.get(item_no) ?? []), source_line])
  return html`${[...byItem].map(([item, lines], index) => html`${index > 0 && '、'}<a href="${itemHref(item)}">No.${item}</a> <a class="read" href="/source.html#L${Math.min(...lines)}">原文${lineRange(lines)}行</a>`)}`
}

/** The page of an item. */
export function itemHref(itemNo: number): string {
  return `/items/${String(itemNo).padStart(2, '0')}.html`
}

/** An item by its number and title, linked to its page. */
export function ItemName({ item_no, title }: { item_no: number; title: string | null }): Html {
  return html`<a href="${itemHref(item_no)}">No.${item_no} ${title}</a>`
}

function lineRange(lines: readonly number[]): string {
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return first === last ? `${first}` : `${first}–${last}`
}
