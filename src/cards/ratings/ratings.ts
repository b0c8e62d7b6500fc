import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import type { RatedBox } from '../../charts/rated-items-chart.ts'
import { FactNumber, LineLink, WordsLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { NamedIn, QuotedItem } from '../../evidence/sentences.ts'
import { noData } from '../../format/numbers.ts'
import { placeWords } from '../../format/place-words.ts'
import { ratingShape } from '../../format/ratings.ts'
import { type Html, html, joinWords, Link, type Phrase, phrase } from '../../markup/html.ts'
import { Folded, itemHref } from '../item-links.ts'

type Item = Row<'items'>

/** How many items have a rating, with the items and where each rating stands. */
export function RatingCount(page: PageContext, row: MartRow<'rating_counts'>): Phrase {
  return FactNumber(page, page.fact(row, 'items'))
}

/** The ratings with their counts in words, steps that nobody got among them: Aが5件、Dが0件. */
export function RatingCounts(page: PageContext): Phrase {
  const ratings = page.warehouse.mart('rating_counts')
  return joinWords(
    ratings.map((row) => phrase`${NamedIn(page, row, 'rating')}が${RatingCount(page, row)}件`),
    '、',
  )
}

/** That the document does not say what the letters or signs of its scale mean; undefined where it does, or states no such scale. */
export function unexplainedNote({ warehouse }: PageContext): string | undefined {
  const steps = warehouse.mart('rating_counts').filter(({ explained }) => explained === false)
  return steps.length > 0 ? `${stepNames(steps)}の意味は文書に記載なし` : undefined
}

/** Which steps of the scale no item got; undefined where each was given. */
export function unusedNote({ warehouse }: PageContext): string | undefined {
  const steps = warehouse.mart('rating_counts').filter(({ items }) => items === 0)
  return steps.length > 0 ? `${stepNames(steps)}は0件。` : undefined
}

function stepNames(steps: readonly { rating: string }[]): string {
  return steps.map(({ rating }) => rating).join('・')
}

/** The steps of the scale that the document states, and whether it says what they mean; undefined where it rates in numbers. */
export function scaleNote({ warehouse }: PageContext): string | undefined {
  const ratings = warehouse.mart('rating_counts')
  const steps = ratings.filter(({ on_scale }) => on_scale)
  if (steps.length === 0) return ratings.some(({ kind }) => kind === 'letter' || kind === 'sign') ? '評価の段階は文書に記載なし。' : undefined
  const isUnexplained = steps.some(({ explained }) => explained === false)
  return `評価の段階は${stepNames(steps)}。${isUnexplained ? 'それぞれの意味は文書に記載なし。' : ''}`
}

/** A rating with its shape, if it has one, linked to where it stands. */
export function RatingMark(page: PageContext, { rating, rating_source_line, source_line }: Item & { rating: string }): Html {
  const shape = ratingShape(rating)
  return html`<span class="rating-mark">${WordsLink(page, rating, rating_source_line ?? source_line)}${shape && shape !== rating && html` <span aria-hidden="true">${shape}</span>`}</span>`
}

/** Whether an item has a rating. */
export function isRated(item: Item): item is Item & { rating: string } {
  return item.rating !== null
}

/** An item's rating as a cell of a table: with its letter and shape, or that it has none. */
export function ratingCell(page: PageContext, item: Item | undefined): { value: string; shown: Html | string } {
  return item && isRated(item) ? { value: item.rating, shown: RatingMark(page, item) } : { value: '', shown: noData }
}

/** An item as a box of a chart, leading to its page. */
export function itemBox({ warehouse }: PageContext, item: Item): RatedBox {
  const { item_no: itemNo } = item
  return { itemNo, label: warehouse.itemLabel(itemNo), title: item.title ?? '', rating: item.rating ?? '', href: itemHref(item.item_no) }
}

/** Ratings of items as links to where they stand, for the source line of a card. */
export function RatingLines({ warehouse }: PageContext, items: readonly Item[]): Html {
  const lines = items.filter(isRated).map(({ rating_source_line, source_line }) => rating_source_line ?? source_line)
  const places = lines.map((line) => placeOfLine(warehouse, line))
  const isText = places.every(({ source_page }) => source_page === null)
  const links = places.map((place, index) => phrase`${index > 0 && '・'}${LineLink(place, isText ? String(place.source_line) : placeWords(place))}`)
  return Folded(`各項目の総括評価の欄 (原文の${links.length}${isText ? '行' : 'か所'})`, links)
}

/** The items whose pages are missing in part, in words; undefined where none is. */
export function missingHeads(page: PageContext): Phrase | undefined {
  const items = page.warehouse.table('items').filter(({ complete }) => !complete)
  if (items.length === 0) return undefined
  const links = items.map(({ item_no }) => Link(itemHref(item_no), QuotedItem(page, item_no)))
  return phrase`${joinWords(links, '、')}は文書のページが欠けている。残っている部分だけを示す。`
}
