import type { MoneyUnit } from './money.ts'

/**
 * The content of a results document, before any style of printing. Texts are canonical: 、 （） ～ ：, ASCII digits with
 * thousands commas, composed kana, 元 for the first year of an era; no bullets, no markup.
 */
export interface Plan {
  planNo: number
  /** name without its number: 行財政改革プラン */
  name: string
  /** what the next plan is called after its number: プラン */
  noun: string
  /** first fiscal year, western */
  firstYear: number
  /** length in years */
  years: number
  /** years reported so far; fewer than `years` in a plan still running, which has no reviews, totals and ratings yet */
  reportedYears: number
  /** the marks that a rating can be */
  scale: readonly string[]
  items: readonly PlanItem[]
}

/** A reform item; `review` is null while the plan runs, `effects` where the item has none. */
export interface PlanItem {
  no: number
  title: string
  /** department in the table of contents */
  leadDepartment: string
  departments: readonly string[]
  goal: string
  initiatives: readonly string[]
  workstreams: readonly Workstream[]
  results: readonly YearResults[]
  review: Review | null
  effects: Effects | null
}

/** A row of the schedule: its name and a cell for each year of the plan. */
export interface Workstream {
  name: string
  cells: readonly ScheduleCell[]
}

/** A cell of the schedule: circled numbers, a note alone, or nothing (no marks, note null). */
export interface ScheduleCell {
  marks: readonly Mark[]
  note: string | null
}

/** Circled numbers from one to another, the same where there is one; with a note such as 試行. */
export interface Mark {
  from: number
  to: number
  note: string | null
}

/** What is reported for a fiscal year. */
export interface YearResults {
  fiscalYear: number
  groups: readonly Group[]
}

/** Entries under a `(1) …` head, or under none. */
export interface Group {
  heading: string | null
  entries: readonly Entry[]
}

/** An entry of a list: its text, and what the text states for the other tables. */
export interface Entry {
  text: string
  claims?: readonly Claim[]
  headCounts?: readonly HeadCount[]
  reemployment?: Reemployment
  survey?: Survey
  growthScores?: readonly YearScore[]
  trainings?: readonly Training[]
  assets?: readonly Asset[]
  references?: readonly number[]
  targets?: readonly Target[]
}

export interface Claim {
  name: string
  department: string
  yen: number
}

export interface HeadCount {
  /** ISO 8601 day */
  day: string
  planned: number
  actual: number
}

export interface Reemployment {
  fullTime: number
  shortTime: number
  /** retirees of the year before, and how many of them were taken on again */
  retired: { retirees: number; fullTime: number; shortTime: number } | null
}

export interface Survey {
  surveyed: number
  responded: number
  /** response rate with one decimal place */
  percent: number
  score: number
}

export interface YearScore {
  fiscalYear: number
  score: number
}

export interface Training {
  kind: 'in_house' | 'external'
  course: string
  sessions: readonly { name: string; participants: number }[]
  /** null where sessions are counted or no number is stated */
  participants: number | null
  breakdown: readonly { course: string; participants: number }[]
}

export interface Asset {
  kind: 'sale' | 'lease'
  yen: number
  contracts: number | null
  area: number | null
  method: string | null
  regions: readonly { name: string; contracts: number }[]
}

export interface Target {
  fiscalYear: number
  measure: 'effect_yen' | 'staff' | 'count' | 'percent'
  value: number
  unit: string
  /** what its sentence says came of it; null where it says nothing */
  statedResult: 'met' | 'missed' | null
}

/** Review entries, the overall rating, and whether the closing list is for the next plan. */
export interface Review {
  achieved: readonly Entry[]
  notAchieved: readonly Entry[]
  next: readonly Entry[]
  rating: string
  nextPlan: boolean
}

export interface Amount {
  yen: number
  unit: MoneyUnit
}

export interface Quantity {
  value: number
  unit: string
}

/** A line of the effects: neither amount nor quantity where the year is printed as having none. */
export interface EffectLine {
  label: string | null
  quantity: Quantity | null
  amount: Amount | null
  /** its うち lines */
  parts: readonly { label: string; amount: Amount }[]
  /** what was planned for it */
  planned?: Amount
  /** the item that counts it; its label says so: （No.3再掲） */
  repeatOf?: number
}

/** The effects of a year; `subtotal` is the sum of its lines as printed, where it is. */
export interface YearEffects {
  fiscalYear: number
  lines: readonly EffectLine[]
  subtotal?: Amount
}

/** The effects of an item, a year without lines not printed at all; `total` as printed, right or not. */
export interface Effects {
  /** whether every amount is expenditure cut, printed with △: 歳出削減額 △396千円 is a gain of 396,000円 */
  isCut?: boolean
  years: readonly YearEffects[]
  total: { label: string | null; quantity: Quantity | null; amount: Amount | null } | null
}

/** The fiscal years of a plan. */
export function planYears({ firstYear, years }: Plan): number[] {
  return Array.from({ length: years }, (_, index) => firstYear + index)
}

/** All entries of an item in the order of the document, with the fiscal year of those that report one. */
export function entriesOf({ results, review }: PlanItem): { fiscalYear: number | null; entry: Entry }[] {
  const reported = results.flatMap(({ fiscalYear, groups }) => groups.flatMap(({ entries }) => entries.map((entry) => ({ fiscalYear, entry }))))
  const reviewed = review ? [...review.achieved, ...review.notAchieved, ...review.next] : []
  return [...reported, ...reviewed.map((entry) => ({ fiscalYear: null, entry }))]
}

/** Sums of the lines that are part of no other and that no other item counts; null where none is stated. */
export function effectSums({ years }: Pick<Effects, 'years'>): { yen: number | null; quantity: number | null } {
  const lines = years.flatMap((year) => year.lines).filter(({ repeatOf }) => repeatOf === undefined)
  return { yen: sum(lines.map(({ amount }) => amount?.yen)), quantity: sum(lines.map(({ quantity }) => quantity?.value)) }
}

function sum(values: readonly (number | undefined)[]): number | null {
  const stated = values.filter((value) => value !== undefined)
  return stated.length > 0 ? stated.reduce((total, value) => total + value, 0) : null
}
