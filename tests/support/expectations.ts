import { expect } from 'vitest'
import { countedAmounts, expectedRows, expectedTables, roundingOf } from '../../tools/generate/expected.ts'
import { entriesOf, type Plan, type PlanItem } from '../../tools/generate/model.ts'
import type { Page } from '../../tools/generate/render.ts'
import type { Style } from '../../tools/generate/style.ts'
import { columnsOf, type GeneratedReading } from './generated.ts'

/** Expects every table to hold what the plan was generated with, texts in the characters of the style. */
export function expectSameRows({ rows }: GeneratedReading, plan: Plan, style: Style): void {
  const expected = expectedRows(plan, style)
  for (const table of expectedTables) expect(columnsOf(rows[table], expected[table][0]), table).toEqual(expected[table])
}

/** Expects no letter and no number unread, and no message but for totals that are printed wrong. */
export function expectAllRead({ rows, coverage, report }: GeneratedReading, plan: Plan, style: Style): void {
  const wrong = wrongTotals(plan, style)
  expect(report.file.messages.map(({ ruleId, reason }) => [ruleId, reason]).filter(([ruleId]) => ruleId !== 'check-differs')).toEqual([])
  expect(rows.checks.filter(({ outcome }) => outcome !== 'agrees').map(({ rule, item_no }) => [rule, item_no])).toEqual(wrong)
  expect(coverage.readLetters).toBe(coverage.letters)
  expect(rows.figures.filter(({ role, reason }) => role === null || reason === 'unread')).toEqual([])
}

/** The checks that must differ, one for each sum of a total that is printed wrong by more than rounding explains. */
function wrongTotals(plan: Plan, style: Style): [string, number][] {
  return expectedRows(plan, style).effectTotals.flatMap((total) => {
    const off = Math.abs((total.published_yen ?? 0) - (total.computed_yen ?? 0))
    const wrong = [off > roundingOfTotal(plan, total.item_no), total.published_quantity !== total.computed_quantity]
    return wrong.filter((isWrong) => isWrong).map((): [string, number] => ['effect-total', total.item_no])
  })
}

function roundingOfTotal({ items }: Plan, itemNo: number): number {
  const effects = items.find(({ no }) => no === itemNo)?.effects
  const lines = effects?.years.flatMap((year) => year.lines) ?? []
  return effects?.total?.amount ? roundingOf(effects.total.amount, countedAmounts(lines)) : 0
}

/** Expects that a page left out changes no row of another item, leaves nothing foreign in its own, and is reported. */
export function expectMissingPage(reading: GeneratedReading, plan: Plan, style: Style, left: readonly Page[], missing: Page): void {
  const itemNo = missing.itemNo as number
  expectOthersUnchanged(reading, plan, style, itemNo)
  expectNothingForeign(reading, plan, style, itemNo)
  if (isNoticeable(plan, style, left, missing)) expect(reportsMissing(reading, itemNo), `report of No.${itemNo} ${missing.part}`).toBe(true)
}

function expectOthersUnchanged({ rows }: GeneratedReading, plan: Plan, style: Style, missing: number): void {
  const expected = expectedRows(plan, style)
  for (const table of expectedTables) {
    const others = expected[table].filter(({ item_no }) => item_no !== missing)
    const read = (rows[table] as readonly { item_no: number }[]).filter(({ item_no }) => item_no !== missing)
    expect(columnsOf(read, expected[table][0]), table).toEqual(others)
  }
}

/** What is left of the item itself is as it was generated, too. */
function expectNothingForeign({ rows }: GeneratedReading, plan: Plan, style: Style, missing: number): void {
  const expected = expectedRows(plan, style)
  for (const table of ['initiatives', 'schedules', 'results', 'reviews', 'effects'] as const) {
    const own = (rows[table] as readonly { item_no: number }[]).filter(({ item_no }) => item_no === missing)
    for (const row of columnsOf(own, expected[table][0])) expect(expected[table], `${table} of the item`).toContainEqual(row)
  }
}

function reportsMissing({ rows, report }: GeneratedReading, itemNo: number): boolean {
  const isMissing = rows.checks.some(({ rule, outcome, item_no }) => outcome === 'missing' && rule !== 'reference-counterpart' && item_no === itemNo)
  return isMissing || report.file.messages.some(({ ruleId }) => ruleId === 'unowned-section')
}

/** Whether the rest of the document tells that a page is gone: not for effects that nothing speaks of, nor for a first or last item without a trace. */
function isNoticeable(plan: Plan, style: Style, left: readonly Page[], { itemNo, part }: Page): boolean {
  const item = plan.items.find(({ no }) => no === itemNo) as PlanItem
  if (part === 'effects') return statesMoney(item) && plan.items.some((other) => other !== item && other.effects)
  const hasTrace = left.some((page) => page.itemNo === itemNo) || (itemNo !== 1 && itemNo !== plan.items.length)
  return hasTrace || style.contents === 'present'
}

function statesMoney(item: PlanItem): boolean {
  return entriesOf(item).some(({ entry }) => entry.claims ?? entry.assets ?? entry.targets?.some(({ measure }) => measure === 'effect_yen'))
}
