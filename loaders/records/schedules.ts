import { cells, type Row } from '../parse/rows.ts'
import type { Report } from '../source/report.ts'
import type { Words } from '../source/words.ts'
import { fiscalYearsOf } from './eras.ts'
import { circledNumbers } from './initiatives.ts'
import { type Item, partOf, type Reading } from './item.ts'

/** A schedule table: the fiscal years of its columns, and for each row its heading, a cell a year, and its goal. */
interface Schedule {
  years: number[]
  rows: { workstream: Words; years: (Words | undefined)[]; goal: Words | undefined }[]
  unread: Row[]
}

const yearHead = /^(?:[^\d]{1,2})?(?:\d+|元)\s*年度$/

function readSchedule(item: Item): Schedule | undefined {
  const rows = partOf(item, 'schedule')?.rows ?? []
  const headIndex = rows.findIndex((row) => cells(row.words).some((cell) => yearHead.test(cell.form)))
  const head = rows[headIndex]
  if (!head) return undefined
  const columns = cells(head.words).flatMap((cell, index) => (yearHead.test(cell.form) ? [{ index, form: cell.form }] : []))
  const years = fiscalYearsOf(
    columns.map(({ form }) => form),
    item.knownYears,
  )
  if (!years) return undefined
  const schedule: Schedule = { years, rows: [], unread: [] }
  for (const row of rows.slice(headIndex + 1)) {
    const [workstream, ...rest] = cells(row.words)
    if (!workstream || workstream.isEmpty) {
      schedule.unread.push(row)
      continue
    }
    const marks = columns.map(({ index }) => rest[index - 1]).map((cell) => (cell?.isEmpty ? undefined : cell))
    const goal = rest.slice(columns.at(-1)?.index ?? 0).find((cell) => !cell.isEmpty)
    schedule.rows.push({ workstream, years: marks, goal })
  }
  return schedule
}

/** 改善・推進目標 of an item. */
export function readGoal(item: Item): Words | undefined {
  return readSchedule(item)?.rows.find(({ goal }) => goal)?.goal
}

/** 改善スケジュール: one row for each initiative planned in a year; a range ①～③ is a row for each number. */
export function readSchedules(item: Item, report: Report): Reading<'schedules'>[] {
  const schedule = readSchedule(item)
  const part = partOf(item, 'schedule')
  if (!schedule) {
    if (part) report.warn('unread-schedule', part.label.match.words(), `No.${item.no}のスケジュール表に年度の見出しがない`)
    return []
  }
  for (const row of schedule.unread) report.warn('unread-schedule', row.words.trim(), `No.${item.no}のスケジュール表の行に見出しがない`)
  return schedule.rows.flatMap(({ workstream, years }, index) =>
    years.flatMap((cell, column) =>
      (cell ? readMarks(cell) : []).map(({ no, note, words }) => ({
        item_no: item.no,
        workstream_no: index + 1,
        fiscal_year: schedule.years[column] as number,
        initiative_no: no,
        workstream: workstream.text,
        note,
        words,
      })),
    ),
  )
}

/** The initiatives that a cell marks: `①②`, `①～③`, `② (試行)`; a cell of words alone is a note without a number. */
function readMarks(cell: Words): { no: number | null; note: string | null; words: Words }[] {
  const marks = cell.matches(/([①-⑳])(?:\s*[~-]\s*([①-⑳]))?\s*(?:\((?<note>[^)]*)\))?/dg)
  if (marks.length === 0) return [{ no: null, note: cell.text, words: cell }]
  return marks.flatMap((match) => {
    const first = circledNumbers.indexOf(match.form(1) as string) + 1
    const last = match.form(2) === undefined ? first : circledNumbers.indexOf(match.form(2) as string) + 1
    const note = match.words('note')?.text ?? null
    const words = match.words() as Words
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => ({ no: first + step, note, words }))
  })
}
