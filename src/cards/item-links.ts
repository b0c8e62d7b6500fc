import type { Row } from '../../loaders/tables.ts'
import { itemPageName } from '../evidence/anchors.ts'
import { lineHref } from '../evidence/fact-number.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { placeOfRow } from '../evidence/places.ts'
import { LabelOfItem, NameOfItem } from '../evidence/sentences.ts'
import { type LinePlace, rangeWords } from '../format/place-words.ts'
import { type Html, html, joinWords, Link, Phrase } from '../markup/html.ts'
import { TopicMarks } from '../markup/topic.ts'

type OfPlan = Pick<PageContext, 'warehouse'>
type OfItem = Pick<Row<'items'>, 'item_no'>

/** Items and lines that rows were read from, as a source line shows them, each linked: No.21 原文508–511行, PDF 12頁. */
export function sourceLines({ warehouse }: OfPlan, rows: readonly ({ item_no: number; source_line: number } & Partial<LinePlace>)[]): Html {
  const byItem = new Map<number, LinePlace[]>()
  for (const row of rows) byItem.set(row.item_no, [...(byItem.get(row.item_no) ?? []), placeOfRow(warehouse, row)])
  const links = [...byItem].map(([item, places], index) => html`${index > 0 && '、'}${ItemNo({ warehouse }, { item_no: item })} ${LinesLink(places)}`)
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

/** An item by its printed number and title, linked to its page. */
export function ItemName(page: OfPlan, { item_no }: OfItem): Phrase {
  return AboutItem(item_no, Link(itemHref(item_no), NameOfItem(page, item_no)))
}

/** An item by its printed number, linked to its page. */
export function ItemNo(page: OfPlan, { item_no }: OfItem): Phrase {
  return AboutItem(item_no, Link(itemHref(item_no), LabelOfItem(page, item_no)))
}

/** Words that are about an item. */
function AboutItem(itemNo: number, { text, plain, facts, unbacked }: Phrase): Phrase {
  return new Phrase(`<span${TopicMarks({ itemNo })}>${text}</span>`, plain, facts, unbacked)
}

/** Items by their printed numbers, each linked. */
export function ItemNos(page: OfPlan, itemNos: readonly number[]): Phrase {
  return joinWords(
    itemNos.map((item_no) => ItemNo(page, { item_no })),
    '、',
  )
}

/** An item with its name as a cell of a table: in words for downloads, linked to its page. */
export function itemCell(page: OfPlan, item: OfItem): { value: string; shown: Phrase } {
  return wordsCell(ItemName(page, item))
}

/** An item by its printed number alone as a cell of a table. */
export function itemNoCell(page: OfPlan, item: OfItem): { value: string; shown: Phrase } {
  return wordsCell(ItemNo(page, item))
}

/** Items by their printed numbers as a cell of a table. */
export function itemNosCell(page: OfPlan, items: readonly OfItem[]): { value: string; shown: Phrase } {
  return wordsCell(
    ItemNos(
      page,
      items.map(({ item_no }) => item_no),
    ),
  )
}

function wordsCell(shown: Phrase): { value: string; shown: Phrase } {
  return { value: shown.plain, shown }
}
