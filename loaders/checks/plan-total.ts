import { grouped } from '../document/grouped.ts'
import { isCutNote } from '../records/effect-notes.ts'
import { roundedFrom, roundingOf, roundingYen } from '../records/effect-rounding.ts'
import { type EffectRecord, effects, openEffects } from '../records/effects.ts'
import { planEffects } from '../records/plan-effects.ts'
import { type PlanMoney, planStatements } from '../records/plan-statements.ts'
import type { Context } from '../records/reading.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import { compare, type Finding, operand, type Rule } from './check.ts'

/** The plan's 効果額 of a year = the sum of its items' effects of that year; only where it is stated for the whole plan. */
export const planTotal = {
  id: 'plan-total',
  title: 'プラン全体の効果額 = 各項目の合計',
  tables: [effects, planEffects],
  compares: true,
  *find(context) {
    if (context.items.some((item) => openEffects(item).length > 0)) return
    const statements = planStatements(context.document).filter(({ isOfWholePlan }) => isOfWholePlan)
    const money = statements.flatMap((statement) => statement.money.filter(isTotal))
    for (const [fiscalYear, stated] of grouped(money, (each) => each.fiscalYear)) {
      if (fiscalYear !== null) yield* findings(fiscalYear, stated, context)
    }
  },
} as const satisfies Rule

function isTotal({ measure, basis, amount }: PlanMoney): boolean {
  return measure === 'total' && basis === 'actual' && amount.yen !== undefined
}

function* findings(fiscalYear: number, stated: readonly PlanMoney[], context: Context): Generator<Finding> {
  const lines = context.rows(effects).filter((row) => row.fiscal_year === fiscalYear && row.part_of === null && !row.is_repeat)
  const computed = lines.flatMap((row) => operand(nameOf(row, context.items), row.amount_yen, row.amount_yen_figure_no))
  if (computed.length === 0) return
  const ofItems = sumOf(context.items.map((item) => roundingYen(item, context.document, fiscalYear)))
  const isCut = context.document.unread.some(({ words }) => isCutNote(words.form))
  for (const { amount } of stated) {
    yield compare({
      at: { item_no: null, fiscal_year: fiscalYear, words: amount.words },
      statement: `${eraYear(fiscalYear)}のプラン全体の効果額と各項目の合計 (円)`,
      published: operand('プラン全体の効果額', amount.yen ?? null, amount.words),
      formula: 'sum',
      computed,
      rounding: ofItems + ownRounding(amount, isCut),
    })
  }
}

/** Yen by which the plan's own amount may be off because it is rounded. */
function ownRounding({ stepYen = 0 }: PlanMoney['amount'], isCut: boolean): number {
  return stepYen < roundedFrom ? 0 : roundingOf(stepYen, isCut)
}

function nameOf({ item_no, label }: EffectRecord, items: Context['items']): string {
  const item = itemLabel(item_no, items.find(({ no }) => no === item_no)?.code)
  return label === null ? item : `${item} ${label}`
}
