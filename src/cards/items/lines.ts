import { OtherItemName, OtherPlanName } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { itemCell } from '../item-links.ts'
import { type ItemLine, linesOn, OtherItems, type Side } from './line-words.ts'

const sideNames = { before: '前のプラン', after: '次のプラン' } as const
const absent = { before: 'このプランで始まった', after: '次のプランにない' } as const

/** 前後のプランとの対応: which items go on from the plan before and in the one after, which begin, end or are split. Nothing where no other plan shares an item. */
export function itemLinesCard(page: PageContext): Card | undefined {
  const { plan } = page.warehouse
  const lines = page.warehouse.mart('item_lines')
  const sides = (['before', 'after'] as const).filter((side) => lines.some((line) => line.plan_id === plan.plan_id && line.side === side))
  if (sides.length === 0) return undefined
  const items = page.warehouse.table('items')
  const ended = sides.includes('before')
    ? lines.filter((line) => line.side === 'after' && line.other_plan_id === plan.plan_id && line.other_item_no === null)
    : []
  return {
    id: 'item-lines',
    tables: ['items'],
    finding: joinWords(
      sides.map((side) => countsInWords(page, side)),
      '、',
    ),
    scope: phrase`${joinWords(
      sides.map((side) => phrase`${sideNames[side]}は${joinWords(plansOn(page, side), '、')}`),
      '、',
    )}。同じ項目とするのは、番号と名前が同じものと、plan.json の same_as にあるもの。`,
    table: {
      head: ['項目', ...sides.map((side) => sideNames[side])],
      rows: [
        ...items.map((item) => [itemCell(page, item), ...sides.map((side) => otherCell(page, linesOn(page, item, side), side))]),
        ...ended.map((line) => ['(このプランにない)', ...sides.map((side) => (side === 'before' ? endedCell(page, line) : ''))]),
      ],
    },
    source: html`${joinWords(
      sides.flatMap((side) => plansOn(page, side)),
      '、',
    )}`,
  }
}

/** The plans on a side: one, unless an item goes on from or in another than most. */
function plansOn(page: PageContext, side: Side): Phrase[] {
  const { plan } = page.warehouse
  const lines = page.warehouse.mart('item_lines').filter((line) => line.plan_id === plan.plan_id && line.side === side)
  return [...new Set(lines.map(({ other_plan_id }) => other_plan_id))].map((planId) => OtherPlanName(page, planId))
}

/** 前のプランから続くのは8項目、このプランで始まったのは4項目. */
function countsInWords(page: PageContext, side: Side): string {
  const items = page.warehouse.table('items')
  const known = items.filter((item) => linesOn(page, item, side).some(({ other_item_no }) => other_item_no !== null)).length
  const going = side === 'before' ? `前のプランから続くのは${known}項目` : `次のプランに続くのは${known}項目`
  return known === items.length ? going : `${going}、${absent[side]}のは${items.length - known}項目`
}

function otherCell(page: PageContext, lines: readonly ItemLine[], side: Side): Cell {
  const others = OtherItems(page, lines)
  const [line] = lines
  if (!others || !line) return absent[side]
  const isSplit = side === 'before' ? line.items_here > 1 : line.items_there > 1
  const words = isSplit ? phrase`${others} (${side === 'before' ? '分かれた' : '分かれる'})` : others
  return { value: words.plain, shown: words }
}

/** An item of the plan before that is not in this one. */
function endedCell(page: PageContext, { plan_id: planId, item_no: itemNo }: ItemLine): Cell {
  const name = OtherItemName(page, { planId, itemNo })
  return { value: name.plain, shown: name }
}
