import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import { type Item, partOf } from '../structure/item.ts'
import { cells as cellsOf, filledCells, type Row } from '../structure/rows.ts'
import { measures } from '../vocabulary/amounts.ts'
import { isCumulativeName, isYearOrSum, sumKind, unitByName, unitOfNote } from '../vocabulary/money-names.ts'
import { withoutNoteMarks } from '../vocabulary/note-marks.ts'
import { headYear, yearInName } from '../vocabulary/year-heads.ts'
import { type EffectColumns, effectColumns, openColumns, readByColumns, withoutUnits } from './effect-columns.ts'
import { effectLines } from './effect-lines.ts'
import { isRoundingNote } from './effect-notes.ts'
import { withPlans } from './effect-plans.ts'
import type { EffectRow, Open } from './effect-row.ts'
import { settleLines } from './effect-sums.ts'

const columnHead =
  /^(?:年度|区分|項目|内容|効果|効果の内容|金額|効果額|件数|人数|数量|備考|摘要)(?:\s*\(\s*(?:単位(?:\s*:)?\s*)?(?:(?:(?<unit>[千万百億]*円)|[^()\d\s](?:[^()\d]{0,2}[^()\d\s])?)\s*)?\))?$/
/** A note below the table, of which no amount is an effect. */
const noteRow = /^\s*(?:※(?!\s*うち)|\(?注)(?!\s*\d*\)?\s*[△▲]?[\d,]+(?:円|$))/
const countHead = /^(?:件数|人数|数量)/
/** What a cell looks like that names a year or a sum, though nobody knows which. */
const yearish = /年|[令平昭]|^[RHS]\s*\d|計|累|^\d{4}$/

/** A row before its year is known. */
interface FoundRow extends Omit<EffectRow, 'year' | 'isSubtotal'> {
  /** the years of its lines, where each year has a column */
  ownYear: number | 'total' | undefined
}

/**
 * The rows of 取組による効果. Where a head names the columns they are read by them; else a row is a year or 総計, then labels and measures. A
 * row without either goes on with the year above. 計 sums up its year where a year or another sum comes after it, or where every year
 * before has its own; else it is the 総計. A cell where years stand that names none is open: its amounts are nobody's.
 */
export const effectRows = cached((item: Item): EffectRow[] => {
  const rows = foundRows(item)
  const subtotals = subtotalRows(rows, item)
  const soFar = cumulativeRows(rows)
  let year: EffectRow['year']
  const dated = rows.map(({ ownYear, ...row }, index): EffectRow => {
    const isSubtotal = subtotals.has(index)
    if (row.open.length > 0) return { ...row, year: undefined, isSubtotal: false }
    if (soFar.has(index)) return { ...row, year: ownYear ?? year, isSubtotal: false, lines: row.lines.map((line) => ({ ...line, role: 'cumulative' })) }
    if (row.head && !isSubtotal) year = rowYear(row.head.form, item)
    return { ...row, year: ownYear ?? year, isSubtotal }
  })
  return settleLines(withPlans(dated.map((row) => withLabelYears(row, item))))
})

function foundRows(item: Item): FoundRow[] {
  const part = partOf(item, 'effects')
  const rows = part?.rows ?? []
  const yearAt = yearColumn(rows, item)
  const filledOf = rows.map(({ words }) => filledCells(words))
  const forms = filledOf.filter(isFormRow)
  const isCounted = forms.flat().some(({ form }) => countHead.test(form))
  let unit = isCounted ? undefined : (part?.label.match.form('unit') ?? unitOf(forms[0] ?? []))
  let table: EffectColumns | undefined
  return rows.flatMap((row, index) => {
    const filled = filledOf[index] as Words[]
    const columns = effectColumns(row.words, item.knownYears)
    if (columns) {
      const { open, isRead } = openColumns(columns, part?.label.match.form('unit'))
      table = isRead ? columns : withoutUnits(columns)
      unit = isRead ? (unitOf(filled) ?? unit) : undefined
      return [{ ...emptyRow(row), isForm: true, cells: filled, open }]
    }
    if (isFormRow(filled)) {
      unit = (isCounted ? undefined : unitOf(filled)) ?? unit
      return [{ ...emptyRow(row), isForm: true, cells: filled }]
    }
    if (noteRow.test(row.words.form)) return [{ ...emptyRow(row), isForm: true, cells: isRoundingNote(row.words.form) ? filled : [] }]
    return table ? columnRows(row, table, unit, item) : [plainRow(row, filled, { unit, yearAt }, item)]
  })
}

