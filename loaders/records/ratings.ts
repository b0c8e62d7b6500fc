import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { anyNumeral } from '../vocabulary/numerals.ts'
import { type RatingKind, ratingKinds } from '../vocabulary/ratings.ts'
import { ratingScaleOf, ratingsOf } from './rating.ts'
import { isScaleExplained } from './rating-scale.ts'
import { type Context, itemTable, type Reading } from './reading.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'
import { column, figureNo, itemNo, ofItem, optionalFiscalYear, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'ratings',
  title: '評価',
  grain: '項目についた評価1つに1行',
  key: ['plan_id', 'item_no', 'rating_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('rating_no', 'INTEGER', '評価番号', '項目の中の順番 (1から)', required),
    { ...optionalFiscalYear, description: '評価した年度 (西暦)。プラン期間全体の評価なら NULL' },
    column('rating', 'VARCHAR', '評価', '評価 (公表どおり)', required),
    column('kind', 'VARCHAR', '評価の種類', 'letter 文字、sign 記号、word 言葉、percent 割合、points 点数', {
      values: Object.keys(ratingKinds) as (keyof typeof ratingKinds)[],
      required: true,
    }),
    column('position', 'INTEGER', '段階', '文書の評価段階の中の順番 (1が最も良い)。段階が書かれていないか、その中になければ NULL', { minimum: 1 }),
    column('positions', 'INTEGER', '段階の数', '文書に書かれた評価段階の数。書かれていなければ NULL', { minimum: 1 }),
    ...provenance,
    column('value', 'DOUBLE', '評価の値', '割合か点数で付いた評価の値。ほかの評価なら NULL', {
      measure: {
        title: '割合か点数の評価',
        basis: 'actual',
        unit: { column: 'kind', names: { percent: '%', points: '点' } },
        isAdditive: false,
      },
    }),
    figureNo('value', '評価の値'),
    column('scale', 'VARCHAR[]', '評価段階', '文書に書かれた評価段階、良い順 (だれにも付かなかった段階も)。書かれていなければ NULL'),
    column(
      'scale_explained',
      'BOOLEAN',
      '段階の意味の記載',
      '文字か記号の段階が何を表すかを文書のどこかが書いていれば true、書いていなければ false。段階が書かれていないか、言葉なら NULL',
    ),
  ],
} as const satisfies Table

/** A rating given to an item. */
export type RatingRecord = Reading<typeof definition>

const firstNumber = new RegExp(`(?<number>${anyNumeral})`, 'd')

/** The number of a rating in percent or points. */
function numberOf(words: Words, kind: RatingKind): Stated | null {
  return kind === 'percent' || kind === 'points' ? statedIn(words.match(firstNumber), 'number') : null
}

/** 評価: one row for each rating, in the order of the document, with its place on the scale that the item's note or the document states. */
function readRatings(item: Item, { document }: Context): RatingRecord[] {
  const { ratings } = ratingsOf(item)
  const scale = ratingScaleOf(item, document)
  const isExplained = isScaleExplained(document, scale)
  return ratings.map(({ fiscalYear, words, kind }, index) => ({
    item_no: item.no,
    rating_no: index + 1,
    fiscal_year: fiscalYear,
    rating: words.form,
    kind,
    position: scale.indexOf(words.form) + 1 || null,
    positions: scale.length || null,
    ...statedColumns('value', numberOf(words, kind)),
    scale: scale.length > 0 ? scale : null,
    scale_explained: isExplained,
    words,
  }))
}

/** 評価. */
export const ratings = itemTable(definition, readRatings)
