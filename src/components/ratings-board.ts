import { type Html, html } from './html.ts'

/** An item with its rating. */
export interface RatedItem {
  itemNo: number
  title: string
  department: string
}

/** The marks of ratings: a shape, so that no one depends on colour. Ratings of other scales have a plain square. */
const shapes: Readonly<Record<string, string>> = { S: '★', A: '●', B: '■', C: '▲', D: '◆', E: '▽', '◎': '◎', '○': '○', '△': '△', '×': '×' }

/** Items by rating, one row a rating: shape, letter, number of items, and the items by name. */
export function RatingsBoard(ratings: readonly { rating: string; items: readonly RatedItem[] }[]): Html {
  return html`<div class="ratings">${ratings.map(
    ({ rating, items }) => html`<div class="rating rating-${rating.toLowerCase()}">
<p class="rating-head"><span class="rating-letter">${rating}</span> <span class="rating-count">${items.length}<small>件</small></span>
<span class="rating-shapes" aria-hidden="true">${(shapes[rating] ?? '□').repeat(items.length)}</span></p>
<ul>${items.map(({ itemNo, title, department }) => html`<li><b>No.${itemNo}</b> ${title} <small>${department}</small></li>`)}</ul>
</div>`,
  )}</div>`
}
