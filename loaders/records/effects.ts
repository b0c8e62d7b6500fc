import { cached } from '../document/cached.ts'
import type { Report } from '../document/report.ts'
import { lastAtMost } from '../document/rising.ts'
import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { measures, withoutAmounts } from '../vocabulary/amounts.ts'
import { effectKind, type MoneyRole } from '../vocabulary/money-names.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import { counter } from './counter.ts'
import type { EffectLine } from './effect-lines.ts'
import type { Open } from './effect-row.ts'
import { effectRows } from './effect-rows.ts'
import { effectWords } from './effect-words.ts'
import { type Explained, itemTable, type Reading } from './reading.ts'
import { placeColumns } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, placeOf, planId, provenance, required, type Table, unified, yen } from './table.ts'

const definition = {
  name: 'effects',
  title: '取組による効果',
  grain: '取組による効果の1行に1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'effect_no'],
  references: ofItem,
  facts: {
    detail: { column: 'label' },
    isPartOf: 'whole.effect_no = own.part_of',
    isRepeat: 'own.is_repeat',
    isOpenable: true,
  },
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('effect_no', 'INTEGER', '効果番号', '項目と年度の中の順番 (1から)', required),
    column('label', 'VARCHAR', '効果の名前', '効果の見出し (削減額、寄附受入など)'),
    column('amount_yen', 'BIGINT', '効果額', '効果の金額', {
      ...yen,
      measure: { title: '効果額', basis: 'actual', isAdditive: true },
    }),
    column('quantity', 'DOUBLE', '数量', '金額のほかに書かれた数量', {
      measure: { title: '効果の数量', basis: 'actual', unit: { column: 'quantity_unit' }, isAdditive: { inUnit: '件' } },
    }),
    column('quantity_unit', 'VARCHAR', '数量の単位', '件、人など'),
    column('part_of', 'INTEGER', '内数の元', '「うち」の行なら、それを含む行の効果番号'),
    ...provenance,
    figureNo('amount_yen', '効果額'),
    figureNo('quantity', '数量'),
    column('kind', 'VARCHAR', '効果の種類', 'saving 削減、revenue 増収、donation 寄附。名前からわからないものは NULL', {
      values: ['saving', 'revenue', 'donation'],
    }),
    column('is_repeat', 'BOOLEAN', '再掲', '別の項目にも数えられている額。合計には入れない', required),
    ...placeOf('label', '効果の名前'),
    unified('label', '効果の名前'),
  ],
} as const satisfies Table

/** A line of 取組による効果. */
export type EffectRecord = Reading<typeof definition>

/**
 * 取組による効果: one row for each line of a year that adds up, and its parts; a うち line is part of the last line before it that is not
 * one. Planned, cumulative and corrected amounts, changes, rates and sums are none of them.
 */
function readEffects(item: Item, report: Report): EffectRecord[] {
  const found: EffectRecord[] = []
  const next = counter<number>()
  const wholes = new Map<number, number>()
  for (const { year, isSubtotal, lines } of effectRows(item)) {
    if (typeof year !== 'number' || isSubtotal) continue
    for (const line of lines.filter(isEffect)) {
      const effectNo = next(year)
      const partOf = line.isPart ? (wholes.get(year) ?? null) : null
      if (partOf === null) wholes.set(year, effectNo)
      reportAmount(line, report)
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
        kind: effectKind(line.label?.form ?? ''),
        is_repeat: line.isRepeat,
        ...placeColumns('label', line.label),
        label_unified: line.label ? unifiedName(line.label.text) : null,
        words: line.words,
      })
    }
  }
  for (const { words, reason } of openEffects(item)) report.warn('open-sum', words, `合計できない: ${reason}`)
  return found
}

/** Whether a line is an effect of its year. */
function isEffect({ role, isOpen }: EffectLine): boolean {
  return role === 'actual' && !isOpen
}

