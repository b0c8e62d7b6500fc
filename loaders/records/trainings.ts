import type { Words } from '../document/words.ts'
import type { Item, Reading } from '../structure/item.ts'
import { splitList } from '../vocabulary/lists.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { resultsOf } from './results.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'

type Kind = Reading<'trainings'>['kind']

/** A course or institute as a list names it, before numbering. */
interface Training {
  course: Words
  session: Words | undefined
  participants: Stated | null
  words: Words
  breakdown: Training[]
}

const course = /^(?<course>[^()【】]+?)\s*\((?<inside>[^()]*)\)\s*(?:【(?<parts>[^】]*)】)?(?<rest>(?:を|など|等|の)[^()【】]*)?。?$/d
/** A course without a bracket: a name, which is no clause. */
const bareCourse = /^[^()【】。をがは]*[\p{Script=Han}\p{Script=Katakana}ーA-Za-z」]$/u
const counted = new RegExp(String.raw`^(?<name>.*?)\s*(?<number>${wholeNumeral})\s*[人名]$`, 'd')

/** 職員研修: the lists under a head that names 庁内研修 or 派遣研修, a row for each session, institute and breakdown. */
export function readTrainings(item: Item): Reading<'trainings'>[] {
  const counts = new Map<number, number>()
  const rows: Reading<'trainings'>[] = []
  const add = (fiscalYear: number, kind: Kind, training: Training, partOf: number | null) => {
    const no = (counts.get(fiscalYear) ?? 0) + 1
    counts.set(fiscalYear, no)
    const { course, session, participants, words } = training
    rows.push({
      item_no: item.no,
      fiscal_year: fiscalYear,
      kind,
      training_no: no,
      course: course.text,
      session: session?.text ?? null,
      part_of: partOf,
      ...statedColumns('participants', participants),
      words,
    })
    for (const part of training.breakdown) add(fiscalYear, kind, part, no)
  }
  for (const { fiscalYear, heading, words } of resultsOf(item)) {
    const kind = kindOf(heading?.words)
    if (!kind) continue
    const list = splitList(words).map((entry) => ({ entry, trainings: trainingsOf(entry) }))
    const isList = list.some(({ trainings }) => trainings.length > 0)
    for (const { entry, trainings } of list) {
      for (const training of trainings.length > 0 || !isList ? trainings : bareTraining(entry)) add(fiscalYear, kind, training, null)
    }
  }
  return rows
}

function kindOf(heading: Words | undefined): Kind | undefined {
  if (/庁内研修|内部研修/.test(heading?.form ?? '')) return 'in_house'
  return /派遣研修|外部研修/.test(heading?.form ?? '') ? 'external' : undefined
}

function trainingsOf(entry: Words): Training[] {
  const match = entry.match(course)
  const name = match?.words('course')
  const inside = match?.words('inside')
  if (!match || !name || !inside) return []
  const sessions = splitList(inside, '・、,').map((session) => ({ session, count: session.match(counted) }))
  if (sessions.length > 1 && sessions.every(({ count }) => count?.form('name'))) {
    return sessions.map(({ session, count }) => ({
      course: name,
      session: count?.words('name'),
      participants: statedIn(count, 'number'),
      words: session,
      breakdown: [],
    }))
  }
  const parts = match.words('parts')
  return [
    {
      course: name,
      session: undefined,
      participants: statedIn(inside.match(counted), 'number'),
      words: entry.slice(0, entry.length - (match.form('rest')?.length ?? 0)),
      breakdown: parts ? splitList(parts).flatMap(breakdownOf) : [],
    },
  ]
}

/** A course that a list of courses names without saying more. */
function bareTraining(entry: Words): Training[] {
  return bareCourse.test(entry.form) ? [{ course: entry, session: undefined, participants: null, words: entry, breakdown: [] }] : []
}

function breakdownOf(part: Words): Training[] {
  const match = part.match(counted)
  const course = match?.words('name')
  if (!match || !course || course.isEmpty) return []
  return [{ course, session: undefined, participants: statedIn(match, 'number'), words: part, breakdown: [] }]
}
