import { withCounterparts } from './counterparts.ts'
import type { Entry, Group, Plan, PlanItem, Review, ScheduleCell, Workstream, YearResults } from './model.ts'
import { Random } from './prng.ts'
import { randomEffects } from './random-effects.ts'
import { withCuts, withPlanned, withRepeats, withSubtotals } from './random-sums.ts'
import { goal, initiative, sentence, task, workstreamName } from './sentences.ts'
import { makeStatement, type Statement, type StatementKind, statementKinds } from './statements.ts'
import { words } from './word-lists.ts'

/** What a random plan should be like; what is left out is up to chance, sizes excepted, which follow the real document. */
export interface PlanOptions {
  /** number of items, 22 if left out */
  items?: number
  /** 1 gives items as long as those of the real document (about 1,400 characters) */
  scale?: number
  /** first fiscal year, western */
  firstYear?: number
  /** length in years */
  years?: number
  /** years reported so far; fewer than `years` make a plan that is still running */
  reportedYears?: number
  /** what items may state besides plain results; all kinds if left out */
  kinds?: readonly StatementKind[]
  /** share of items with effects, 0 to 1 */
  effects?: number
  /** share of items with effects whose printed total is off, 0 to 1; 0 if left out */
  wrongTotals?: number
  /** share of items with effects that say an effect of another item again, 0 to 1; 0 if left out */
  repeats?: number
  /** share of items with effects that print the sum of each year, 0 to 1; 0 if left out */
  subtotals?: number
  /** share of items with effects whose amounts are all expenditure cut, printed with △, 0 to 1; 0 if left out */
  cuts?: number
  /** share of items with effects that state what was planned beside it, 0 to 1; 0 if left out */
  planned?: number
  /** the marks that a rating can be; A to D if left out */
  ratings?: readonly string[]
  /** what plans are called; プラン if left out */
  noun?: string
}

interface Setting {
  years: number[]
  reported: number[]
  scale: number
  kinds: readonly StatementKind[]
  effects: number
  wrongTotals: number
  ratings: readonly string[]
  count: number
}

/** A made-up plan; the same seed and options give the same plan. */
export function randomPlan(seed: number, options: PlanOptions = {}): Plan {
  const random = new Random(seed)
  const years = options.years ?? random.int(2, 10)
  const firstYear = options.firstYear ?? random.int(1986, 2040)
  const reportedYears = Math.min(years, options.reportedYears ?? years)
  const noun = options.noun ?? 'プラン'
  const all = Array.from({ length: years }, (_, index) => firstYear + index)
  const setting: Setting = {
    years: all,
    reported: all.slice(0, reportedYears),
    scale: options.scale ?? 1,
    kinds: options.kinds ?? statementKinds,
    effects: options.effects ?? 0.4,
    wrongTotals: options.wrongTotals ?? 0,
    ratings: options.ratings ?? ['A', 'B', 'C', 'D'],
    count: options.items ?? 22,
  }
  const name = random.pick(['集中改革', '行財政改革', '経営改革', '行政改革推進']) + noun
  const made = withCounterparts(random.list(setting.count, (index) => randomItem(random, index + 1, setting)))
  const planned = withPlanned(random, withCuts(random, made, options.cuts ?? 0), options.planned ?? 0)
  const items = withSubtotals(random, withRepeats(random, planned, options.repeats ?? 0), options.subtotals ?? 0)
  return { planNo: random.int(1, 12), name, noun, firstYear, years, reportedYears, scale: setting.ratings, items }
}

function randomItem(random: Random, no: number, setting: Setting): PlanItem {
  const { reported, years, scale } = setting
  const kinds = randomKinds(random, setting.kinds)
  const statements = kinds.map((kind) => makeStatement(kind, random, reported, scale))
  const initiatives = random.list(random.int(2, 5), () => initiative(random))
  const isRunning = reported.length < years.length
  return {
    no,
    title: task(random),
    ...randomDepartments(random),
    goal: goal(random),
    initiatives,
    workstreams: random.list(random.int(1, 3), () => randomWorkstream(random, years, initiatives.length)),
    results: randomResults(random, no, statements, setting),
    review: isRunning ? null : randomReview(random, statements, setting),
    effects: itemEffects(random, statements, setting),
  }
}

/** Kinds that an item states; not both of those whose sums its effects repeat, each year's effect being one sum. */
function randomKinds(random: Random, kinds: readonly StatementKind[]): StatementKind[] {
  const chosen = kinds.filter(() => random.chance(0.12))
  return chosen.includes('collections') ? chosen.filter((kind) => kind !== 'assets') : chosen
}

