import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import { type Item, partOf } from '../structure/item.ts'
import { filledCells, type Row } from '../structure/rows.ts'
import { eraPattern, eraYearNumber, fiscalYearOf, fiscalYearsOf, headFiscalYear } from '../vocabulary/eras.ts'
import { yearSpan } from '../vocabulary/year-spans.ts'
import { type EffectLine, effectLines } from './effect-lines.ts'

/** A row of an effects table: its year or 総計 (undefined where it names none) and the lines that its cells state. */
export interface EffectRow {
  row: Row
  year: number | 'total' | undefined
  /** whether the row names the columns or the unit of the table */
  isForm: boolean
  /** the unit of amounts printed without one */
  moneyUnit: string | undefined
  /** whether the row sums up the lines of its year */
  isSubtotal: boolean
  /** the cell that names the year or the sum */
  head: Words | undefined
  /** the cells after it */
  cells: Words[]
  lines: EffectLine[]
}

const grandTotal = new RegExp(`^(?:${yearSpan}の?)?(?:総計|総合計|累計|総額)$|^${yearSpan}の?(?:合計|合計額|計)$`)
const anyTotal = /^(?:合計|合計額|計)$/
const yearTotal = /^(?:小計|年度計)$/
const yearHead = new RegExp(
  String.raw`^(?<year>${headFiscalYear}|${eraPattern}\s*${eraYearNumber})\s*(?:\([^()]{1,10}\)|の?(?:実績|決算|予算|予定|見込み?|実績見込み?))?$`,
)
const rangeHead = new RegExp(String.raw`^\S{0,2}\s*${eraYearNumber}(?:\s*年度)?\s*[~-](?:\s*\S{1,2})?\s*\d+\s*年度$`)
const columnHead =
  /^(?:年度|区分|項目|内容|効果|効果の内容|金額|効果額|件数|人数|数量|備考|摘要)(?:\s*\(\s*(?:単位(?:\s*:)?\s*)?(?:(?:(?<unit>[千万百億]*円)|[^()\d\s](?:[^()\d]{0,2}[^()\d\s])?)\s*)?\))?$/
const unitNote = /^\(?\s*単位(?:\s*:)?\s*(?<unit>[千万百億]*円)\s*\)?$/
const countHead = /^(?:件数|人数|数量)/
const heads = [grandTotal, anyTotal, yearTotal, yearHead, rangeHead]

/**
 * The rows of 取組による効果: a year or 総計, then labels and measures; a row without either goes on with the year above.
 * 計 sums up its year where a year or another sum comes after it, or where every year before has its own; else it is the 総計.
 */
export const effectRows = cached((item: Item): EffectRow[] => {
  const part = partOf(item, 'effects')
  const forms = (part?.rows ?? []).map((row) => filledCells(row.words)).filter(isFormRow)
  const moneyUnit = tableUnit(part?.label.match.form('unit'), forms.flat())
  const rows = (part?.rows ?? []).map((row) => {
    const isForm = isFormRow(filledCells(row.words))
    const all = partHead(filledCells(row.words))
    const head = isHead(all[0]) ? all[0] : undefined
    const cells = head ? all.slice(1) : all
    return { row, isForm, moneyUnit, head, cells, lines: isForm ? [] : effectLines(cells, moneyUnit) }
  })
  const subtotals = subtotalRows(rows.map(({ head }) => head?.form))
  let year: EffectRow['year']
  return rows.map((row, index) => {
    const isSubtotal = subtotals.has(index)
    if (row.head && !isSubtotal) year = rowYear(row.head.form, item)
    return { ...row, year, isSubtotal }
  })
})

/** Whether a row has heads of columns alone (年度, 項目, 金額（千円）), or the unit of the table: （単位：千円）. */
function isFormRow(cells: readonly Words[]): boolean {
  return cells.length > 0 && cells.every(({ form }) => columnHead.test(form) || unitNote.test(form))
}

/** The unit of amounts without one: of the table's label or head. None where a column of counts has numbers without unit too. */
function tableUnit(ofLabel: string | undefined, heads: readonly Words[]): string | undefined {
  if (heads.some(({ form }) => countHead.test(form))) return undefined
  const ofHeads = heads.flatMap(({ form }) => (unitNote.exec(form) ?? columnHead.exec(form))?.groups?.unit ?? [])
  return ofLabel ?? ofHeads[0]
}

function isHead(cell: Words | undefined): boolean {
  return cell !== undefined && heads.some((pattern) => pattern.test(cell.form))
}

/** Characters of a cell in which a head that one blank parts from the rest ends. */
const longestHead = 100

/** The cells of a row, a head that one blank alone parts from the words after it in a cell of its own. */
function partHead([first, ...rest]: readonly Words[]): Words[] {
  if (!first) return []
  const blank = isHead(first)
    ? undefined
    : first
        .slice(0, longestHead)
        .matches(/\s+/g)
        .find(({ index }) => isHead(first.slice(0, index)))
  return blank ? [first.slice(0, blank.index), first.slice(blank.end).trim(), ...rest] : [first, ...rest]
}

/** Which rows, by their heads, sum up one year. */
function subtotalRows(heads: readonly (string | undefined)[]): Set<number> {
  const found = new Set<number>()
  const last = heads.findLastIndex((head) => head !== undefined && !yearTotal.test(head))
  let years = 0
  for (const [index, head] of heads.entries()) {
    if (head === undefined) continue
    const goesOn = index < last
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
