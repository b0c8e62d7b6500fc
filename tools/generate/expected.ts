import type { provenance } from '../../loaders/records/table.ts'
import type { Row } from '../../loaders/tables.ts'
import { type Amount, type Asset, type EffectLine, type Entry, effectSums, entriesOf, type Plan, type PlanItem, planYears, type Training } from './model.ts'
import { printedStepYen } from './money.ts'
import { plainStyle, restyle, type Style } from './style.ts'

type Place = (typeof provenance)[number]['name']
/** The columns of places of a row's other words. */
type OtherPlace = `${string}_source_${string}`

/** The tables that a plan's content settles. */
export const expectedTables = [
  'items',
  'initiatives',
  'schedules',
  'results',
  'reviews',
  'effects',
  'effectTotals',
  'targets',
  'collections',
  'staffing',
  'reemployment',
  'surveys',
  'trainings',
  'assets',
  'itemReferences',
] as const

export type ExpectedTable = (typeof expectedTables)[number]

/** The columns that say of which number a value was read; tests hold them against the text itself. */
type FigureColumn = `${string}_figure_no` | `${string}_figure_nos`

/** Columns that a plan's content does not settle. */
type OtherColumn = 'lineage' | 'same_as' | 'scope' | 'mode' | 'stated_change' | `${string}_unified`

/** A row without plan, place and numbers of figures. */
export type ExpectedRow<K extends ExpectedTable> = Omit<
  Row<K>,
  'plan_id' | Place | OtherPlace | FigureColumn | OtherColumn | 'target_no' | 'stated_gap' | 'rounding_yen' | (K extends 'effects' ? 'kind' : never)
>

/** The rows of each table in the order of the document. */
export type ExpectedRows = { [K in ExpectedTable]: ExpectedRow<K>[] }

type Restyled = (text: string) => string

/**
 * The rows that a reader must give for a plan printed in a style, texts in the characters of that style. `complete`
 * takes it that no page is missing.
 */
export function expectedRows(plan: Plan, style: Style = plainStyle): ExpectedRows {
  const text: Restyled = (canonical) => restyle(canonical, style)
  const each = <T>(rows: (item: PlanItem) => T[]) => plan.items.flatMap(rows)
  return {
    items: plan.items.map((item) => itemRow(item, style, text)),
    initiatives: each((item) => item.initiatives.map((initiative, index) => ({ item_no: item.no, initiative_no: index + 1, text: text(initiative) }))),
    schedules: each((item) => scheduleRows(item, planYears(plan), text)),
    results: each((item) => resultRows(item, text)),
    reviews: each((item) => reviewRows(item, text)),
    effects: each((item) => effectRows(item, text)),
    effectTotals: each(effectTotalRows),
    targets: each(targetRows),
    collections: each((item) => collectionRows(item, text)),
    staffing: each(staffingRows),
    reemployment: each(reemploymentRows),
    surveys: each(surveyRows),
    trainings: each((item) => trainingRows(item, text)),
    assets: each((item) => assetRows(item, text)),
    itemReferences: each(referenceRows),
  }
}

function itemRow(item: PlanItem, style: Style, text: Restyled): ExpectedRow<'items'> {
  const lead = style.contents === 'present' ? item.leadDepartment : (item.departments[0] ?? null)
  return {
    item_no: item.no,
    theme: null,
    item_code: String(item.no),
    title: text(item.title),
    lead_department: lead === null ? null : text(lead),
    departments: item.departments.map(text),
    goal: text(item.goal),
    rating: item.review?.rating ?? null,
    next_plan: item.review?.nextPlan ?? null,
    complete: true,
    effects_open: null,
  }
}

