import { type Item, textsOf } from '../structure/item.ts'
import { pointEntries } from '../structure/rows.ts'
import { itemTable, type Reading } from './reading.ts'
import { column, itemNo, ofItem, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'reviews',
  title: '振り返りと課題',
  grain: '振り返り・課題の1つに1行',
  key: ['plan_id', 'item_no', 'kind', 'review_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('kind', 'VARCHAR', '種類', 'achieved 達成できたこと、not_achieved 達成できなかったこと、next 今後の課題', {
      required: true,
      values: ['achieved', 'not_achieved', 'next'],
    }),
    column('review_no', 'INTEGER', '番号', '種類の中の順番 (1から)', required),
    column('text', 'VARCHAR', '内容', '振り返り・課題の文', required),
    ...provenance,
  ],
} as const satisfies Table

/** An entry of 振り返り or 課題. */
export type ReviewRecord = Reading<typeof definition>

const kinds = ['achieved', 'not_achieved', 'next'] as const

/** 振り返り and 課題: one row for each entry; a head with nothing under it gives none. */
function readReviews(item: Item): ReviewRecord[] {
  return kinds.flatMap((kind) =>
    textsOf(item, kind)
      .flatMap(pointEntries)
      .map((words, index) => ({ item_no: item.no, kind, review_no: index + 1, text: words.text, words })),
  )
}

/** 振り返り and 課題. */
export const reviews = itemTable(definition, readReviews)
