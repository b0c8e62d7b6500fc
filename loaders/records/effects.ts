import { filledCells, type Row } from '../parse/rows.ts'
import { cached } from '../source/cached.ts'
import type { Report } from '../source/report.ts'
import { type EffectLine, effectLines } from './effect-lines.ts'
import { fiscalYearOf, fiscalYearsOf } from './eras.ts'
import { type Item, partOf, type Reading } from './item.ts'

/** A row of an effects table: its year or 総計 (undefined where it names none) and the lines it states. */
export interface EffectRow {
  row: Row
  year: number | 'total' | undefined
  lines: EffectLine[]
}

/** The rows of 取組による効果: a year or 総計, then labels and measures; a row without either goes on with the year above. */
export const effectRows = cached((item: Item): EffectRow[] => {
  let year: EffectRow['year']
  return (partOf(item, 'effects')?.rows ?? []).map((row) => {
    const [first, ...rest] = filledCells(row.words)
    const found = first && rowYear(first.form, item)
    year = found ?? year
    return { row, year, lines: effectLines(found ? rest : filledCells(row.words)) }
  })
})

function rowYear(form: string, item: Item): EffectRow['year'] {
  if (/^(?:総計|合計|計)$/.test(form)) return 'total'
  if (!/^\S{0,2}\s*(?:\d+|元)\s*年度$/.test(form)) return undefined
  return fiscalYearOf(form) ?? fiscalYearsOf([form], item.knownYears)?.[0]
}

/** 取組による効果: one row for each line of a year; a うち line is part of the last line before it that is not one. */
export function readEffects(item: Item, report: Report): Reading<'effects'>[] {
  const found: Reading<'effects'>[] = []
  for (const { year, lines } of effectRows(item)) {
    if (year === 'total') continue
    if (year === undefined) continue
    for (const line of lines) {
      const ofYear = found.filter((effect) => effect.fiscal_year === year)
      const whole = ofYear.filter((effect) => effect.part_of === null).at(-1)
      if (line.amount && line.amount.yen === undefined) report.error('unread-amount', line.amount.words, `金額を円にできない: ${line.amount.words.text}`)
      found.push({
        item_no: item.no,
        fiscal_year: year,
        effect_no: ofYear.length + 1,
        label: line.label?.text ?? null,
        amount_yen: line.amount?.yen ?? null,
        quantity: line.quantity?.value ?? null,
        quantity_unit: line.quantity?.unit ?? null,
        part_of: line.isPart ? (whole?.effect_no ?? null) : null,
        words: line.words,
      })
    }
  }
  return found
}

/** 総計 of an item: as printed, and as the lines that are part of no other add up. */
export function readEffectTotals(item: Item, effects: readonly Reading<'effects'>[]): Reading<'effectTotals'>[] {
  const line = effectRows(item).find(({ year }) => year === 'total')?.lines[0]
  if (!line || (!line.amount && !line.quantity)) return []
  const own = effects.filter((effect) => effect.item_no === item.no && effect.part_of === null)
  return [
    {
      item_no: item.no,
      published_yen: line.amount?.yen ?? null,
      computed_yen: line.amount ? sum(own.map(({ amount_yen }) => amount_yen)) : null,
      published_quantity: line.quantity?.value ?? null,
      computed_quantity: line.quantity ? sum(own.map(({ quantity }) => quantity)) : null,
      words: line.words,
    },
  ]
}

/** The sum of the values that are stated; null where none is. */
export function sum(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length > 0 ? stated.reduce((total, value) => total + value, 0) : null
}
