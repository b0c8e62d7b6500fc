import type { Item } from '../structure/item.ts'
import type { Document } from '../structure/sections.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import { roundingYen } from './effect-rounding.ts'
import { totalLines } from './effect-total-lines.ts'
import { type EffectRecord, effects, openEffects } from './effects.ts'
import { itemTable, type Reading } from './reading.ts'
import { column, figureNo, itemNo, notMeasured, ofItem, planId, provenance, required, type Table, yen } from './table.ts'

const definition = {
  name: 'effect_totals',
  title: '効果の総計',
  grain: '総計のある項目1件に1行',
  key: ['plan_id', 'item_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('published_yen', 'BIGINT', '公表の総計', '文書で公表された総計', {
      ...yen,
      measure: { title: '公表の効果総計', basis: 'printed', isAdditive: true, isTotal: true },
    }),
    column(
      'computed_yen',
      'BIGINT',
      '再計算した総計',
      '各年度の効果額の合計。内数 (うち) は二重に数えず、再掲は入れない。合計してよいか決められない額があれば NULL',
      { ...yen, measure: { title: '計算した効果総計', basis: 'computed', isAdditive: true, isTotal: true } },
    ),
    column('published_quantity', 'DOUBLE', '公表の数量計', '文書で公表された数量の総計', {
      measure: {
        title: '公表の効果数量計',
        basis: 'printed',
        unit: { column: 'quantity_unit' },
        isAdditive: { inUnit: '件' },
        isTotal: true,
      },
    }),
    column('computed_quantity', 'DOUBLE', '再計算した数量計', '各年度の数量の合計。総計に数量があるときだけ', {
      measure: {
        title: '計算した効果数量計',
        basis: 'computed',
        unit: { column: 'quantity_unit' },
        isAdditive: { inUnit: '件' },
        isTotal: true,
      },
    }),
    ...provenance,
    figureNo('published_yen', '公表の総計'),
    figureNo('published_quantity', '公表の数量計'),
    column('rounding_yen', 'BIGINT', '端数の幅', '端数処理だけで総計と合計に差が出うる幅', { ...yen, ...required, ...notMeasured }),
    column('quantity_unit', 'VARCHAR', '数量の単位', '公表の数量計の単位 (件、人など)'),
  ],
} as const satisfies Table

/** 総計 of an item. */
export type EffectTotalRecord = Reading<typeof definition>

/** 総計 of an item: as printed, and as the lines that are part of no other add up; quantities of one unit only. */
function readEffectTotals(item: Item, effects: readonly EffectRecord[], document: Document): EffectTotalRecord[] {
  const { money, count } = totalLines(item)
  const places = [money, count].flatMap((line) => line?.words ?? []).sort((a, b) => a.cleanIndex(0) - b.cleanIndex(0))
  const [first, last = first] = places
  if (!first || !last) return []
  const counted = countedLines(item, effects)
  return [
    {
      item_no: item.no,
      published_yen: money?.amount?.yen ?? null,
      computed_yen: money && openEffects(item).length === 0 ? sum(counted.money.map(({ amount_yen }) => amount_yen)) : null,
      published_quantity: count?.quantity?.value ?? null,
      computed_quantity: count ? sum(counted.count.map(({ quantity }) => quantity)) : null,
      published_yen_figure_no: money?.amount?.yen === undefined ? null : money.amount.words,
      published_quantity_figure_no: count?.quantity?.words ?? null,
      rounding_yen: money ? roundingYen(item, document) : 0,
      quantity_unit: count?.quantity?.unit ?? null,
      words: first === last ? first : first.through(last),
    },
  ]
}

/**
 * The lines that an item's 総計 adds up: those that are part of no other and counted under no other item; for its quantity those of its
 * unit; and the lines that are counted elsewhere.
 */
export function countedLines(item: Item, effects: readonly EffectRecord[]): { money: EffectRecord[]; count: EffectRecord[]; repeats: EffectRecord[] } {
  const unit = totalLines(item).count?.quantity?.unit
  const wholes = effects.filter((effect) => effect.item_no === item.no && effect.part_of === null)
  const money = wholes.filter(({ is_repeat }) => !is_repeat)
  return { money, count: money.filter(({ quantity_unit }) => quantity_unit === unit), repeats: wholes.filter(({ is_repeat }) => is_repeat) }
}

/** The sum of the values that are stated; null where none is. */
export function sum(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length > 0 ? sumOf(stated) : null
}

/** 総計 as printed and as computed. */
export const effectTotals = itemTable(definition, (item, { document, rows }) => readEffectTotals(item, rows(effects), document))
