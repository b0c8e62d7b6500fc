import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { effectKindNames } from '../../../loaders/warehouse/marts/effects.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, figureHref } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { formatYen } from '../../format/numbers.ts'
import { yearRange } from '../../format/years.ts'
import type { Html, Phrase } from '../../markup/html.ts'
import { joinWords, phrase } from '../../markup/html.ts'
import { ItemNos, sourceLines } from '../item-links.ts'

/** Kinds of effect in the words of the pages. */
export const kindNames: Readonly<Record<string, string>> = effectKindNames

/** Kinds of effect in the colours of the pages: donations stand back. */
export const kindColours = { saving: 'var(--series-1)', donation: 'var(--series-6)' } as const

/** Effects of a kind ('all': of all kinds) in the last year that states any effect. */
export function latestOfKind(warehouse: Warehouse, kind: 'all' | 'donation' | 'saving'): MartRow<'effect_years_by_kind'> | undefined {
  const rows = warehouse.mart('effect_years_by_kind')
  const last = rows.filter((row) => row.kind === 'all' && row.amount_yen !== null).at(-1)
  return last && rows.find((row) => row.kind === kind && row.fiscal_year === last.fiscal_year && row.amount_yen !== null)
}

/** Effects of a kind in the last year that states any of that kind. */
export function lastOfKind(warehouse: Warehouse, kind: 'all' | 'donation' | 'saving'): MartRow<'effect_years_by_kind'> | undefined {
  return warehouse
    .mart('effect_years_by_kind')
    .filter((row) => row.kind === kind && row.amount_yen !== null)
    .at(-1)
}

/** An amount in the unit that fits its size, answering for itself. */
export function Yen(page: PageContext, fact: NumberFact | undefined): Phrase {
  return FactNumber(page, fact, formatYen(fact?.value ?? null))
}

/** Where a fact leads from a chart: to its words where one number states it, else to the table that has its receipt. */
export function chartHref(fact: NumberFact | undefined, table: string): string {
  return fact?.kind === 'read' ? figureHref(fact.figure.figure_no) : table
}

/** Where the effects stand that are in the sums: not those counted under another item, nor those of items that cannot be summed up. */
export function countedEffectLines(warehouse: Warehouse): Html {
  const open = new Set(warehouse.table('items').flatMap(({ item_no, effects_open }) => (effects_open === null ? [] : [item_no])))
  return sourceLines(warehouse.table('effects').filter(({ item_no, is_repeat }) => !is_repeat && !open.has(item_no)))
}

/** What cards on effects are about: 取組による効果、大崎市、令和2–4年度 (2020–2022)、金額は円. */
export function scopeWords({ warehouse: { plan } }: PageContext): string {
  return ['取組による効果', plan.municipality ?? plan.title ?? '', yearRange(plan.first_fiscal_year, plan.last_fiscal_year), '金額は円']
    .filter(Boolean)
    .join('、')
}

/** The items whose effect is called otherwise than in the year before: their change is no growth of one thing. */
export function unlikeNote({ warehouse }: PageContext, items?: readonly number[]): Phrase | undefined {
  const rows = warehouse.mart('effect_item_years').filter(({ item_no }) => items?.includes(item_no) ?? true)
  const unlike = [...new Set(rows.flatMap(({ item_no, is_like_before }) => (is_like_before === false ? [item_no] : [])))]
  if (unlike.length === 0) return undefined
  return phrase`${ItemNos(unlike)}は年度によって効果の名前が違う。増減率は、同じものの増減とは限らない。`
}

/** A year's amount with its change on the year before, led by words: 12.9億円、前年度比+77.2%. */
export function AmountAndChange(page: PageContext, row: MartRow<'effect_years_by_kind'>, lead = '、前年度比'): Phrase {
  const percent = page.fact(row, 'change_percent')
  return joinWords([Yen(page, page.fact(row, 'amount_yen')), percent && phrase`${lead}${FactNumber(page, percent)}`])
}
