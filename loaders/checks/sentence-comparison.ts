import { grouped } from '../document/grouped.ts'
import { type AmountClaim, amountClaims, type Bound } from '../records/amount-claims.ts'
import { type AssetRecord, addendsOf, assets } from '../records/assets.ts'
import { roundingYen } from '../records/effect-rounding.ts'
import { effectRows } from '../records/effect-rows.ts'
import { type EffectRecord, effects, openEffects } from '../records/effects.ts'
import type { Context } from '../records/reading.ts'
import { results } from '../records/results.ts'
import { reviews } from '../records/reviews.ts'
import { type StaffingRecord, staffing } from '../records/staffing.ts'
import { type TargetRecord, targets } from '../records/targets.ts'
import type { Item } from '../structure/item.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, type Finding, type Operand, operand, type Rule, yearOf } from './check.ts'

/**
 * What a sentence says of an amount (7億9千万を超える寄附額となった, 効果は目標額の5,100万円に届かなかった, 計画人数を下回る職員数となった) = what the tables of
 * the item have for that year. Only where both sides can be about one thing alone.
 */
export const sentenceComparison = {
  id: 'sentence-comparison',
  title: '文の「超えた・届かなかった」 = 表の数字の合計',
  tables: [effects, assets, staffing, targets],
  compares: true,
  find(context) {
    const claimed = claimsOf(context)
    if (claimed.length === 0) return []
    const sidesOf = sidesFinder(context)
    return claimed.flatMap(({ item, claim }) => claim.fiscalYears.flatMap((year) => finding(item, year, claim, sidesOf(item, year, claim))))
  },
} as const satisfies Rule

/** The claims of the items' results, and of what their reviews say was achieved or not. */
function claimsOf({ items, rows }: Context): { item: Item; claim: AmountClaim }[] {
  const resultsOf = grouped(rows(results), ({ item_no }) => item_no)
  const reviewsOf = grouped(rows(reviews), ({ item_no }) => item_no)
  return items.flatMap((item) => {
    const ofResults = (resultsOf.get(item.no) ?? []).flatMap(({ words, fiscal_year }) => amountClaims(item, words, fiscal_year))
    const ofReviews = (reviewsOf.get(item.no) ?? []).flatMap(({ kind, words }) => (kind === 'next' ? [] : amountClaims(item, words, undefined)))
    return [...ofResults, ...ofReviews].map((claim) => ({ item, claim }))
  })
}

/** The two sides of a claim, in one unit. */
interface Sides {
  unit: Unit
  published: readonly Operand[]
  computed: readonly Operand[]
  rounding: number
}

type Unit = '円' | '人'

function finding(item: Item, fiscal_year: number, { name, relation, words }: AmountClaim, sides: Sides | undefined): Finding[] {
  if (!sides || sides.published.length === 0 || sides.computed.length === 0) return []
  const { unit, ...compared } = sides
  const statement = `文の「${words.text}」と表の${name} (${unit})`
  return [compare({ at: { item_no: item.no, fiscal_year, words }, statement, formula: 'sum', relation, ...compared })]
}

/**
 * Finds both sides of a claim for a year; undefined where the tables do not have them, or where they could be of
 * something else.
 */
function sidesFinder({ rows, document }: Context): (item: Item, year: number, claim: AmountClaim) => Sides | undefined {
  const linesOf = grouped(
    rows(effects).filter(({ part_of }) => part_of === null),
    yearOf,
  )
  const assetsOf = grouped(
    rows(assets).filter(({ region }) => region === null),
    yearOf,
  )
  const countsOf = grouped(rows(staffing), yearOf)
  const targetsOf = grouped(
    rows(targets).filter(({ measure }) => measure === 'effect_yen'),
    yearOf,
  )
  return (item, year, claim) => {
    const key = yearOf({ item_no: item.no, fiscal_year: year })
    const { subject, bound } = claim
    if (!isOfEachYear(claim)) return undefined
    if (subject === 'staff') return staffSides(countsOf.get(key) ?? [], bound)
    if (subject === 'sale' || subject === 'lease') {
      const ofKind = (assetsOf.get(key) ?? []).filter(({ kind }) => kind === subject)
      return { unit: '円', published: numberOf(bound, '円'), computed: ofKind.flatMap((asset) => assetOperands(asset, claim.name)), rounding: 0 }
    }
    const lines = linesOf.get(key) ?? []
    if (openEffects(item).length > 0 || !areOfClaim(lines, claim)) return undefined
    const published = {
      number: () => numberOf(bound, '円'),
      plan: () => plannedOperands(item, year, lines.length),
      target: () => targetOperands(targetsOf.get(key) ?? [], claim),
    }[bound.kind]()
    const computed = lines.flatMap(({ label, amount_yen, amount_yen_figure_no }) => operand(label ?? eraYear(year), amount_yen, amount_yen_figure_no))
    return { unit: '円', published, computed, rounding: roundingYen(item, document, year) }
  }
}

