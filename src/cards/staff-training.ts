import type { Row } from '../../loaders/dictionary/tables.ts'
import { CoursesChart } from '../charts/courses-chart.ts'
import { PercentNumber, SumNumber, type YearChange } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber, ReadWords, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { byItem } from './by-item.ts'
import { CardSection } from './card.ts'
import { sourceLines } from './item-links.ts'

type Training = Row<'trainings'>
type Kind = Training['kind']

/** A course of a year, its sessions together. */
interface CourseRow {
  item_no: number
  kind: Kind
  course_key: string
  fiscal_year: number
  participants: number | null
  rank: number
}

/** Trainings of a kind in a year. */
interface TrainingYear {
  item_no: number
  kind: Kind
  fiscal_year: number
  participants: number | null
  courses: number
  largest_course: string | null
  largest: number | null
  largest_percent: number | null
  change: number | null
  change_percent: number | null
}

const kinds = { in_house: { id: 'in-house-training', name: '庁内研修' }, external: { id: 'external-training', name: '派遣研修' } } as const

/** The lines of the document that state a course of a year: one, or one for each session. */
function sessionsOf(page: PageContext, row: CourseRow): Training[] {
  return page.warehouse
    .table('trainings')
    .filter(
      (line) =>
        line.part_of === null &&
        line.item_no === row.item_no &&
        line.kind === row.kind &&
        line.fiscal_year === row.fiscal_year &&
        line.course.replace(/\s/g, '') === row.course_key,
    )
}

/** Participants of a course in a year: read, or the sum of its sessions. */
function CourseNumber(page: PageContext, row: CourseRow, unit = ''): Html {
  const sessions = sessionsOf(page, row)
  const [only] = sessions
  const text = `${formatNumber(row.participants)}${row.participants === null ? '' : unit}`
  if (only && (sessions.length === 1 || row.participants === null))
    return row.participants === null ? ReadWords(text, only) : ReadNumber(page, text, only, row.participants)
  const operands = sessions.map((line) => ({
    name: line.session ?? line.course,
    number: ReadNumber(page, line.participants === null ? noData : `${formatNumber(line.participants)}人`, line, line.participants),
  }))
  return SumNumber(page, text, row.participants ?? 0, '人', operands, '各回の受講者の合計')
}

/** All participants of a kind in a year: the sum of its courses. */
function ParticipantsNumber(page: PageContext, year: TrainingYear, courses: readonly CourseRow[]): Html | string {
  if (year.participants === null) return noData
  const operands = courses
    .filter(({ fiscal_year, participants }) => fiscal_year === year.fiscal_year && participants !== null)
    .map((row) => ({ name: row.course_key, number: CourseNumber(page, row, '人') }))
  return SumNumber(page, formatNumber(year.participants), year.participants, '人', operands, '研修ごとの受講者の合計 (延べ)')
}

function participantsChange(page: PageContext, years: readonly TrainingYear[], year: TrainingYear, courses: readonly CourseRow[]): YearChange {
  const before = years.find(({ fiscal_year }) => fiscal_year === year.fiscal_year - 1)
  const number = (row: TrainingYear) => html`${ParticipantsNumber(page, row, courses)}人`
  return { fiscalYear: year.fiscal_year, change: year.change, percent: year.change_percent, unit: '人', before: before && number(before), now: number(year) }
}

function LargestShare(page: PageContext, year: TrainingYear, courses: readonly CourseRow[]): Html | undefined {
  const largest = courses.find(({ fiscal_year, course_key }) => fiscal_year === year.fiscal_year && course_key === year.largest_course)
  if (!largest || year.largest_percent === null || year.courses < 2) return undefined
  const share = ComputedNumber(page, `${formatNumber(year.largest_percent, 1)}%`, {
    formula: '最も多い研修の受講者 ÷ 全研修の受講者 × 100、小数第1位に丸める',
    operands: [
      { name: largest.course_key, number: CourseNumber(page, largest, '人') },
      { name: '全研修', number: html`${ParticipantsNumber(page, year, courses)}人` },
    ],
    result: `${formatNumber(year.largest_percent, 1)}%`,
  })
  return html`。うち「${largest.course_key}」が${share}`
}

