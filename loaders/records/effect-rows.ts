import { filledCells, type Row } from '../parse/rows.ts'
import { cached } from '../source/cached.ts'
import type { Words } from '../source/words.ts'
import { type EffectLine, effectLines } from './effect-lines.ts'
import { eraPattern, fiscalYearOf, fiscalYearsOf } from './eras.ts'
import { type Item, partOf } from './item.ts'

/** A row of an effects table: its year or 総計 (undefined where it names none) and the lines that its cells state. */
export interface EffectRow {
  row: Row
  year: number | 'total' | undefined
  /** whether the row sums up the lines of its year */
  isSubtotal: boolean
  /** the cell that names the year or the sum */
  head: Words | undefined
  /** the cells after it */
  cells: Words[]
  lines: EffectLine[]
}

const grandTotal = /^(?:\d+\s*(?:[カヵヶケか箇]年|年間)の?)?(?:総計|総合計|累計|総額)$|^\d+\s*(?:[カヵヶケか箇]年|年間)の?(?:合計|合計額|計)$/
const anyTotal = /^(?:合計|合計額|計)$/
const yearTotal = /^(?:小計|年度計)$/
const yearHead = new RegExp(
  String.raw`^(?<year>\S{0,2}\s*(?:\d+|元)\s*年度|${eraPattern}\s*(?:\d+|元))\s*(?:\([^()]{1,10}\)|の?(?:実績|決算|予算|予定|見込み?|実績見込み?))?$`,
)
const rangeHead = /^\S{0,2}\s*(?:\d+|元)\s*(?:年度)?\s*[~-]\s*\S{0,2}\s*\d+\s*年度$/
const heads = [grandTotal, anyTotal, yearTotal, yearHead, rangeHead]

/**
 * The rows of 取組による効果: a year or 総計, then labels and measures; a row without either goes on with the year above.
 * 計 sums up its year where a year or another sum comes after it, or where every year before has its own; else it is the 総計.
 */
export const effectRows = cached((item: Item): EffectRow[] => {
  const part = partOf(item, 'effects')
  const unit = part?.label.match.form('unit')
  const rows = (part?.rows ?? []).map((row) => {
    const all = filledCells(row.words)
    const head = heads.some((pattern) => pattern.test(all[0]?.form ?? '')) ? all[0] : undefined
    const cells = head ? all.slice(1) : all
    return { row, head, cells, lines: effectLines(cells, unit) }
  })
  const subtotals = subtotalRows(rows.map(({ head }) => head?.form))
  let year: EffectRow['year']
  return rows.map((row, index) => {
    const isSubtotal = subtotals.has(index)
    if (row.head && !isSubtotal) year = rowYear(row.head.form, item)
    return { ...row, year, isSubtotal }
  })
})

/** Which rows, by their heads, sum up one year. */
function subtotalRows(heads: readonly (string | undefined)[]): Set<number> {
  const found = new Set<number>()
  let years = 0
  for (const [index, head] of heads.entries()) {
    if (head === undefined) continue
    const goesOn = heads.slice(index + 1).some((later) => later !== undefined && !yearTotal.test(later))
    const closesYears = years > 1 && found.size === years - 1
    if (years > 0 && (yearTotal.test(head) || (anyTotal.test(head) && (goesOn || closesYears)))) found.add(index)
    else if (!grandTotal.test(head) && !anyTotal.test(head)) years += 1
  }
  return found
}

function rowYear(form: string, item: Item): EffectRow['year'] {
  if (grandTotal.test(form) || anyTotal.test(form)) return 'total'
  const year = yearHead.exec(form)?.groups?.year
  return year === undefined ? undefined : (fiscalYearOf(year) ?? fiscalYearsOf([year], item.knownYears)?.[0])
}
