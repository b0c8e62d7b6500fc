import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { OtherItemName, OtherPlanName } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { joinWords, type Phrase, phrase } from '../../markup/html.ts'

/** What became of an item in another plan: the same item there, or that there is none. */
export type ItemLine = MartRow<'item_lines'>

/** The side of a plan that another one is on. */
export type Side = 'before' | 'after'

/** What became of an item in the plan before, or in the one after; empty where that plan is not known or shares no item with this one. */
export function linesOn(page: PageContext, { plan_id, item_no }: Pick<Row<'items'>, 'plan_id' | 'item_no'>, side: Side): ItemLine[] {
  return page.warehouse.mart('item_lines').filter((row) => row.plan_id === plan_id && row.item_no === item_no && row.side === side)
}

/** The same items in another plan by their numbers and names, linked; undefined where it has none. */
export function OtherItems(page: PageContext, lines: readonly ItemLine[]): Phrase | undefined {
  const others = lines.flatMap(({ other_plan_id: planId, other_item_no: itemNo }) => (itemNo === null ? [] : [OtherItemName(page, { planId, itemNo })]))
  return others.length === 0 ? undefined : joinWords(others, '、')
}

/** Where an item comes from and where it goes on, in sentences; undefined where no other plan is known that shares items with its plan. */
export function LineWords(page: PageContext, item: Row<'items'>): Phrase | undefined {
  const [before, after] = [BeforeWords(page, linesOn(page, item, 'before')), AfterWords(page, linesOn(page, item, 'after'))]
  return before || after ? phrase`${before}${after}` : undefined
}

/** 「第5次…のNo.17 滞納整理の推進から続く。」, that it was split off, or that it began with this plan. */
function BeforeWords(page: PageContext, lines: readonly ItemLine[]): Phrase | undefined {
  const [line] = lines
  if (!line) return undefined
  const others = OtherItems(page, lines)
  if (!others) return phrase`このプランで始まった。`
  return phrase`${OtherPlanName(page, line.other_plan_id)}の${others}から${line.items_here > 1 ? '分かれた' : '続く'}。`
}

/** The same of the plan after: that it goes on there, is split there, or is not there. */
function AfterWords(page: PageContext, lines: readonly ItemLine[]): Phrase | undefined {
  const [line] = lines
  if (!line) return undefined
  const [plan, others] = [OtherPlanName(page, line.other_plan_id), OtherItems(page, lines)]
  if (!others) return phrase`次のプラン (${plan}) にはない。`
  return phrase`${plan}の${others}に${line.items_there > 1 ? '分かれた' : '続く'}。`
}
