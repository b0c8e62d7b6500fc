import { countedAmounts, roundingOf } from './expected.ts'
import type { Amount, EffectLine, Effects, Entry, Plan, PlanItem, YearEffects } from './model.ts'
import { grouped, type MoneyUnit, moneyUnits } from './money.ts'
import type { Random } from './prng.ts'
import { amountIn, otherEffects, withLine } from './random-sums.ts'

/**
 * What people get wrong in such a document: a sum off by one of its parts, the years of two effects swapped, an effect of another item
 * counted again, a unit of one row, and how much more or less a sentence says.
 */
export const errorKinds = ['total', 'year', 'repeat', 'unit', 'difference'] as const

export type ErrorKind = (typeof errorKinds)[number]

/** A plan that is right but for one error, and the item that has it. */
export interface SownPlan {
  plan: Plan
  itemNo: number
}

/** A plan with one error of a kind that a second statement contradicts; undefined where chance found no place for it. */
export function sowError(kind: ErrorKind, plan: Plan, random: Random): SownPlan | undefined {
  const sown = plan.items.flatMap((item) => {
    const wrong = sowers[kind](random, item, plan)
    return wrong && isContradicted(wrong) ? [wrong] : []
  })
  if (sown.length === 0) return undefined
  const wrong = random.pick(sown)
  return { plan: { ...plan, items: plan.items.map((item) => (item.no === wrong.no ? wrong : item)) }, itemNo: wrong.no }
}

type Sower = (random: Random, item: PlanItem, plan: Plan) => PlanItem | undefined

const sowers: { readonly [K in ErrorKind]: Sower } = {
  total: wrongTotal,
  year: swappedYears,
  repeat: doubledRepeat,
  unit: wrongUnit,
  difference: wrongDifference,
}

/** Whether an item holds two statements of which one must be wrong. */
function isContradicted(item: PlanItem): boolean {
  return statedSums(item).some(isOff) || saidSums(item).some(({ said, parts }) => said !== sumOf(parts)) || differencesOff(item)
}

/** A sum as it is printed, and the amounts that it counts. */
interface StatedSum {
  sum: Amount
  parts: Amount[]
}