/** Which rows state sums of the years so far: several 累計, or one in columns of years. */
function cumulativeRows(rows: readonly FoundRow[]): Set<number> {
  const found = [...rows.entries()].filter(([, { head }]) => head && isCumulativeName(head.form) && sumKind(head.form) !== undefined)
  return new Set(found.length > 1 ? found.map(([index]) => index) : [])
}

/** A row with the year that its labels name where no head names one: 電気代（令和3年度）. Two years, or an amount without one, leave it open. */
function withLabelYears(row: EffectRow, { knownYears }: Item): EffectRow {
  if (row.isForm || row.isSubtotal || row.year === 'total') return row
  const amounts = row.lines.filter(({ amount }) => amount)
  const years = new Set(amounts.flatMap(({ label }) => (label && yearInName(label.form, knownYears)) ?? []))
  const [year = row.year] = years
  if (years.size > 1 || (row.year !== undefined && year !== row.year)) return { ...row, year: undefined, open: [...row.open, openRow(row, '年度が2つある行')] }
  if (year === undefined && amounts.length > 0) return { ...row, open: [...row.open, openRow(row, '年度のわからない行')] }
  return { ...row, year }
}

function openRow({ row }: EffectRow, reason: string): Open {
  return { words: row.words.trim(), reason: `${reason}: ${row.words.text.trim()}` }
}

function emptyRow(row: Row): FoundRow {
  return { row, isForm: false, head: undefined, cells: [], marks: [], lines: [], open: [], ownYear: undefined }
}

/** A row of a table with a head, once, or once for each year that has a column. */
function columnRows(row: Row, table: EffectColumns, unit: string | undefined, item: Item): FoundRow[] {
  const empty = emptyRow(row)
  const read = readByColumns(row.words, table, unit, item.knownYears)
  if (!read) return [{ ...empty, open: [{ words: row.words.trim(), reason: `列の見出しの下にない行: ${row.words.text.trim()}` }] }]
  const { head, name, cells, marks, lines } = read
  const years = [...new Set(lines.map(({ year }) => year))]
  const opens = openHead(head, item)
  const isSum = !head && name !== undefined && sumKind(name.form) !== undefined
  const found = { ...empty, head, cells, marks, open: opens }
  if (years.length < 2 && years[0] === undefined) return [{ ...found, lines: lines.map(({ line }) => line) }]
  const role = head && sumKind(head.form) !== undefined ? sumRole(head.form) : undefined
  return years.map((year) => ({
    ...found,
    ownYear: isSum && year === undefined ? 'total' : (year ?? 'total'),
    lines: lines.flatMap((each) => (each.year === year ? [role ? { ...each.line, role } : each.line] : [])),
  }))
}

/** What the amounts of a row of sums are, where each year has a column: of that year alone, or of the years so far. */
function sumRole(form: string): 'sum' | 'cumulative' {
  return isCumulativeName(form) ? 'cumulative' : 'sum'
}

/** A row of a table without a head. */
function plainRow(row: Row, filled: readonly Words[], { unit, yearAt }: { unit: string | undefined; yearAt: number | undefined }, item: Item): FoundRow {
  const marked = filled.map(withoutNoteMarks)
  const all = partHead(
    marked.map(({ cell }) => cell),
    item,
  )
  const headAt = headIndex(all, item)
  const head = all[headAt]
  const cells = all.filter((_, index) => index !== headAt)
  const open = head ? [] : openStart(row, all[0], yearAt)
  const names = [head, cells.find(({ form }) => unitOfNote(form) === undefined && !/^\W*\d/.test(form))].filter((name) => name !== undefined)
  const ofName = names.reduce((ofRow, { form }) => unitByName(form, ofRow), unit)
  const ownUnit = cells.flatMap(({ form }) => unitOfNote(form) ?? [])[0]
  const lines =
    open.length > 0
      ? []
      : effectLines(
          cells.filter(({ form }) => unitOfNote(form) === undefined),
          ownUnit ?? ofName,
        )
  return { ...emptyRow(row), head, cells, marks: marked.flatMap(({ marks }) => marks), lines, open }
}