/** Why nothing of an item's effects may be added up: what cannot be told, with its words; nothing where all can. */
export const openEffects = cached((item: Item): Open[] =>
  effectRows(item)
    .flatMap(({ open, lines }) => [
      ...open,
      ...lines.filter(({ isOpen }) => isOpen).map(({ label, words }) => ({ words: label ?? words, reason: `何の額かわからない: ${(label ?? words).text}` })),
    ])
    .concat(unreadAmounts(item)),
)

/** The amounts of the table that none of its lines states. */
function unreadAmounts(item: Item): Open[] {
  const isRead = isWithin(effectWords(item))
  return effectRows(item)
    .filter(({ year, isForm, open, lines }) => typeof year === 'number' && !isForm && open.length === 0 && lines.every(({ isOpen }) => !isOpen))
    .flatMap(({ row, cells, lines }) => {
      const amounts = measures(row.words).flatMap(({ unit, words }) => (unit === '円' && !isRead(words) ? [words] : []))
      const numbers = lines.length > 0 ? [] : cells.filter((cell) => /^\D{0,3}\d/.test(cell.form) && !isRead(cell))
      return [...numbers, ...amounts.filter((words) => !isWithin(numbers)(words))]
    })
    .map((words) => ({ words, reason: `読み取れない額: ${words.text}` }))
}

/** Whether words lie within one of some others. */
function isWithin(others: readonly Words[]): (words: Words) => boolean {
  const spans = others.map((other) => ({ from: other.cleanIndex(0), to: other.cleanIndex(other.length) })).sort((a, b) => a.from - b.from)
  const starts = spans.map(({ from }) => from)
  let furthest = 0
  const ends = spans.map(({ to }) => {
    furthest = Math.max(furthest, to)
    return furthest
  })
  return (words) => {
    const last = lastAtMost(starts, words.cleanIndex(0))
    return (starts[last] ?? Number.POSITIVE_INFINITY) <= words.cleanIndex(0) && (ends[last] as number) >= words.cleanIndex(words.length)
  }
}

function reportAmount({ amount }: EffectLine, report: Report): void {
  if (!amount) return
  if (amount.yen === undefined && !amount.isOpen) report.error('unread-amount', amount.words, `金額を円にできない: ${amount.words.text}`)
  if (amount.words.form.includes('憶')) report.warn('misspelt-amount', amount.words, `「憶」を「億」と読んだ: ${amount.words.text}`)
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
    if (typeof year !== 'number') return []
    const sums = isSubtotal ? lines.filter(({ role }) => role === 'actual' || role === 'sum').slice(0, 1) : lines.filter(({ role }) => role === 'sum')
    return sums.flatMap(({ amount }) => (amount?.yen === undefined ? [] : [{ fiscalYear: year, yen: amount.yen, words: amount.words }]))
  })
}

/** Why the amounts of a line are no effects, by what they are. A plan that is no target sums up those that are. */
const reasonOf = {
  actual: 'repeated',
  sum: 'repeated',
  planned: 'repeated',
  cumulative: 'cumulative',
  superseded: 'superseded',
  difference: 'rate',
  rate: 'rate',
} as const satisfies { [R in MoneyRole]: Explained['reason'] }

/**
 * What the table says beside its effects: sums, parts of 総計, plans and the like, of lines that leave nothing open; and numbers
 * in labels, which are part of a name unless they are amounts.
 */
function explainEffects(item: Item): Explained[] {
  const rows = effectRows(item).filter(({ year }) => year !== undefined)
  const others = rows.flatMap(({ year, isSubtotal, lines }) =>
    lines.filter(({ role, isPart, isOpen }) => !isOpen && (role !== 'actual' || isSubtotal || (year === 'total' && isPart))),
  )
  const names = rows.flatMap(({ lines }) => lines.flatMap(({ label, name }) => [label, name].flatMap((words) => (words ? withoutAmounts(words) : []))))
  return [...others.map(({ role, words }): Explained => ({ words, reason: reasonOf[role] })), ...names.map((words): Explained => ({ words, reason: 'name' }))]
}

/** 取組による効果, a row for each line of a year. */
export const effects = itemTable(definition, (item, { report }) => readEffects(item, report), explainEffects)