function randomDepartments(random: Random): Pick<PlanItem, 'leadDepartment' | 'departments'> {
  const departments = random.some(words.departments, random.int(1, 4))
  if (random.chance(0.4)) departments.push('関係各課')
  const [first, ...rest] = departments as [string, ...string[]]
  if (!random.chance(0.1)) return { leadDepartment: first, departments }
  const division = random.pick(words.divisions)
  return { leadDepartment: `${first}（${division}）`, departments: [division + first, ...rest] }
}

function randomWorkstream(random: Random, years: readonly number[], initiatives: number): Workstream {
  const cells = years.map(() => randomCell(random, initiatives))
  const isEmpty = cells.every(({ marks, note }) => marks.length === 0 && note === null)
  return { name: workstreamName(random), cells: isEmpty ? [{ marks: [{ from: 1, to: 1, note: null }], note: null }, ...cells.slice(1)] : cells }
}

function randomCell(random: Random, initiatives: number): ScheduleCell {
  if (random.chance(0.2)) return { marks: [], note: random.chance(0.15) ? random.pick(words.scheduleNotes) : null }
  if (initiatives > 2 && random.chance(0.2)) return { marks: [{ from: 1, to: random.int(3, initiatives), note: null }], note: null }
  const numbers = random.some(
    Array.from({ length: initiatives }, (_, index) => index + 1),
    random.int(1, Math.min(3, initiatives)),
  )
  const note = numbers.length === 1 && random.chance(0.2) ? random.pick(words.scheduleNotes) : null
  return { marks: numbers.map((number) => ({ from: number, to: number, note })), note: null }
}

function randomResults(random: Random, no: number, statements: readonly Statement[], setting: Setting): YearResults[] {
  const isHeaded = statements.some(({ groups }) => groups.some((year) => year.length > 1)) || (statements.length > 0 && random.chance(0.5))
  return setting.reported.map((fiscalYear, index) => {
    const count = Math.max(1, Math.round(random.int(2, 6) * setting.scale))
    const plain = random.list(count, () => resultEntry(random, fiscalYear, no, setting.count))
    const stated = statements.flatMap(({ groups }) => groups[index] as Group[])
    return {
      fiscalYear,
      groups: isHeaded ? headed(random, plain, stated) : [{ heading: null, entries: closed([...plain, ...stated.flatMap(({ entries }) => entries)]) }],
    }
  })
}

function headed(random: Random, plain: readonly Entry[], stated: readonly Group[]): Group[] {
  const groups = [...stated, { heading: random.pick(['その他の取組', '事務の改善']), entries: plain }]
  return groups.map(({ heading, entries }) => ({ heading, entries: closed(entries) }))
}

/** A list that needs no bullets to be taken apart: each entry but the last ends in 。 */
function closed(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, index) => (index === entries.length - 1 || entry.text.endsWith('。') ? entry : { ...entry, text: `${entry.text}。` }))
}

function resultEntry(random: Random, fiscalYear: number, no: number, count: number): Entry {
  const text = sentence(random, 'reported', fiscalYear)
  if (count < 2 || !random.chance(0.06)) return { text }
  const others = Array.from({ length: count }, (_, index) => index + 1).filter((other) => other !== no)
  const references = random.some(others, random.chance(0.2) ? 2 : 1)
  return { text: `${text.slice(0, -1)}（${references.map((other) => `No.${other}`).join('、')}再掲）。`, references }
}

function randomReview(random: Random, statements: readonly Statement[], { years, scale, ratings }: Setting): Review {
  const last = years.at(-1) as number
  const list = (kind: 'achieved' | 'notAchieved' | 'next', first: number, most: number) =>
    random.list(Math.max(first, Math.round(random.int(first, most) * scale)), () => ({ text: sentence(random, kind, last) }))
  return {
    achieved: list('achieved', 1, 4),
    notAchieved: closed([...list('notAchieved', 0, 2), ...statements.flatMap(({ notAchieved }) => notAchieved)]),
    next: list('next', 1, 4),
    rating: random.pick(ratings),
    nextPlan: random.chance(0.8),
  }
}

/** Effects, always where the item states money that belongs there. */
function itemEffects(random: Random, statements: readonly Statement[], setting: Setting): PlanItem['effects'] {
  const stated = statements.find(({ yen }) => yen !== undefined)?.yen
  const aimsAtMoney = statements.some(({ notAchieved }) => notAchieved.some(({ targets }) => targets?.some(({ measure }) => measure === 'effect_yen')))
  const isDue = setting.effects > 0 && (stated !== undefined || aimsAtMoney)
  if (!isDue && !random.chance(setting.effects)) return null
  const isWrong = random.chance(setting.wrongTotals)
  return randomEffects(random, setting.reported, stated, setting.reported.length < setting.years.length, isWrong)
}
