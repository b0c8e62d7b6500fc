import { itemPageName } from '../evidence/anchors.ts'
import { lineHref } from '../evidence/fact-number.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { type LinePlace, placeOfRow, rangeWords } from '../evidence/place-words.ts'
import { NameOfItem } from '../evidence/sentences.ts'
import { type Html, html, Link, type Phrase, phrase } from '../markup/html.ts'

/** Items and lines that rows were read from, as a source line shows them, each linked: No.21 原文508–511行, PDF 12頁. */
export function sourceLines(
  { warehouse }: Pick<PageContext, 'warehouse'>,
  rows: readonly ({ item_no: number; source_line: number } & Partial<LinePlace>)[],
): Html {
  const byItem = new Map<number, LinePlace[]>()
  for (const row of rows) byItem.set(row.item_no, [...(byItem.get(row.item_no) ?? []), placeOfRow(warehouse, row)])
  const links = [...byItem].map(([item, places], index) => html`${index > 0 && '、'}${ItemNo({ item_no: item })} ${LinesLink(places)}`)
  return Folded(`${links.length}項目の原文`, links)
}

function LinesLink(places: readonly LinePlace[]): Html {
  return html`<a class="read" href="${lineHref(Math.min(...places.map(({ source_line }) => source_line)))}">${rangeWords(places)}</a>`
}

const mostLinks = 3

/** Links of a source line; where they are many a script folds them under some words, so that no keyboard has to pass them all. */
export function Folded(words: string, links: readonly Html[]): Html {
  if (links.length <= mostLinks) return html`${links}`
  return html`<details open><summary>${words}</summary><span>${links}</span></details>`
}

/** The page of an item. */
export function itemHref(itemNo: number): string {
  return `/items/${itemPageName(itemNo)}.html`
}

/** An item by its number and title, linked to its page. */
export function ItemName({ item_no, title }: { item_no: number; title: string | null }): Phrase {
  return Link(itemHref(item_no), NameOfItem({ item_no, title }))
}

/** An item by its number, linked to its page. */
export function ItemNo({ item_no }: { item_no: number }): Phrase {
  return Link(itemHref(item_no), NameOfItem({ item_no }))
}

/** Items by their numbers, each linked. */
export function ItemNos(itemNos: readonly number[]): Phrase {
  return phrase`${itemNos.map((item, index) => phrase`${index > 0 && '、'}${ItemNo({ item_no: item })}`)}`
}

/** An item's number and name in words. */
export function itemName({ item_no, title }: { item_no: number; title: string | null }): string {
  return `No.${item_no} ${title ?? ''}`.trim()
}

/** An item with its name as a cell of a table: in words for downloads, linked to its page. */
export function itemCell(item: { item_no: number; title: string | null }): { value: string; shown: Phrase } {
  return { value: itemName(item), shown: ItemName(item) }
}

/** Items by their numbers as a cell of a table: in words for downloads, each linked to its page. */
export function itemNosCell(items: readonly { item_no: number }[]): { value: string; shown: Phrase } {
  const numbers = items.map(({ item_no }) => item_no)
  return { value: numbers.map((number) => `No.${number}`).join('、'), shown: ItemNos(numbers) }
}
