import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { comparisonNames, effectKindNames } from '../../../loaders/warehouse/marts/effects.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, factCell, figureHref } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { AnyNumberFact, NumberFact } from '../../facts/fact.ts'
import { sayableChange } from '../../format/changes.ts'
import { formatYen, noData } from '../../format/numbers.ts'
import { yearRange } from '../../format/years.ts'
import { formatYenIn, type YenUnit } from '../../format/yen-units.ts'
import { type Html, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import { ItemNos, sourceLines } from '../item-links.ts'

/** Kinds of effect in the words of the pages. */
export const kindNames: Readonly<Record<string, string>> = effectKindNames

/** The parts of all effects by what they can be compared with, in the order of the pages: first what can be compared. */
export const comparisons = ['comparable', 'varying', 'donation'] as const

/** One of these parts, or all of them together. */
export type Comparison = (typeof comparisons)[number] | 'all'

/** The parts in the words of the pages. */
export const comparisonWords: Readonly<Record<string, string>> = comparisonNames

/** The parts in the colours of the pages: what can be compared in front, donations back. */
export const comparisonColours = { comparable: 'var(--series-1)', varying: 'var(--series-4)', donation: 'var(--series-6)' } as const

/** Why a change is not stated as a rate, in the words of the pages. */
export const notCompared = '比較しない (効果の内容が年度で違う)'

/** A part of the effects in a fiscal year. */
export type ComparisonYear = MartRow<'effect_years_by_comparison'>

/** A part of the effects in every year that states any effect; nothing where the plan has no such part. */
export function yearsOf(warehouse: Warehouse, comparison: Comparison): ComparisonYear[] {
  return warehouse.mart('effect_years_by_comparison').filter((row) => row.comparison === comparison)
}

/** The same in the last of these years. */
export function latestOf(warehouse: Warehouse, comparison: Comparison): ComparisonYear | undefined {
  return yearsOf(warehouse, comparison).at(-1)
}

/** The parts that a plan has. */
export function partsOf(warehouse: Warehouse): readonly (typeof comparisons)[number][] {
  return comparisons.filter((comparison) => latestOf(warehouse, comparison))
}

/** These parts in the last of the years. */
export function latestParts(warehouse: Warehouse): ComparisonYear[] {
  return partsOf(warehouse).flatMap((part) => latestOf(warehouse, part) ?? [])
}

/** What can be compared, in the years that state any of it. */
export function comparableYears(warehouse: Warehouse): ComparisonYear[] {
  return yearsOf(warehouse, 'comparable').filter(({ amount_yen }) => amount_yen !== null)
}

/** An amount in the unit that fits its size, answering for itself. */
export function Yen(page: PageContext, fact: NumberFact | undefined): Phrase {
  return FactNumber(page, fact, formatYen(fact?.value ?? null))
}

/** An amount in a unit that it shares with others, answering for itself. */
export function YenIn(page: PageContext, unit: YenUnit, fact: NumberFact | undefined): Phrase {
  return FactNumber(page, fact, fact && formatYenIn(unit, fact.value))
}

/** What can be said of the change of effects on the year before. */
interface Change {
  comparison?: string
  previous_yen: number | null
  change_yen: number | null
  change_percent: number | null
  is_like_before: boolean | null
}

/** Why a change has no rate; undefined where it has one, or there is no year before. */
function whyNoRate({ comparison, change_yen, change_percent, is_like_before }: Change): string | undefined {
  if (change_yen === null || change_percent !== null) return undefined
  if (comparison === 'all') return '比較しない (内容の違う効果の合計)'
  if (comparison === 'comparable' && is_like_before === false) return '比較しない (効果のある項目が年度で違う)'
  if (comparison === 'varying') return notCompared
  return is_like_before ? '比較しない (前年度が0円以下)' : notCompared
}

/** A change as the label of a bar says it behind the amount: 84.1%減, or that it is not compared; rates over ±1,000% are left to tables. */
export function changeLabel(row: Change): string | undefined {
  if (row.change_percent !== null) return sayableChange(row.change_percent)
  return whyNoRate(row) && '比較しない'
}

/** A rate of change as a cell of a table, or why there is none. */
export function rateCell<R extends Change & object>(page: PageContext, row: R): Cell {
  return whyNoRate(row) ?? (row.change_percent === null ? noData : factCell(page, page.fact(row, 'change_percent')))
}

/** Where a fact leads from a chart: to its words where one number states it, else to the table that has its receipt. */
export function chartHref(fact: AnyNumberFact | undefined, table: string): string {
  return fact?.kind === 'read' ? figureHref(fact.figure.figure_no) : table
}

/** Where the effects stand that are in the sums: not those counted under another item, nor those of items that cannot be summed up. */
export function countedEffectLines(warehouse: Warehouse): Html {
  const open = new Set(warehouse.table('items').flatMap(({ item_no, effects_open }) => (effects_open === null ? [] : [item_no])))
  return sourceLines(
    { warehouse },
    warehouse.table('effects').filter(({ item_no, is_repeat }) => !is_repeat && !open.has(item_no)),
  )
}

/** What cards on effects are about: 取組による効果、大崎市、令和2–4年度 (2020–2022)、表の金額は円. */
export function scopeWords({ warehouse: { plan } }: PageContext): string {
  return ['取組による効果', plan.municipality ?? plan.title ?? '', yearRange(plan.first_fiscal_year, plan.last_fiscal_year), '表の金額は円']
    .filter(Boolean)
    .join('、')
}

/** The effects in yen of each item, kind of effect and year. */
export function effectYears(warehouse: Warehouse): (MartRow<'effect_years'> & { readonly amount_yen: number })[] {
  return warehouse.mart('effect_years').filter((row): row is MartRow<'effect_years'> & { readonly amount_yen: number } => row.amount_yen !== null)
}

/** The items of a part. */
export function itemsOf(warehouse: Warehouse, comparison: Comparison): number[] {
  return [...new Set(effectYears(warehouse).flatMap((row) => (row.comparison === comparison ? [row.item_no] : [])))]
}

/** The items whose effect is called otherwise than in the year before: their change is no growth of one thing. */
export function varyingNote(page: PageContext): Phrase | undefined {
  const items = itemsOf(page.warehouse, 'varying')
  return items.length === 0 ? undefined : phrase`${ItemNos(page, items)}は年度によって効果の内容が違うので、前年度と比較しない。`
}

/** An item's printed number and title, and the kind of its effect where it has both. */
export function effectName(warehouse: Warehouse, row: { item_no: number; kind: string }): string {
  const isOnly = effectYears(warehouse).every(({ item_no, kind }) => item_no !== row.item_no || kind === row.kind)
  const name = warehouse.itemName(row.item_no)
  return isOnly ? name : `${name} (${kindNames[row.kind] ?? row.kind})`
}