/**
 * Whether a claim says so of each of its years. An amount of several years may be meant together: of these only that
 * they missed a target, since each then missed it too. A day's staff is never added up.
 */
function isOfEachYear({ fiscalYears, isSpan, subject, bound, relation }: AmountClaim): boolean {
  if (fiscalYears.length === 1 || (bound.kind === 'plan' && subject === 'staff')) return true
  return !isSpan && bound.kind === 'number' && bound.isTarget && (relation === 'under' || relation === 'at_most')
}

/** A day's head count against its plan or a number; none where the year has several. */
function staffSides(counts: readonly StaffingRecord[], bound: Bound): Sides | undefined {
  const [count, ...more] = counts
  if (!count || more.length > 0) return undefined
  const planned = count.planned_figure_no ? operand('計画', count.planned, count.planned_figure_no) : []
  const published = bound.kind === 'plan' ? planned : numberOf(bound, '人')
  return { unit: '人', published, computed: operand('実績', count.actual, count.actual_figure_no), rounding: 0 }
}

function numberOf(bound: Bound, unit: Unit): Operand[] {
  if (bound.kind !== 'number' || bound.unit !== unit) return []
  return bound.numbers.flatMap(({ value, words }) => operand(bound.isTarget ? '目標' : '文の数字', value, words))
}

function assetOperands(asset: AssetRecord, name: string): Operand[] {
  return addendsOf(asset, 'amount_yen').map((addend) => ({ name, ...addend }))
}

/**
 * Whether the lines of a year are together what a claim names: gains of its kind that no other item counts, one alone
 * where it has more words for it.
 */
function areOfClaim(lines: readonly EffectRecord[], { subject, name, isOfTitle }: AmountClaim): boolean {
  if (lines.length === 0 || (isOfTitle && lines.length > 1)) return false
  const isOfKind = ({ label, kind }: EffectRecord) => subject === 'effect' || kind === subject || label?.includes(name) === true
  return lines.every((line) => line.amount_yen !== null && line.amount_yen >= 0 && !line.is_repeat && isOfKind(line))
}

/** The planned amounts that the effects table has for a year beside each of its lines. */
function plannedOperands(item: Item, year: number, lines: number): Operand[] {
  const planned = effectRows(item)
    .filter((row) => row.year === year && !row.isSubtotal)
    .flatMap((row) => row.lines.filter(({ role, isPart, isOpen }) => role === 'planned' && !isPart && !isOpen))
    .flatMap(({ amount }) => (amount?.yen === undefined ? [] : operand('計画', amount.yen, amount.words)))
  return planned.length === lines ? planned : []
}

const longestSentence = 100

/**
 * The one target of a year, where the words before its number say that it is one for the same amount: 寄附額の目標を8億円とした.
 */
function targetOperands(stated: readonly TargetRecord[], { name }: AmountClaim): Operand[] {
  const [target, ...more] = stated
  if (!target || more.length > 0) return []
  const { source } = target.words
  const at = target.words.cleanIndex(0)
  const lead = source.form.slice(Math.max(0, at - longestSentence), at)
  return lead.slice(lead.search(/[^。\n\t]*$/)).includes(name) ? operand('目標', target.value, target.value_figure_no) : []
}