function trainingCard(page: PageContext, kind: Kind): Html | undefined {
  const all = (page.warehouse.mart('training_courses') as unknown as readonly CourseRow[]).filter((row) => row.kind === kind)
  return byItem(all, (courses, id) => {
    const itemNo = courses[0]?.item_no
    const years = (page.warehouse.mart('training_years') as unknown as readonly TrainingYear[]).filter((row) => row.kind === kind && row.item_no === itemNo)
    const latest = years.at(-1) as TrainingYear
    const lines = page.warehouse.table('trainings').filter((line) => line.kind === kind && line.item_no === itemNo)
    const { name, id: cardId } = kinds[kind as keyof typeof kinds]
    return CardSection(page, {
      id: id(cardId),
      tables: ['trainings'],
      finding: html`${name}の受講者は${eraYear(latest.fiscal_year)}に延べ${ParticipantsNumber(page, latest, courses)}人${latest.change_percent !== null && html`、前年度比${PercentNumber(page, participantsChange(page, years, latest, courses))}`}${LargestShare(page, latest, courses)}`,
      scope: `${kind === 'in_house' ? '研修' : '派遣先'}ごとの受講者、${years.map(({ fiscal_year }) => bothYears(fiscal_year)).join('・')}、人。空欄はその年度の記述がない。`,
      chart: (size) =>
        CoursesChart(
          courses.map((row) => ({
            course: row.course_key,
            fiscalYear: row.fiscal_year,
            participants: row.participants,
            href: courseHref(page, row, `#${id(cardId)}-table`),
          })),
          size,
        ),
      note: unstatedNote(courses),
      table: {
        head: [kind === 'in_house' ? '研修' : '派遣先', ...years.map(({ fiscal_year }) => `${bothYears(fiscal_year)} (人)`)],
        rows: [...courseRows(page, courses, years), ...partRows(page, lines, years), totalRow(page, courses, years)],
      },
      source: sourceLines(lines),
    })
  })
}

function courseHref(page: PageContext, row: CourseRow, table: string): string {
  const sessions = sessionsOf(page, row)
  const [only] = sessions
  return only && sessions.length === 1 ? sourceHref(page, only, only.participants) : table
}

function courseRows(page: PageContext, courses: readonly CourseRow[], years: readonly TrainingYear[]) {
  return [...new Set(courses.map(({ course_key }) => course_key))].map((course) => [
    course,
    ...years.map(({ fiscal_year }) => {
      const row = courses.find((other) => other.course_key === course && other.fiscal_year === fiscal_year)
      return { value: row?.participants ?? null, shown: row ? CourseNumber(page, row) : noData }
    }),
  ])
}

/** The breakdowns of an institute: うち階層別研修. */
function partRows(page: PageContext, lines: readonly Training[], years: readonly TrainingYear[]) {
  const parts = lines.flatMap((line) => {
    const whole =
      line.part_of === null ? undefined : lines.find(({ fiscal_year, training_no }) => fiscal_year === line.fiscal_year && training_no === line.part_of)
    return whole ? [{ name: `${whole.course}のうち${line.course}`, line }] : []
  })
  return [...new Set(parts.map(({ name }) => name))].map((name) => [
    name,
    ...years.map(({ fiscal_year }) => {
      const line = parts.find((part) => part.name === name && part.line.fiscal_year === fiscal_year)?.line
      return {
        value: line?.participants ?? null,
        shown: line && line.participants !== null ? ReadNumber(page, formatNumber(line.participants), line, line.participants) : noData,
      }
    }),
  ])
}

function totalRow(page: PageContext, courses: readonly CourseRow[], years: readonly TrainingYear[]) {
  return ['計 (延べ)', ...years.map((year) => ({ value: year.participants, shown: ParticipantsNumber(page, year, courses) }))]
}

function unstatedNote(courses: readonly CourseRow[]): string | undefined {
  const unstated = courses.filter(({ participants }) => participants === null)
  if (unstated.length === 0) return undefined
  return `${unstated.map(({ fiscal_year, course_key }) => `${eraYear(fiscal_year)}の「${course_key}」`).join('、')}は受講者の数が書かれていないので、計に入っていない。`
}

/** 庁内研修: participants by course and year. */
export function inHouseTrainingCard(page: PageContext): Html | undefined {
  return trainingCard(page, 'in_house')
}

/** 派遣研修: participants by institute and year. */
export function externalTrainingCard(page: PageContext): Html | undefined {
  return trainingCard(page, 'external')
}
