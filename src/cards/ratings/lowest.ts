import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { CountOf, NamedIn } from '../../evidence/sentences.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { html, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { RatingLines, ratingCell } from './ratings.ts'

/** An item with the lowest rating given, and what its review lists as not achieved. */
export interface LowestRated {
  item: Row<'items'>
  notAchieved: readonly Row<'reviews'>[]
}

/** The items with the lowest rating given, in their order; none where no rating is lower than another or than the scale's best. */
export function lowestRated({ warehouse }: PageContext): LowestRated[] {
  return warehouse.mart('lowest_rated_items').flatMap(({ item_no, review_keys }) => {
    const notAchieved = warehouse.rowsOf('reviews', review_keys ?? [])
    return warehouse.rowsOf('items', [{ item_no }]).map((item) => ({ item, notAchieved }))
  })
}

/** Why the lowest ratings: what the document lists as not achieved of each item that has it. Nothing where there is none. */
export function lowestCard(page: PageContext): Card | undefined {
  const rows = lowestRated(page)
  const [first] = rows
  if (!first) return undefined
  const stated = rows.flatMap(({ notAchieved }) => notAchieved)
  return {
    id: 'lowest',
    tables: ['items', 'reviews'],
    finding: LowestFinding(page, [first, ...rows.slice(1)]),
    scope: '付いた評価のうち最も低いものの項目と、その振り返りが達成できなかったこととして挙げる文。',
    table: {
      head: ['項目', '評価', '達成できなかったこと'],
      rows: rows.map(({ item, notAchieved }) => [
        itemCell(page, item),
        ratingCell(page, item),
        notAchieved.length === 0
          ? { value: '', shown: notGiven }
          : {
              value: notAchieved.map(({ text }) => text).join('\n'),
              shown: html`<ul class="texts">${notAchieved.map((entry) => html`<li>${ReadText(page, entry.text, entry)}</li>`)}</ul>`,
            },
      ]),
    },
    source:
      stated.length > 0
        ? sourceLines(page, stated)
        : RatingLines(
            page,
            rows.map(({ item }) => item),
          ),
  }
}

/** How many items have the lowest rating, and how many of them say what was not achieved. */
export function LowestFinding(page: PageContext, rows: readonly [LowestRated, ...LowestRated[]]): Phrase {
  const stating = rows.filter(({ notAchieved }) => notAchieved.length > 0)
  const count = (counted: readonly LowestRated[]) => phrase`${CountOf(counted, '/ratings.html#lowest')}項目`
  const subject = phrase`評価が最も低い${NamedIn(page, rows[0].item, 'rating')}の${count(rows)}`
  if (stating.length === 0) return phrase`${subject}に、達成できなかったことの記載はない`
  if (stating.length === rows.length) return phrase`${subject}は、${rows.length > 1 ? 'どれも' : ''}達成できなかったことを挙げている`
  return phrase`${subject}のうち${count(stating)}が、達成できなかったことを挙げている`
}
