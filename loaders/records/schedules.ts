import { cached } from '../document/cached.ts'
import type { Report } from '../document/report.ts'
import type { Words } from '../document/words.ts'
import { cellsByColumn, tableHead } from '../structure/columns.ts'
import { type Item, partOf } from '../structure/item.ts'
import { cells, filledCells, type Row } from '../structure/rows.ts'
import { eraYearNumber, fiscalYearsOf } from '../vocabulary/eras.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { nonePlanned } from '../vocabulary/none-marks.ts'
import { headYear } from '../vocabulary/year-heads.ts'
import { circledNumbers } from './initiatives.ts'
import { type Explained, itemTable, type Reading } from './reading.ts'
import { placeColumns } from './stated.ts'
import { column, fiscalYear, itemNo, ofItem, placeOf, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'schedules',
  title: '改善スケジュール',
  grain: '項目・改善の内容・年度・取組番号ごとに1行 (①～③は3行)',
  key: ['plan_id', 'item_no', 'workstream_no', 'fiscal_year', 'initiative_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('workstream_no', 'INTEGER', '改善の内容の番号', 'スケジュール表の行の番号 (1から)', required),
    fiscalYear,
    column('initiative_no', 'INTEGER', '取組番号', 'その年度に行う取組の丸数字'),
    column('workstream', 'VARCHAR', '改善・推進の内容', 'スケジュール表の行の見出し', required),
    column('note', 'VARCHAR', '注記', '検討・試行・実施などの添え書き'),
    ...provenance,
    ...placeOf('workstream', '改善・推進の内容'),
  ],
} as const satisfies Table

/** An initiative planned in a year. */
export type ScheduleRecord = Reading<typeof definition>

/** A schedule table: its heads, the fiscal years of its columns, and for each row its heading, a cell a year, its goal. */
interface Schedule {
  heads: Words[]
  years: number[]
  rows: ScheduleRow[]
}

interface ScheduleRow {
  workstream: Words | undefined
  years: (Words | undefined)[]
  goal: Words | undefined
}

const yearHead = new RegExp(String.raw`^(?:[^\d\s]{1,2}\s*)?${eraYearNumber}\s*年度$`)

function isYearHead({ form }: Words, { knownYears }: Item): boolean {
  return yearHead.test(form) || headYear(form, knownYears) !== undefined
}

/** The fiscal years of heads, each as it is named or all as a run of years; undefined where they are neither. */
function yearsOf(heads: readonly Words[], { knownYears }: Item): number[] | undefined {
  const years = heads.flatMap(({ form }) => headYear(form, knownYears) ?? [])
  const isRun = years.length === heads.length && years.every((year, index) => index === 0 || year === (years[index - 1] as number) + 1)
  const forms = heads.map(({ form }) => form)
  return fiscalYearsOf(forms, knownYears) ?? (isRun ? years : undefined)
}

const readSchedule = cached((item: Item): Schedule | { heads: Words[]; years: undefined; rows: ScheduleRow[] } => {
  const rows = partOf(item, 'schedule')?.rows ?? []
  const headIndex = rows.findIndex((row) => cells(row.words).some((cell) => isYearHead(cell, item)))
  const head = rows[headIndex]
  const columns = head ? cells(head.words).flatMap((cell, index) => (isYearHead(cell, item) ? [{ index, cell }] : [])) : []
  const heads = columns.map(({ cell }) => cell)
  const years = head && yearsOf(heads, item)
  if (!head || !years) return { heads: [], years: undefined, rows: [] }
  const table = tableHead(head.words, heads)
  const found = rows.slice(headIndex + 1).map((row, index) => readRow(row, columns, table, index === 0))
  return { heads: [...heads, ...headCells(rows.slice(0, headIndex), item)], years, rows: found.flatMap((row) => (row ? [row] : [])) }
})

/** The words of the form in the rows above the years: 改善スケジュール, 改善・推進目標. */
function headCells(rows: readonly Row[], { form }: Item): Words[] {
  const heads = form.columns.get('schedule')
  return rows.flatMap(({ words }) => filledCells(words)).filter((cell) => heads?.test(cell.form))
}

function readRow(row: Row, columns: readonly { index: number }[], table: Parameters<typeof cellsByColumn>[1], isFirst: boolean): ScheduleRow | undefined {
  const found = row.words.form.includes('\t') ? tabColumns(row.words, columns) : cellsByColumn(row.words, table, isFirst)
  return found && { workstream: found.get(-1), years: columns.map((_, index) => found.get(index)), goal: found.get(columns.length) }
}

/** The cells of a row that tabs part, by the same numbers as in {@link cellsByColumn}. */
function tabColumns(row: Words, columns: readonly { index: number }[]): Map<number, Words> {
  const all = cells(row)
  const last = columns.at(-1)?.index ?? 0
  const goal = all.slice(last + 1).find((cell) => !cell.isEmpty)
  const found = [all[0], ...columns.map(({ index }) => all[index]), goal]
  return new Map(found.flatMap((cell, index) => (cell && !cell.isEmpty ? [[index - 1, cell] as const] : [])))
}

