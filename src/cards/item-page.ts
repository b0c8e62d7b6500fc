import { type Html, html } from '../components/html.ts'
import { RatingMark } from '../components/ratings-board.ts'
import { ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../page.ts'
import type { Slot } from './slots.ts'
import { itemHref } from './sources.ts'

/** The page of an item: its head and goal. */
function itemPage(page: PageContext): Html | undefined {
  const item = page.warehouse.table('items').find(({ item_no }) => item_no === Number(page.params.no))
  if (!item) return undefined
  return html`<h1>No.${item.item_no} ${item.title ?? ''}</h1>
<p class="lead">${item.rating !== null && RatingMark(item.rating, item.rating_source_line ?? item.source_line)} ${item.goal !== null && ReadWords(item.goal, { source_line: item.goal_source_line ?? item.source_line })}</p>`
}

/** All items with their pages. */
function itemList(page: PageContext): Html {
  return html`<ul>${page.warehouse.table('items').map(({ item_no, title }) => html`<li><a href="${itemHref(item_no)}">No.${item_no} ${title ?? ''}</a></li>`)}</ul>`
}

/** The slots of the pages of items. */
export const itemSlots: Readonly<Record<string, Slot>> = { item: itemPage, 'item-list': itemList }