function scheduleRows({ no, workstreams }: PlanItem, years: readonly number[], text: Restyled): ExpectedRow<'schedules'>[] {
  return workstreams.flatMap(({ name, cells }, index) =>
    cells.flatMap(({ marks, note }, column) => {
      const row = { item_no: no, workstream_no: index + 1, fiscal_year: years[column] as number, workstream: text(name) }
      const planned = marks.flatMap((mark) => range(mark.from, mark.to).map((initiative_no) => ({ ...row, initiative_no, note: mark.note })))
      return note === null ? planned : [...planned, { ...row, initiative_no: null, note }]
    }),
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

function resultRows({ no, results }: PlanItem, text: Restyled): ExpectedRow<'results'>[] {
  return results.flatMap(({ fiscalYear, groups }) =>
    groups
      .flatMap(({ heading, entries }) => entries.map((entry) => ({ heading, entry })))
      .map(({ heading, entry }, index) => ({
        item_no: no,
        fiscal_year: fiscalYear,
        result_no: index + 1,
        heading: heading === null ? null : text(heading),
        text: text(entry.text),
      })),
  )
}

function reviewRows({ no, review }: PlanItem, text: Restyled): ExpectedRow<'reviews'>[] {
  if (!review) return []
  const lists = [
    ['achieved', review.achieved],
    ['not_achieved', review.notAchieved],
    ['next', review.next],
  ] as const
  return lists.flatMap(([kind, entries]) => entries.map((entry, index) => ({ item_no: no, kind, review_no: index + 1, text: text(entry.text) })))
}

function effectRows({ no, effects }: PlanItem, text: Restyled): ExpectedRow<'effects'>[] {
  return (effects?.years ?? []).flatMap(({ fiscalYear, lines }) => {
    const rows: ExpectedRow<'effects'>[] = []
    for (const { label, quantity, amount, parts, repeatOf } of lines) {
      const whole = rows.length + 1
      const row = { item_no: no, fiscal_year: fiscalYear, quantity: null, quantity_unit: null, part_of: null, is_repeat: repeatOf !== undefined }
      rows.push({
        ...row,
        effect_no: whole,
        label: label === null ? null : text(label),
        amount_yen: amount?.yen ?? null,
        quantity: quantity?.value ?? null,
        quantity_unit: quantity?.unit ?? null,
      })
      for (const part of parts) rows.push({ ...row, effect_no: rows.length + 1, label: text(part.label), amount_yen: part.amount.yen, part_of: whole })
    }
    return rows
  })
}

function effectTotalRows({ no, effects }: PlanItem): ExpectedRow<'effectTotals'>[] {
  if (!effects?.total) return []
  const { amount, quantity } = effects.total
  const sums = effectSums(effects)
  return [
    {
      item_no: no,
      published_yen: amount?.yen ?? null,
      computed_yen: amount ? sums.yen : null,
      published_quantity: quantity?.value ?? null,
      computed_quantity: quantity ? sums.quantity : null,
      quantity_unit: quantity?.unit ?? null,
    },
  ]
}

/**
 * Yen by which a printed sum may be off its parts though nobody erred, since each number is rounded by half a step of its last digit;
 * 0 where all are printed in steps below 1,000円.
 */
export function roundingOf(sum: Amount, parts: readonly Amount[]): number {
  const steps = parts.map(({ yen, unit }) => printedStepYen(yen, unit))
  const coarsest = Math.max(...steps)
  const ofSum = printedStepYen(sum.yen, sum.unit)
  if (Math.max(coarsest, ofSum) < 1000) return 0
  return (steps.reduce((total, step) => total + step, 0) + (ofSum > coarsest ? ofSum : 0)) / 2
}

/** The amounts of lines that a sum of them counts. */
export function countedAmounts(lines: readonly EffectLine[]): Amount[] {
  return lines.flatMap(({ amount, repeatOf }) => (amount && repeatOf === undefined ? [amount] : []))
}

/** Targets of sentences, then what the table of effects plans. */
function targetRows(item: PlanItem): ExpectedRow<'targets'>[] {
  const row = { item_no: item.no, measure: 'effect_yen', unit: '円', basis: 'planned', stated_result: null } as const
  const planned = (item.effects?.years ?? []).flatMap(({ fiscalYear, lines }) =>
    lines.flatMap(({ planned }) => (planned ? [{ ...row, fiscal_year: fiscalYear, value: planned.yen }] : [])),
  )
  return [...saidTargets(item), ...planned]
}

function saidTargets(item: PlanItem): ExpectedRow<'targets'>[] {
  return entriesOf(item).flatMap(({ entry }) =>
    (entry.targets ?? []).map(({ fiscalYear, measure, value, unit, statedResult }) => ({
      item_no: item.no,
      fiscal_year: fiscalYear,
      measure,
      value,
      unit,
      basis: 'target',
      stated_result: statedResult,
    })),
  )
}

/** What the entries of a year state of a kind, years in order. */
function statedByYear<T>(item: PlanItem, stated: (entry: Entry) => readonly T[] | undefined): { fiscalYear: number; values: readonly T[] }[] {
  return item.results.map(({ fiscalYear, groups }) => ({
    fiscalYear,
    values: groups.flatMap(({ entries }) => entries.flatMap((entry) => stated(entry) ?? [])),
  }))
}

function collectionRows(item: PlanItem, text: Restyled): ExpectedRow<'collections'>[] {
  return statedByYear(item, ({ claims }) => claims).flatMap(({ fiscalYear, values }) =>
    values.map(({ name, department, yen }, index) => ({
      item_no: item.no,
      fiscal_year: fiscalYear,
      claim_no: index + 1,
      claim: text(name),
      department: text(department),
      amount_yen: yen,
    })),
  )
}

function staffingRows(item: PlanItem): ExpectedRow<'staffing'>[] {
  const byDay = new Map(entriesOf(item).flatMap(({ entry }) => (entry.headCounts ?? []).map((count) => [count.day, count])))
  return [...byDay.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, planned, actual }) => ({ item_no: item.no, as_of: day, fiscal_year: fiscalYearOfDay(day), planned, actual, stated_result: null }))
}

