import type { RatedItem } from '../cards/ratings.ts'
import { itemHref } from '../cards/sources.ts'
import { ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../page.ts'
import { type Html, html } from './html.ts'

/** The marks of ratings: a shape, so that no one depends on colour. Ratings of other scales have a plain square. */
const shapes: Readonly<Record<string, string>> = { S: '★', A: '●', B: '■', C: '▲', D: '◆', E: '▽', '◎': '◎', '○': '○', '△': '△', '×': '×' }

/** The shape that stands for a rating. */
export function ratingShape(rating: string): string {
  return shapes[rating] ?? '□'
}

/** A rating as words: letter and shape, or the sign alone where the rating is one. */
export function ratingName(rating: string): string {
  return ratingShape(rating) === rating ? rating : `${rating} ${ratingShape(rating)}`
}

/** A rating as letter and shape, linked to where it stands. */
export function RatingMark(rating: string, ratingLine: number): Html {
  const shape = ratingShape(rating)
  return html`<span class="rating-mark">${ReadWords(rating, { source_line: ratingLine })}${shape !== rating && html` <span aria-hidden="true">${shape}</span>`}</span>`
}

/** Items by rating, one column a rating: shape, letter, number of items, and the items by name. */
export function RatingsBoard(_page: PageContext, ratings: readonly { rating: string; items: readonly RatedItem[] }[]): Html {
  return html`<div class="ratings">${ratings.map(
    ({ rating, items }) => html`<div class="rating">
<p class="rating-head"><span class="rating-letter">${rating}</span> <span class="rating-count">${items.length}<small>件</small></span>
<span class="rating-shapes" aria-hidden="true">${ratingShape(rating).repeat(items.length)}</span></p>
<ul>${items.map(
      ({ itemNo, title, department, ratingLine }) =>
        html`<li><a href="${itemHref(itemNo)}"><b>No.${itemNo}</b> ${title}</a> <small>${department} ${ReadWords(`原文${ratingLine}行`, { source_line: ratingLine })}</small></li>`,
    )}</ul>
</div>`,
  )}</div>`
}