/** 改善・推進目標 of an item: the first cell that states it, and the rows that go on with it alone, as after a page end. */
export function readGoal(item: Item): Words | undefined {
  const { rows } = readSchedule(item)
  const first = rows.findIndex(({ goal }) => goal)
  const after = rows.slice(first + 1)
  const others = after.findIndex((row) => !isGoalAlone(row))
  const goals = [...rows.slice(Math.max(first, 0), first + 1), ...after.slice(0, others < 0 ? after.length : others)].flatMap(({ goal }) => goal ?? [])
  return goals.length > 0 ? goals.reduce((goal, next) => goal.join(next)) : undefined
}

function isGoalAlone({ workstream, years, goal }: ScheduleRow): boolean {
  return goal !== undefined && !workstream && years.every((cell) => cell === undefined)
}

/** The words of the table that rows of `schedules` and `items.goal` are read from; a row that plans nothing in any year gives none. */
export function scheduleWords(item: Item): Words[] {
  const { heads, rows } = readSchedule(item)
  const goal = readGoal(item)
  const planned = rows.flatMap(({ workstream, years }) => {
    const cells = years.flatMap((cell) => cell ?? [])
    return workstream && cells.some((cell) => !nonePlanned.test(cell.form)) ? [workstream, ...cells.flatMap(cellWords)] : []
  })
  return [...heads, ...planned, ...(goal ? [goal] : [])]
}

/** 改善スケジュール: one row for each initiative planned in a year; a range ①～③ is a row for each number. */
function readSchedules(item: Item, report: Report): ScheduleRecord[] {
  const { years, rows } = readSchedule(item)
  const part = partOf(item, 'schedule')
  if (!years) {
    if (part) report.warn('unread-schedule', part.label.match.words(), `${itemLabel(item.no, item.code)}のスケジュール表の年度を読み取れない`)
    return []
  }
  return rows
    .flatMap(({ workstream, years }) => (workstream ? [{ workstream, years }] : []))
    .flatMap(({ workstream, years: marks }, index) =>
      continued(marks.map((cell) => (cell ? readMarks(cell, report) : []))).flatMap((cell, column) =>
        cell.map(({ no, note, words }) => ({
          item_no: item.no,
          workstream_no: index + 1,
          fiscal_year: years[column] as number,
          initiative_no: no,
          workstream: workstream.text,
          note,
          ...placeColumns('workstream', workstream),
          words,
        })),
      ),
    )
}

/** A mark of a schedule's cell: the initiative's number (null for words alone), the note as printed. */
interface Mark {
  no: number | null
  note: string | null
  words: Words
}

const arrow = /^[-―=]*[→⇒➡⇨>]+$/

/** The marks of a row's years, an arrow as the initiatives of the year before it go on, with the arrow for a note. */
function continued(years: readonly (readonly Mark[])[]): (readonly Mark[])[] {
  const found: (readonly Mark[])[] = []
  for (const marks of years) {
    const [only] = marks
    const before = found.at(-1)?.filter(({ no }) => no !== null) ?? []
    const goesOn = only?.no === null && arrow.test(only.words.form) && before.length > 0
    found.push(goesOn ? before.map(({ no }) => ({ no, note: only.note, words: only.words })) : marks)
  }
  return found
}

const mark = /([①-⑳])(?:\s*(?:[~-]|から)\s*([①-⑳]))?\s*(?:\((?<note>[^)]{0,200})\))?/dg

/** The words of a cell that rows are read from: its marks with their notes, or all of a cell without marks. */
function cellWords(cell: Words): Words[] {
  const marks = cell.matches(mark).map((match) => match.words() as Words)
  return marks.length > 0 ? marks : [cell]
}

/** The initiatives that a cell marks: `①②`, `①～③`, `② (試行)`; a cell of words alone is a note without a number, a dash is none. */
function readMarks(cell: Words, report: Report): Mark[] {
  const marks = cell.matches(mark)
  if (marks.length === 0) return nonePlanned.test(cell.form) ? [] : [{ no: null, note: cell.text, words: cell }]
  const seen = new Set<number>()
  return marks.flatMap((match) => {
    const first = circledNumbers.indexOf(match.form(1) as string) + 1
    const last = match.form(2) === undefined ? first : circledNumbers.indexOf(match.form(2) as string) + 1
    const note = match.words('note')?.text.trim() || null
    const words = match.words() as Words
    if (last < first) report.warn('unread-schedule', words, `取組の番号の範囲が逆になっている: ${words.text}`)
    const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
    if (numbers.some((no) => seen.has(no))) report.warn('unread-schedule', words, `同じ年度に同じ取組の番号が2度ある: ${words.text}`)
    return numbers.filter((no) => seen.size < seen.add(no).size).map((no) => ({ no, note, words }))
  })
}

/** 改善スケジュール. */
export const schedules = itemTable(
  definition,
  (item, { report }) => readSchedules(item, report),
  (item) => scheduleWords(item).map((words): Explained => ({ words, reason: 'in a sentence' })),
)