/** The sums that an item states: 総計, 計 of a year, and what the results of a year say was collected, sold and leased. */
function statedSums({ effects, results }: PlanItem): StatedSum[] {
  if (!effects) return []
  const total = effects.total?.amount ? [{ sum: effects.total.amount, parts: countedAmounts(effects.years.flatMap(({ lines }) => lines)) }] : []
  const ofYears = effects.years.flatMap(({ fiscalYear, lines, subtotal }) => {
    const parts = countedAmounts(lines)
    const entries = results.find((year) => year.fiscalYear === fiscalYear)?.groups.flatMap((group) => group.entries) ?? []
    const stated = entries.flatMap(({ claims = [], assets = [] }) => [...claims, ...assets].map(({ yen }) => yen))
    const paid = stated.length > 0 && parts.length > 0 ? [{ sum: { yen: sumOf(stated), unit: '円' } as const, parts }] : []
    return [...paid, ...(subtotal ? [{ sum: subtotal, parts }] : [])]
  })
  return [...total, ...ofYears]
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Whether a sum is further from its parts than rounding explains. */
function isOff({ sum, parts }: StatedSum): boolean {
  return Math.abs(sum.yen - sumOf(parts.map(({ yen }) => yen))) > roundingOf(sum, parts)
}

/** A sum in a sentence: its number and the parts that the same sentence lists. */
interface SaidSum {
  entry: Entry
  pattern: RegExp
  said: number
  parts: number[]
}

/** The sums of claims collected, of leases by area, and of staff taken on again. */
function saidSums({ results }: PlanItem): SaidSum[] {
  const entries = results.flatMap(({ groups }) => groups.flatMap((group) => group.entries))
  return entries.flatMap((entry) => {
    const { claims, assets, reemployment } = entry
    const leased = assets?.filter(({ kind }) => kind === 'lease').flatMap(({ regions }) => regions.map(({ contracts }) => contracts)) ?? []
    const rehired = reemployment ? [reemployment.fullTime, reemployment.shortTime] : []
    return [
      saidSum(entry, /(?<=納付額合計 )[\d,]+(?=円)/, claims?.map(({ yen }) => yen) ?? []),
      saidSum(entry, /(?<=有償貸付)[\d,]+(?=件)/, leased),
      saidSum(entry, /(?<=再任用職員は)[\d,]+(?=人)/, rehired),
    ].flat()
  })
}

function saidSum(entry: Entry, pattern: RegExp, parts: number[]): SaidSum[] {
  const number = pattern.exec(entry.text)?.[0]
  return number === undefined || parts.length === 0 ? [] : [{ entry, pattern, said: Number(number.replaceAll(',', '')), parts }]
}

/** One part more or less in a printed sum: 総計, the sum of a year, or one that a sentence says. */
function wrongTotal(random: Random, item: PlanItem): PlanItem | undefined {
  const said = saidSums(item)
  if (said.length > 0 && random.chance(0.5)) return wrongSaidSum(random, item, random.pick(said))
  return wrongEffectSum(random, item)
}

function wrongSaidSum(random: Random, item: PlanItem, { entry, pattern, said, parts }: SaidSum): PlanItem {
  const other = grouped(Math.abs(said + random.pick([-1, 1]) * random.pick(parts)))
  return withEntry(item, entry, { ...entry, text: entry.text.replace(pattern, () => other) })
}

function wrongEffectSum(random: Random, item: PlanItem): PlanItem | undefined {
  const { effects } = item
  if (!effects) return undefined
  const years = effects.years.filter(({ subtotal }) => subtotal)
  const { total } = effects
  if (total?.amount && (years.length === 0 || random.chance(0.7))) {
    const parts = countedAmounts(effects.years.flatMap(({ lines }) => lines))
    return { ...item, effects: { ...effects, total: { ...total, amount: offByOne(random, total.amount, parts) } } }
  }
  const [year] = years.length > 0 ? [random.pick(years)] : []
  if (!year?.subtotal) return undefined
  return { ...item, effects: withYear(effects, { ...year, subtotal: offByOne(random, year.subtotal, countedAmounts(year.lines)) }) }
}

function offByOne(random: Random, { yen, unit }: Amount, parts: readonly Amount[]): Amount {
  return amountIn(yen + random.pick([-1, 1]) * random.pick(parts).yen, unit)
}

function withYear(effects: Effects, changed: YearEffects): Effects {
  return { ...effects, years: effects.years.map((year) => (year.fiscalYear === changed.fiscalYear ? changed : year)) }
}

/** The years of two rows swapped: the heads where each year has one row, else a line of each. */
function swappedYears(random: Random, item: PlanItem): PlanItem | undefined {
  const { effects } = item
  const filled = effects?.years.filter(({ lines }) => countedAmounts(lines).length > 0) ?? []
  if (!effects || filled.length < 2) return undefined
  const [first, second] = random.some(filled, 2) as [YearEffects, YearEffects]
  const isPlain = [first, second].every(({ lines, subtotal }) => lines.length === 1 && !subtotal)
  const swapped = isPlain ? swapHeads(first, second) : swapLines(random, first, second)
  return { ...item, effects: { ...effects, years: effects.years.map((year) => swapped.get(year) ?? year) } }
}

function swapHeads(first: YearEffects, second: YearEffects): Map<YearEffects, YearEffects> {
  return new Map([
    [first, { ...first, fiscalYear: second.fiscalYear }],
    [second, { ...second, fiscalYear: first.fiscalYear }],
  ])
}

function swapLines(random: Random, first: YearEffects, second: YearEffects): Map<YearEffects, YearEffects> {
  const own = random.pick(first.lines)
  const other = random.pick(second.lines)
  const put = (year: YearEffects, from: EffectLine, to: EffectLine) => ({ ...year, lines: year.lines.map((line) => (line === from ? to : line)) })
  return new Map([
    [first, put(first, own, other)],
    [second, put(second, other, own)],
  ])
}

/** A mark of 再掲 left out, or an effect of another item said again without it. */
function doubledRepeat(random: Random, item: PlanItem, { items }: Plan): PlanItem | undefined {
  const { effects } = item
  if (!effects) return undefined
  const marked = effects.years.filter(({ lines }) => lines.some(({ repeatOf }) => repeatOf !== undefined))
  if (marked.length > 0) {
    const year = random.pick(marked)
    return { ...item, effects: withYear(effects, { ...year, lines: year.lines.map(withoutMark) }) }
  }
  const years = effects.years.filter(({ lines }) => countedAmounts(lines).length > 0).map(({ fiscalYear }) => fiscalYear)
  const others = otherEffects(items, item).filter(({ fiscalYear }) => years.includes(fiscalYear))
  if (others.length === 0) return undefined
  const { fiscalYear, label, amount } = random.pick(others)
  return { ...item, effects: withLine(effects, fiscalYear, { label, quantity: null, amount, parts: [] }) }
}

function withoutMark({ repeatOf, label, ...line }: EffectLine): EffectLine {
  return { ...line, label: label?.replace(/（No\.\d+再掲）$/, '') ?? null }
}

const plainUnits = { 円: 1, 千円: 1_000, 万円: 10_000, 百万円: 1_000_000, 億円: 100_000_000 } as const

/** One row with the right number and another unit. */
function wrongUnit(random: Random, item: PlanItem): PlanItem | undefined {
  const { effects } = item
  const years = effects?.years.filter(({ lines }) => countedAmounts(lines).length > 0) ?? []
  if (!effects || years.length === 0) return undefined
  const year = random.pick(years)
  const line = random.pick(year.lines.filter(({ amount, repeatOf }) => amount && repeatOf === undefined))
  const amount = inOtherUnit(random, line.amount as Amount)
  return amount && { ...item, effects: withYear(effects, { ...year, lines: year.lines.map((each) => (each === line ? { ...line, amount } : each)) }) }
}

function inOtherUnit(random: Random, { yen, unit }: Amount): Amount | undefined {
  if (!isPlain(unit)) return undefined
  const others = moneyUnits.filter(isPlain).filter((other) => other !== unit)
  const fitting = others
    .map((other) => ({ yen: (yen / plainUnits[unit]) * plainUnits[other], unit: other }))
    .filter((amount) => Number.isSafeInteger(amount.yen))
  return fitting.length > 0 ? random.pick(fitting) : undefined
}

function isPlain(unit: MoneyUnit): unit is keyof typeof plainUnits {
  return unit in plainUnits
}

const difference = /計画より(?<people>\d+)人(?<gap>多い|少ない)|前年度から(?<points>\d+)ポイント(?<change>上昇|低下)/
const opposites: Readonly<Record<string, string>> = { 多い: '少ない', 少ない: '多い', 上昇: '低下', 低下: '上昇' }

/** A sentence that says more for less, less for more, or another number of people or points, where the item states both numbers that it compares. */
function wrongDifference(random: Random, item: PlanItem): PlanItem | undefined {
  const sayings = item.results.flatMap(({ fiscalYear, groups }) =>
    groups.flatMap(({ entries }) => entries.filter((entry) => difference.test(entry.text) && isSaidTwice(item, fiscalYear, entry))),
  )
  if (sayings.length === 0) return undefined
  const wrong = random.pick(sayings)
  const text = wrong.text.replace(difference, (said) =>
    random.chance(0.5) ? said.replace(/多い|少ない|上昇|低下/, (way) => opposites[way] as string) : otherSize(random, said),
  )
  return withEntry(item, wrong, { ...wrong, text })
}

function otherSize(random: Random, said: string): string {
  return said.replace(/\d+/, (size) => String(Number(size) + random.int(1, 9)))
}

/** Whether plan and actual of an entry's day, or the scores of its year and the year before, stand in the item too. */
function isSaidTwice(item: PlanItem, fiscalYear: number, { headCounts, survey }: Entry): boolean {
  if (survey) return entriesOfYear(item, fiscalYear - 1).some((entry) => entry.survey)
  return item.review?.notAchieved.some((entry) => entry.headCounts?.some(({ day }) => day === headCounts?.[0]?.day)) ?? false
}

function entriesOfYear({ results }: PlanItem, fiscalYear: number): readonly Entry[] {
  return results.filter((year) => year.fiscalYear === fiscalYear).flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))
}

