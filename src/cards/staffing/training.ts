import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { modeNames } from '../../../loaders/warehouse/marts/staffing.ts'
import { CoursesChart } from '../../charts/courses-chart.ts'
import { ChangeWords, FactNumber, LineLink, lineHref, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { CardTable, Cell } from '../../markup/table.ts'
import { byItem } from '../by-item.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { sourceLines } from '../item-links.ts'

type CourseYear = MartRow<'training_courses'>
type Mode = keyof typeof modeNames
type TrainingYear = MartRow<'training_years'>

const kinds = {
  in_house: { id: 'in-house-training', name: '庁内研修', entry: '研修' },
  external: { id: 'external-training', name: '派遣研修', entry: '派遣先' },
} as const
type Kind = keyof typeof kinds

/** 庁内研修: participants by course and year. */
export function inHouseTrainingCard(page: PageContext): Card[] {
  return trainingCard(page, 'in_house')
}

/** 派遣研修: participants by institute and year. */
export function externalTrainingCard(page: PageContext): Card[] {
  return trainingCard(page, 'external')
}

function trainingCard(page: PageContext, kind: Kind): Card[] {
  const { warehouse } = page
  const ofKind = warehouse.mart('training_courses').filter((row) => row.kind === kind)
  return byItem(ofKind, (courses, id) => {
    const isOfItem = (row: { kind: string; item_no: number }) => row.kind === kind && row.item_no === courses[0]?.item_no
    const years = warehouse.mart('training_years').filter(isOfItem)
    const cardId = id(kinds[kind].id)
    const points = courses.map((row) => ({
      course: row.course_key,
      fiscalYear: row.fiscal_year,
      participants: row.participants,
      href: row.participants === null ? lineHref(row.source_line) : chartHref(page.fact(row, 'participants'), `#${cardId}-table`),
    }))
    return {
      id: cardId,
      tables: ['trainings'],
      finding: participantsInWords(page, kind, years.at(-1) as TrainingYear),
      scope: `${kinds[kind].entry}ごとの受講者、${years.map(({ fiscal_year }) => bothYears(fiscal_year)).join('・')}、人。${modesInWords(courses)}`,
      chart: (size) => CoursesChart(points, size),
      note: unstatedNote(courses),
      table: participantsTable(page, kinds[kind].entry, courses, years),
      source: sourceLines(page, warehouse.table('trainings').filter(isOfItem)),
    }
  })
}

/** All participants of a year, their change on the year before, and the share of the largest course. */
function participantsInWords(page: PageContext, kind: Kind, year: TrainingYear): Phrase {
  const change = ChangeWords(page, page.fact(year, 'change_percent'))
  const all = phrase`${kinds[kind].name}の受講者は${eraYear(year.fiscal_year)}に延べ${FactNumber(page, page.fact(year, 'participants'))}人`
  return phrase`${all}${change && phrase`、${change}`}${WithoutOnline(page, year)}${LargestShare(page, year)}`
}

/** How many took part otherwise than by a video or a stream, where that is said of some of a year or of the year before. */
function WithoutOnline(page: PageContext, year: TrainingYear): Phrase | undefined {
  if (year.others === null || (year.online === null && year.previous_online === null)) return undefined
  const change = ChangeWords(page, page.fact(year, 'others_change_percent'))
  const online = year.online !== null && phrase`の${FactNumber(page, page.fact(year, 'online'))}人`
  const others = phrase`動画・配信${online}を除くと${FactNumber(page, page.fact(year, 'others'))}人`
  return phrase` (${others}${change && phrase`、${change}`})`
}

/** The courses that were held as a video or a stream, each with its year. */
function modesInWords(courses: readonly CourseYear[]): string {
  const held = courses.flatMap(({ fiscal_year, course_key, mode }) => (mode ? [`${eraYear(fiscal_year)}の${course_key}は${modeNames[mode as Mode]}`] : []))
  return held.length === 0 ? '' : `文書によると、${held.join('、')}。`
}

function LargestShare(page: PageContext, year: TrainingYear): Phrase | undefined {
  const share = page.fact(year, 'largest_percent')
  if (!share || year.courses < 2) return undefined
  return phrase`。全体のうち「${year.largest_course}」が${FactNumber(page, share)}`
}

/** A row for each course, each breakdown of an institute, and all together; a column for each year. */
function participantsTable(page: PageContext, entry: string, courses: readonly CourseYear[], years: readonly TrainingYear[]): CardTable {
  return {
    head: [entry, ...years.map(({ fiscal_year }) => `${bothYears(fiscal_year)} (人)`)],
    rows: [
      ...courseRows(page, courses, years),
      ...partRows(page, years),
      ...modeRows(page, years),
      ['計 (延べ)', ...years.map((year) => valueCell(page, year, 'participants'))],
    ],
  }
}

function courseRows(page: PageContext, courses: readonly CourseYear[], years: readonly TrainingYear[]) {
  return [...new Set(courses.map(({ course_key }) => course_key))].map((course) => [
    course,
    ...years.map(({ fiscal_year }): Cell => {
      const row = courses.find((other) => other.course_key === course && other.fiscal_year === fiscal_year)
      if (row && row.participants === null) return { value: null, shown: LineLink(placeOfLine(page.warehouse, row.source_line), notGiven) }
      return valueCell(page, row, 'participants')
    }),
  ])
}

/** Those who took part by a video or a stream, and all others; nothing where no year has any. */
function modeRows(page: PageContext, years: readonly TrainingYear[]) {
  if (years.every(({ online }) => online === null)) return []
  return [
    ['うち動画・配信', ...years.map((year) => valueCell(page, year, 'online'))],
    ['動画・配信を除く', ...years.map((year) => valueCell(page, year, 'others'))],
  ]
}

/** The breakdowns of an institute: うち階層別研修. */
function partRows(page: PageContext, years: readonly TrainingYear[]) {
  const ofItem = page.warehouse.mart('training_parts').filter(({ item_no, kind }) => item_no === years[0]?.item_no && kind === years[0]?.kind)
  const named = ofItem.map((part) => ({ name: `${part.whole}のうち${part.course}`, part }))
  return [...new Set(named.map(({ name }) => name))].map((name) => [
    name,
    ...years.map(({ fiscal_year }) => {
      const part = named.find((other) => other.name === name && other.part.fiscal_year === fiscal_year)?.part
      return valueCell(page, part, 'participants')
    }),
  ])
}

function unstatedNote(courses: readonly CourseYear[]): string | undefined {
  const unstated = courses.filter(({ participants }) => participants === null)
  if (unstated.length === 0) return undefined
  return `${unstated.map(({ fiscal_year, course_key }) => `${eraYear(fiscal_year)}の「${course_key}」`).join('、')}は受講者の数が書かれていないので、計に入っていない。`
}