function fiscalYearOfDay(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 4 ? year : year - 1
}

function reemploymentRows(item: PlanItem): ExpectedRow<'reemployment'>[] {
  return statedByYear(item, ({ reemployment }) => reemployment && [reemployment]).flatMap(({ fiscalYear, values }) =>
    values.map(({ fullTime, shortTime, retired }) => ({
      item_no: item.no,
      fiscal_year: fiscalYear,
      total: fullTime + shortTime,
      full_time: fullTime,
      short_time: shortTime,
      retirees: retired?.retirees ?? null,
      rehired: retired ? retired.fullTime + retired.shortTime : null,
      rehired_full_time: retired?.fullTime ?? null,
      rehired_short_time: retired?.shortTime ?? null,
    })),
  )
}

function surveyRows(item: PlanItem): ExpectedRow<'surveys'>[] {
  const growth = entriesOf(item).flatMap(({ entry }) => entry.growthScores ?? [])
  return statedByYear(item, ({ survey }) => survey && [survey]).flatMap(({ fiscalYear, values }) =>
    values.map(({ surveyed, responded, percent, score }) => ({
      item_no: item.no,
      fiscal_year: fiscalYear,
      surveyed,
      responded,
      published_percent: percent,
      computed_percent: percent,
      score,
      growth_score: growth.find((year) => year.fiscalYear === fiscalYear)?.score ?? null,
    })),
  )
}

function trainingRows(item: PlanItem, text: Restyled): ExpectedRow<'trainings'>[] {
  return statedByYear(item, ({ trainings }) => trainings).flatMap(({ fiscalYear, values }) => {
    const rows: ExpectedRow<'trainings'>[] = []
    const add = (kind: Training['kind'], course: string, session: string | null, part_of: number | null, participants: number | null) =>
      rows.push({ item_no: item.no, fiscal_year: fiscalYear, kind, training_no: rows.length + 1, course: text(course), session, part_of, participants })
    for (const { kind, course, sessions, participants, breakdown } of values) {
      if (sessions.length === 0) add(kind, course, null, null, participants)
      for (const session of sessions) add(kind, course, session.name, null, session.participants)
      const institute = rows.length
      for (const part of breakdown) add(kind, part.course, null, institute, part.participants)
    }
    return rows
  })
}

function assetRows(item: PlanItem, text: Restyled): ExpectedRow<'assets'>[] {
  return statedByYear(item, ({ assets }) => assets).flatMap(({ fiscalYear, values }) =>
    values.flatMap((asset) => assetAndRegions(item.no, fiscalYear, asset, text)),
  )
}

function assetAndRegions(no: number, fiscalYear: number, { kind, contracts, area, yen, method, regions }: Asset, text: Restyled): ExpectedRow<'assets'>[] {
  const row = { item_no: no, fiscal_year: fiscalYear, kind, region: null, contracts: null, area_m2: null, amount_yen: null, method: null }
  return [
    { ...row, contracts, area_m2: area, amount_yen: yen, method: method === null ? null : text(method) },
    ...regions.map((region) => ({ ...row, region: text(region.name), contracts: region.contracts })),
  ]
}

/** 再掲 in the results, then in the labels of effects, counted together for each year. */
function referenceRows(item: PlanItem): ExpectedRow<'itemReferences'>[] {
  const ofEffects = (item.effects?.years ?? []).map(({ fiscalYear, lines }) => ({ fiscalYear, values: lines.flatMap(({ repeatOf }) => repeatOf ?? []) }))
  const counts = new Map<number, number>()
  return [...statedByYear(item, ({ references }) => references), ...ofEffects].flatMap(({ fiscalYear, values }) =>
    values.map((referenced) => {
      const no = (counts.get(fiscalYear) ?? 0) + 1
      counts.set(fiscalYear, no)
      return { item_no: item.no, fiscal_year: fiscalYear, reference_no: no, referenced_item_no: referenced }
    }),
  )
}
