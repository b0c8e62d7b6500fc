import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { withoutAmounts } from '../vocabulary/amounts.ts'
import { effectRows } from './effect-rows.ts'
import { type Explained, itemTable, type Reading } from './reading.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, planId, provenance, required, type Table, yen } from './table.ts'

const definition = {
  name: 'effects',
  title: '取組による効果',
  grain: '取組による効果の1行に1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'effect_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('effect_no', 'INTEGER', '効果番号', '項目と年度の中の順番 (1から)', required),
    column('label', 'VARCHAR', '効果の名前', '効果の見出し (削減額、寄附受入など)'),
    column('amount_yen', 'BIGINT', '効果額', '効果の金額', yen),
    column('quantity', 'DOUBLE', '数量', '金額のほかに書かれた数量'),
    column('quantity_unit', 'VARCHAR', '数量の単位', '件、人など'),
    column('part_of', 'INTEGER', '内数の元', '「うち」の行なら、それを含む行の効果番号'),
    ...provenance,
    figureNo('amount_yen', '効果額'),
    figureNo('quantity', '数量'),
  ],
} as const satisfies Table

/** A line of 取組による効果. */
export type EffectRecord = Reading<typeof definition>

/** 取組による効果: one row for each line of a year; a うち line is part of the last line before it that is not one. */
function readEffects(item: Item, report: Report): EffectRecord[] {
  const found: EffectRecord[] = []
  const counts = new Map<number, number>()
  const wholes = new Map<number, number>()
  for (const { year, isSubtotal, lines } of effectRows(item)) {
    if (year === 'total' || year === undefined || isSubtotal) continue
    for (const line of lines) {
      const effectNo = (counts.get(year) ?? 0) + 1
      const partOf = line.isPart ? (wholes.get(year) ?? null) : null
      counts.set(year, effectNo)
      if (partOf === null) wholes.set(year, effectNo)
      if (line.amount && line.amount.yen === undefined) report.error('unread-amount', line.amount.words, `金額を円にできない: ${line.amount.words.text}`)
      found.push({
        item_no: item.no,
        fiscal_year: year,
        effect_no: effectNo,
        label: line.label?.text ?? null,
        amount_yen: line.amount?.yen ?? null,
        quantity: line.quantity?.value ?? null,
        quantity_unit: line.quantity?.unit ?? null,
        part_of: partOf,
        amount_yen_figure_no: line.amount?.yen === undefined ? null : line.amount.words,
        quantity_figure_no: line.quantity?.words ?? null,
        words: line.words,
      })
    }
  }
  return found
}

/** The sum of a year's lines as the table prints it (計), in yen, with its words. */
export interface EffectSubtotal {
  fiscalYear: number
  yen: number
  words: Words
}

/** The printed sums of single years. */
export function readEffectSubtotals(item: Item): EffectSubtotal[] {
  return effectRows(item).flatMap(({ year, isSubtotal, lines }) => {
    const amount = isSubtotal && typeof year === 'number' ? lines.find(({ amount }) => amount)?.amount : undefined
    return amount?.yen === undefined ? [] : [{ fiscalYear: year as number, yen: amount.yen, words: amount.words }]
  })
}

/** Sums of a year and parts of 総計 say again what the lines say; a number in a label, but an amount, is part of its name. */
function explainEffects(item: Item): Explained[] {
  const rows = effectRows(item)
  const repeated = rows.flatMap(({ year, isSubtotal, lines }) => (isSubtotal ? lines : year === 'total' ? lines.filter(({ isPart }) => isPart) : []))
  const labels = rows.flatMap(({ lines }) => lines).flatMap(({ label }) => (label ? withoutAmounts(label) : []))
  return [...repeated.map(({ words }): Explained => ({ words, reason: 'repeated' })), ...labels.map((words): Explained => ({ words, reason: 'name' }))]
}

/** 取組による効果, a row for each line of a year. */
export const effects = itemTable(definition, (item, { report }) => readEffects(item, report), explainEffects)
