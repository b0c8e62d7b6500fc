import { filledCells, type Row } from '../parse/rows.ts'
import { cached } from '../source/cached.ts'
import type { Report } from '../source/report.ts'
import type { Words } from '../source/words.ts'
import { type EffectLine, effectLines } from './effect-lines.ts'
import { eraPattern, fiscalYearOf, fiscalYearsOf } from './eras.ts'
import { type Item, partOf, type Reading } from './item.ts'
import { sumOf } from './numerals.ts'

/** A row of an effects table: its year or 総計 (undefined where it names none) and the lines that its cells state. */
export interface EffectRow {
  row: Row
  year: number | 'total' | undefined
  /** the cell that names the year */
  head: Words | undefined
  /** the cells after it */
  cells: Words[]
  lines: EffectLine[]
}

const totalHead = /^(?:\d+\s*(?:[カヵヶケか箇]年|年間)の?)?(?:総計|総合計|合計|累計|総額|合計額|計)$/
const yearHead = new RegExp(
  String.raw`^(?<year>\S{0,2}\s*(?:\d+|元)\s*年度|${eraPattern}\s*(?:\d+|元))\s*(?:\([^()]{1,10}\)|の?(?:実績|決算|予算|予定|見込み?|実績見込み?))?$`,
)
const rangeHead = /^\S{0,2}\s*(?:\d+|元)\s*(?:年度)?\s*[~-]\s*\S{0,2}\s*\d+\s*年度$/

/** The rows of 取組による効果: a year or 総計, then labels and measures; a row without either goes on with the year above. */
export const effectRows = cached((item: Item): EffectRow[] => {
  let year: EffectRow['year']
  const part = partOf(item, 'effects')
  const unit = part?.label.match.form('unit')
  return (part?.rows ?? []).map((row) => {
    const all = filledCells(row.words)
    const head = [totalHead, yearHead, rangeHead].some((pattern) => pattern.test(all[0]?.form ?? '')) ? all[0] : undefined
    const cells = head ? all.slice(1) : all
    if (head) year = rowYear(head.form, item)
    return { row, year, head, cells, lines: effectLines(cells, unit) }
  })
})

function rowYear(form: string, item: Item): EffectRow['year'] {
  if (totalHead.test(form)) return 'total'
  const year = yearHead.exec(form)?.groups?.year
  return year === undefined ? undefined : (fiscalYearOf(year) ?? fiscalYearsOf([year], item.knownYears)?.[0])
}

/** The words of the table that its rows are read from; a row of the form that holds nothing yet has its labels alone. */
export function effectWords(item: Item): Words[] {
  const rows = effectRows(item)
  const labels = new Set(rows.flatMap(({ lines }) => lines.flatMap(({ label }) => label?.form ?? [])))
  const { money, count } = totalLines(item)
  return rows.flatMap(({ year, head, cells, lines }) => {
    if (year === undefined) return []
    const isNotDue = lines.length === 0 && cells.every(({ form }) => labels.has(form))
    const read = year === 'total' ? lines.filter((line) => line.isPart || line === money || line === count) : lines
    return [...(head ? [head] : []), ...(isNotDue ? cells : []), ...read.flatMap(lineWords)]
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
  for (const { year, lines } of effectRows(item)) {
    if (year === 'total' || year === undefined) continue
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

/** 総計 of an item: as printed, and as the lines that are part of no other add up; quantities of one unit only. */
export function readEffectTotals(item: Item, effects: readonly Reading<'effects'>[]): Reading<'effectTotals'>[] {
  const { money, count } = totalLines(item)
  const places = [money, count].flatMap((line) => line?.words ?? []).sort((a, b) => a.cleanIndex(0) - b.cleanIndex(0))
  const [first, last = first] = places
  if (!first || !last) return []
  const own = effects.filter((effect) => effect.item_no === item.no && effect.part_of === null)
  const counted = own.filter(({ quantity_unit }) => quantity_unit === count?.quantity?.unit)
  return [
    {
      item_no: item.no,
      published_yen: money?.amount?.yen ?? null,
      computed_yen: money ? sum(own.map(({ amount_yen }) => amount_yen)) : null,
      published_quantity: count?.quantity?.value ?? null,
      computed_quantity: count ? sum(counted.map(({ quantity }) => quantity)) : null,
      words: first === last ? first : first.through(last),
    },
  ]
}

/** The sum of the values that are stated; null where none is. */
export function sum(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length > 0 ? sumOf(stated) : null
}
