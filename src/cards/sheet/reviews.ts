import type { Row } from '../../../loaders/tables.ts'
import { LineLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { LinkedFigures } from '../../evidence/read-text.ts'
import { NextPlanName } from '../../evidence/sentences.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { lineWords } from '../../format/place-words.ts'
import { html } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import { itemCell } from '../item-links.ts'
import { LowestFinding, lowestRated } from '../ratings/lowest.ts'
import { NextFinding, tasksByItem } from '../ratings/next.ts'
import { ratingCell } from '../ratings/ratings.ts'
import { mostRows, type SheetPart } from './part.ts'

/** The items rated lowest, each with the first thing that it says was not achieved; undefined where no rating is lower than others. */
export function lowestPart(page: PageContext): SheetPart | undefined {
  const rows = lowestRated(page)
  const [first, ...others] = rows
  if (!first) return undefined
  return {
    id: 'lowest',
    title: '評価が最も低い項目と、達成できなかったこと',
    finding: [LowestFinding(page, [first, ...others]), '。'],
    table: {
      head: ['項目', '評価', '達成できなかったこと', '原文'],
      rows: rows.slice(0, mostRows).map(({ item, notAchieved }) => [itemCell(page, item), ratingCell(page, item), ...textCells(page, notAchieved)]),
    },
    others: { rows: rows.slice(mostRows), href: '/ratings.html#lowest' },
  }
}

/** What is left for the next plan, the lowest rated items first, else for the time after this one; undefined where the document says nothing of it. */
export function nextPart(page: PageContext): SheetPart | undefined {
  const { plan } = page.warehouse
  const all = tasksByItem(page)
  if (all.length === 0) return undefined
  const forNext = all.filter(({ item }) => item.next_plan)
  const rows = worstFirst(page, forNext.length > 0 ? forNext : all)
  return {
    id: 'next',
    title: forNext.length > 0 ? `${NextPlanName(plan).plain}へ引き継ぐ課題` : '今後の課題',
    finding: [
      NextFinding(
        page,
        all.map(({ item }) => item),
      ),
      '。',
    ],
    table: {
      head: ['項目', '評価', '課題', '原文'],
      rows: rows.slice(0, mostRows).map(({ item, own }) => [itemCell(page, item), ratingCell(page, item), ...textCells(page, own)]),
    },
    others: { rows: rows.slice(mostRows), href: '/ratings.html#next-plan' },
  }
}

function worstFirst<T extends { item: Row<'items'> }>({ warehouse }: PageContext, rows: readonly T[]): T[] {
  const ranks = new Map(warehouse.mart('rating_counts').map(({ rating, rank }) => [rating, rank]))
  const rankOf = ({ item }: T) => ranks.get(item.rating ?? '') ?? 0
  return [...rows].sort((a, b) => rankOf(b) - rankOf(a) || a.item.item_no - b.item.item_no)
}

/** The first of some texts with how many there are besides, and its line. */
function textCells(page: PageContext, texts: readonly Row<'reviews'>[]): [Cell, Cell] {
  const [first, ...others] = texts
  if (!first) return [{ value: '', shown: notGiven }, '']
  const place = placeOfLine(page.warehouse, first.source_line)
  const shown = html`${others.length > 0 && html`<small>${texts.length}件のうち</small> `}${LinkedFigures(page, first.text, first)}`
  return [
    { value: first.text, shown },
    { value: lineWords(place), shown: LineLink(place) },
  ]
}