function withEntry(item: PlanItem, from: Entry, to: Entry): PlanItem {
  const results = item.results.map((year) => ({
    ...year,
    groups: year.groups.map((group) => ({ ...group, entries: group.entries.map((entry) => (entry === from ? to : entry)) })),
  }))
  return { ...item, results }
}

/** Whether a sentence that says how much more or less is not what the numbers of the item give. */
function differencesOff(item: PlanItem): boolean {
  return item.results.some(({ fiscalYear }) =>
    entriesOfYear(item, fiscalYear).some((entry) => {
      const said = difference.exec(entry.text)?.groups
      const stated = entry.survey ? changeOf(item, fiscalYear, entry.survey.score) : gapOf(entry)
      if (!said || stated === undefined || !isSaidTwice(item, fiscalYear, entry)) return false
      const size = Number(said.people ?? said.points)
      return stated !== (/多い|上昇/.test(said.gap ?? said.change ?? '') ? size : -size)
    }),
  )
}

function changeOf(item: PlanItem, fiscalYear: number, score: number): number | undefined {
  const before = entriesOfYear(item, fiscalYear - 1).find(({ survey }) => survey)?.survey
  return before && score - before.score
}

function gapOf({ headCounts }: Entry): number | undefined {
  const [count] = headCounts ?? []
  return count && count.actual - count.planned
}