/** Which of a row's cells is its head: the first or, behind what the amount is of, a year; -1 for none. */
function headIndex([first, second]: readonly Words[], item: Item): number {
  if (isHead(first, item)) return 0
  const isNamed = first !== undefined && measures(first).length === 0 && second !== undefined && headYear(second.form, item.knownYears) !== undefined
  return isNamed ? 1 : -1
}

/** Where the years of a table stand among the cells that tabs part; undefined where they stand in no one place. */
function yearColumn(rows: readonly Row[], item: Item): number | undefined {
  const places = rows.flatMap(({ words }) => {
    const every = words.form.includes('\t') ? cellsOf(words) : []
    const at = every.findIndex((cell) => !cell.isEmpty)
    return at >= 0 && isHead(every[at], item) ? [at] : []
  })
  return places.every((place) => place === places[0]) ? places[0] : undefined
}

/** What is open of a row that names neither year nor sum, though something stands where years stand or looks like one. */
function openStart(row: Row, first: Words | undefined, yearAt: number | undefined): Open[] {
  if (!first) return []
  const isInYears = yearAt !== undefined && row.words.form.includes('\t') && cellsOf(row.words)[yearAt]?.cleanIndex(0) === first.cleanIndex(0)
  if (
    !isInYears &&
    !(first.length <= 16 && yearish.test(first.form) && /^\S*(?:年度?|計|累\S*|\d)\S{0,3}$/.test(first.form) && /^[RHS令平昭\d(]/.test(first.form))
  )
    return []
  return isInYears || filledCells(row.words).length > 1 ? [{ words: first, reason: `年度でも合計でもない見出し: ${first.text}` }] : []
}

function openHead(head: Words | undefined, item: Item): Open[] {
  return head && !isHead(head, item) ? [{ words: head, reason: `年度でも合計でもない見出し: ${head.text}` }] : []
}

/** Whether a row has heads of columns alone (年度, 項目, 金額（千円）), or the unit of the table: （単位：千円）. */
function isFormRow(cells: readonly Words[]): boolean {
  return cells.length > 0 && cells.every(({ form }) => columnHead.test(form) || unitOfNote(form) !== undefined)
}

function unitOf(heads: readonly Words[]): string | undefined {
  return heads.flatMap(({ form }) => unitOfNote(form) ?? columnHead.exec(form)?.groups?.unit ?? [])[0]
}

function isHead(cell: Words | undefined, { knownYears }: Item): boolean {
  return cell !== undefined && isYearOrSum(cell.form, knownYears)
}

/** Characters of a cell in which a head that one blank parts from the rest ends. */
const longestHead = 100

/** The cells of a row, a head that one blank alone parts from the words after it in a cell of its own. */
function partHead([first, ...rest]: readonly Words[], item: Item): Words[] {
  if (!first) return []
  const blank = isHead(first, item)
    ? undefined
    : first
        .slice(0, longestHead)
        .matches(/\s+(?!\s|年|[~)-])/g)
        .find(({ index }) => isHead(first.slice(0, index), item))
  return blank ? [first.slice(0, blank.index), first.slice(blank.end).trim(), ...rest] : [first, ...rest]
}

/** Which rows, by their heads, sum up one year. */
function subtotalRows(rows: readonly FoundRow[], item: Item): Set<number> {
  const heads = rows.map(({ head }) => head?.form)
  const found = new Set<number>()
  const last = heads.findLastIndex((head) => head !== undefined && sumKind(head) !== 'year')
  let years = 0
  for (const [index, head] of heads.entries()) {
    if (head === undefined) continue
    const kind = headYear(head, item.knownYears) === undefined ? sumKind(head) : undefined
    const goesOn = index < last
    const closesYears = years > 1 && found.size === years - 1 && [...found].every((at) => heads[at] === head)
    if (years > 0 && (kind === 'year' || (kind === 'any' && (goesOn || closesYears)))) found.add(index)
    else if (kind === undefined) years += 1
  }
  return found
}

function rowYear(form: string, { knownYears }: Item): EffectRow['year'] {
  return headYear(form, knownYears) ?? (sumKind(form) === undefined ? undefined : 'total')
}
