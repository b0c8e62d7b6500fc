import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { factCell, factInFull } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { formatYen } from '../../format/numbers.ts'
import { eraYear } from '../../format/years.ts'
import { joinWords } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import { itemCell } from '../item-links.ts'
import { noActual, nothingOf, resultCell, TargetOutcomes } from '../ratings/targets.ts'
import { mostRows, type SheetPart } from './part.ts'

type Target = MartRow<'item_targets'>

/** Which results are shown first where there is no room for all. */
const order = ['missed', 'met', 'fewer', 'more', 'as_planned', 'unmatched', 'ahead', 'unstated']

/** Targets and planned head counts against what came of them, those missed first; undefined where the document states none. */
export function targetsPart(page: PageContext): SheetPart | undefined {
  const targets = page.warehouse.mart('item_targets')
  if (targets.length === 0) return undefined
  const sorted = [...targets].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result) || b.fiscal_year - a.fiscal_year)
  const outcomes = TargetOutcomes(page)
  return {
    id: 'targets',
    title: '目標と実績',
    finding: [outcomes.length > 0 ? joinWords(outcomes, '。') : noActual, '。'],
    table: { head: ['項目', '年度', '目標・計画', '実績', '結果'], rows: sorted.slice(0, mostRows).map((target) => row(page, target)) },
    others: { rows: sorted.slice(mostRows), href: '/ratings.html#targets' },
  }
}

function row(page: PageContext, target: Target): Cell[] {
  return [
    itemCell(page, target),
    eraYear(target.fiscal_year),
    numberCell(page, page.fact(target, 'target'), notGiven),
    numberCell(page, page.fact(target, 'actual'), nothingOf(target)),
    resultCell(target),
  ]
}

function numberCell(page: PageContext, fact: NumberFact | undefined, nothing: string): Cell {
  return fact ? factCell(page, fact, fact.unit === '円' ? formatYen(fact.value) : factInFull(fact)) : { value: null, shown: nothing }
}
