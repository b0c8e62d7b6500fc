import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { splitList } from '../vocabulary/lists.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import { counter } from './counter.ts'
import { itemTable, type Reading } from './reading.ts'
import { resultsOf } from './results.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, people, planId, provenance, required, type Table, unified } from './table.ts'

const definition = {
  name: 'trainings',
  title: '職員研修',
  grain: '研修の1回または派遣先1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'training_no'],
  references: ofItem,
  facts: {
    detail: { column: 'course' },
    dimension: { column: 'session' },
    isPartOf: 'whole.training_no = own.part_of',
  },
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('kind', 'VARCHAR', '種類', 'in_house 庁内研修、external 派遣研修', { required: true, values: ['in_house', 'external'] }),
    column('training_no', 'INTEGER', '研修番号', '年度の中の順番 (1から)', required),
    column('course', 'VARCHAR', '研修', '研修または派遣先の名前', required),
    column('session', 'VARCHAR', '回', '前期・中期・後期など'),
    column('part_of', 'INTEGER', '内訳の元', '内訳の行なら、元の研修番号'),
    column('participants', 'INTEGER', '受講者', '受講した人数。mode が online なら動画や配信で受けた人。書かれていなければ NULL', {
      ...people,
      measure: { title: '研修の受講者', basis: 'actual', isAdditive: true },
    }),
    ...provenance,
    figureNo('participants', '受講者'),
    column('mode', 'VARCHAR', '受け方', 'online 動画・配信、partly_online 動画・配信を含む (動画、配信、オンラインの言葉による)。書かれていなければ NULL', {
      values: ['online', 'partly_online'],
    }),
    { ...unified('course', '研修'), ...required },
  ],
} as const satisfies Table

/** A session of a course, an institute, or a part of one. */
export type TrainingRecord = Reading<typeof definition>

type Kind = TrainingRecord['kind']
type Mode = TrainingRecord['mode']

/** A course or institute as a list names it, before numbering. */
interface Training {
  course: Words
  session: Words | undefined
  participants: Stated | null
  mode: Mode
  words: Words
  breakdown: Training[]
}

const course = /^(?<course>[^()【】]+?)\s*\((?<inside>[^()]*)\)\s*(?:【(?<parts>[^】]*)】)?(?<rest>(?:を|など|等|の)[^()【】]*)?。?$/d
/** A course without a bracket: a name, which is no clause. */
const bareCourse = /^[^()【】。をがは]*[\p{Script=Han}\p{Script=Katakana}ーA-Za-z」]$/u
const counted = new RegExp(String.raw`^(?<name>.*?)\s*(?<number>${wholeNumeral})\s*[人名]$`, 'd')

/** 職員研修: the lists under a head that names 庁内研修 or 派遣研修, a row for each session, institute and breakdown. */
function readTrainings(item: Item): TrainingRecord[] {
  const next = counter<number>()
  const rows: TrainingRecord[] = []
  const add = (fiscalYear: number, kind: Kind, training: Training, partOf: number | null) => {
    const no = next(fiscalYear)
    const { course, session, participants, mode, words } = training
    rows.push({
      item_no: item.no,
      fiscal_year: fiscalYear,
      kind,
      training_no: no,
      course: course.text,
      session: session?.text ?? null,
      part_of: partOf,
      ...statedColumns('participants', participants),
      mode,
      course_unified: unifiedName(course.text),
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
      mode: modeOf(name, session),
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
      mode: modeOf(name, inside),
      words: entry.slice(0, entry.length - (match.form('rest')?.length ?? 0)),
      breakdown: parts ? splitList(parts).flatMap(breakdownOf) : [],
    },
  ]
}

/** A course that a list of courses names without saying more. */
function bareTraining(entry: Words): Training[] {
  return bareCourse.test(entry.form) ? [{ course: entry, session: undefined, participants: null, mode: modeOf(entry), words: entry, breakdown: [] }] : []
}

const online = /動画|配信|オンライン/
const partly = /(?:動画|配信|オンライン)[^、。]{0,20}(?:含|併用)/

/** How those who took part in a training did, where its words say so: 動画受講740人 online, 配信受講含め67人 in part. */
function modeOf(...words: readonly Words[]): Mode {
  if (words.some(({ form }) => partly.test(form))) return 'partly_online'
  return words.some(({ form }) => online.test(form)) ? 'online' : null
}

function breakdownOf(part: Words): Training[] {
  const match = part.match(counted)
  const course = match?.words('name')
  if (!match || !course || course.isEmpty) return []
  return [{ course, session: undefined, participants: statedIn(match, 'number'), mode: modeOf(part), words: part, breakdown: [] }]
}

/** 職員研修. */
export const trainings = itemTable(definition, readTrainings)
