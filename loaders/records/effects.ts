import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import type { Item, Reading } from '../structure/item.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import type { EffectLine } from './effect-lines.ts'
import { effectRows } from './effect-rows.ts'

/**
 * The words of the table that its rows are read from; a row of the form that holds nothing yet has its
 * labels alone, a sum those that its lines have.
 */
export function effectWords(item: Item): Words[] {
  const rows = effectRows(item)
  const yearLines = rows.flatMap(({ year, isSubtotal, lines }) => (year === 'total' || isSubtotal ? [] : lines))
  const labels = new Set(yearLines.flatMap(({ label }) => label?.form ?? []))
  const { money, count } = totalLines(item)
  return rows.flatMap(({ year, isForm, isSubtotal, head, cells, lines }) => {
    if (isForm) return [...(head ? [head] : []), ...cells]
    if (year === undefined) return []
    const isNotDue = lines.length === 0 && cells.every(({ form }) => labels.has(form))
    const isSum = year === 'total' || isSubtotal
    const read = year === 'total' ? lines.filter((line) => line.isPart || line === money || line === count) : lines
    const words = read.flatMap((line) => (isSum && line.label && !labels.has(line.label.form) ? [line.words] : lineWords(line)))
    return [...(head ? [head] : []), ...(isNotDue ? cells : []), ...words]
  })
}

function lineWords({ label, words }: EffectLine): Words[] {
  if (!label) return [words]
  const between = words.source.form.slice(label.cleanIndex(label.length), words.cleanIndex(0))
  return /^[\s、,:・/はが]*$/.test(between) ? [label.through(words)] : [label, words]
}

/** 取組による効果: one row for each line of a year; a うち line is part of the last line before it that is not one. */
export function readEffects(item: Item, report: Report): Reading<'effects'>[] {
  const found: Reading<'effects'>[] = []
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

/** The lines of 総計 that its row is read from: the first with money and the first with a quantity, which may be the same. */
function totalLines(item: Item): { money: EffectLine | undefined; count: EffectLine | undefined } {
  const lines = effectRows(item).flatMap(({ year, lines }) => (year === 'total' ? lines.filter(({ isPart }) => !isPart) : []))
  return { money: lines.find(({ amount }) => amount), count: lines.find(({ quantity }) => quantity) }
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

/** 総計 of an item: as printed, and as the lines that are part of no other add up; quantities of one unit only. */
export function readEffectTotals(item: Item, effects: readonly Reading<'effects'>[]): Reading<'effectTotals'>[] {
  const { money, count } = totalLines(item)
  const places = [money, count].flatMap((line) => line?.words ?? []).sort((a, b) => a.cleanIndex(0) - b.cleanIndex(0))
  const [first, last = first] = places
  if (!first || !last) return []
  const counted = countedLines(item, effects)
  return [
    {
      item_no: item.no,
      published_yen: money?.amount?.yen ?? null,
      computed_yen: money ? sum(counted.money.map(({ amount_yen }) => amount_yen)) : null,
      published_quantity: count?.quantity?.value ?? null,
      computed_quantity: count ? sum(counted.count.map(({ quantity }) => quantity)) : null,
      published_yen_figure_no: money?.amount?.yen === undefined ? null : money.amount.words,
      published_quantity_figure_no: count?.quantity?.words ?? null,
      words: first === last ? first : first.through(last),
    },
  ]
}

/** The lines that an item's 総計 adds up: those that are part of no other; for its quantity those of its unit. */
export function countedLines(item: Item, effects: readonly Reading<'effects'>[]): { money: Reading<'effects'>[]; count: Reading<'effects'>[] } {
  const unit = totalLines(item).count?.quantity?.unit
  const money = effects.filter((effect) => effect.item_no === item.no && effect.part_of === null)
  return { money, count: money.filter(({ quantity_unit }) => quantity_unit === unit) }
}

/** The sum of the values that are stated; null where none is. */
export function sum(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length > 0 ? sumOf(stated) : null
}
