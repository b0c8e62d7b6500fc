import { type Item, type Reading, textsOf } from '../structure/item.ts'
import { pointEntries } from '../structure/rows.ts'

const kinds = ['achieved', 'not_achieved', 'next'] as const

/** 振り返り and 課題: one row for each entry; a head with nothing under it gives none. */
export function readReviews(item: Item): Reading<'reviews'>[] {
  return kinds.flatMap((kind) =>
    textsOf(item, kind)
      .flatMap(pointEntries)
      .map((words, index) => ({ item_no: item.no, kind, review_no: index + 1, text: words.text, words })),
  )
}
