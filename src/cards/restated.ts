import type { Restatement } from '../../loaders/editions/restatements.ts'
import { measures } from '../../loaders/measures.ts'
import type { Row } from '../../loaders/tables.ts'
import { FactInFull, factCell } from '../evidence/fact-number.ts'
import { editionOf, InOtherPlan } from '../evidence/other-plans.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { LabelOfItem, YearName } from '../evidence/sentences.ts'
import { editionName } from '../format/editions.ts'
import { lineWords } from '../format/place-words.ts'
import { bothYears } from '../format/years.ts'
import { html, type Phrase, phrase } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import type { Card } from './card.ts'
import { checkItemCell } from './checks/checks.ts'
import { ItemNo } from './item-links.ts'

/** The values of the plan that one of its editions states otherwise than the one before; those of an item where that is given. */
export function restatementsOf({ warehouse }: PageContext, item?: Row<'items'>): Restatement[] {
  const ofPlan = warehouse.table('restatements').filter(({ series }) => series === warehouse.plan.series)
  return item ? ofPlan.filter(({ lineage }) => lineage !== null && lineage === item.lineage) : ofPlan
}

/** 後の版で改められた値: each with both values and both places; undefined where there is none. */
export function restatedCard(page: PageContext, rows: readonly Restatement[]): Card | undefined {
  if (rows.length === 0) return undefined
  return {
    id: 'restated',
    finding: `後の版で改められた値は${rows.length}件`,
    scope: '同じ項目・年度・内容の値を、前の版と後の版で比べた。集計には現行の版の値だけを使う。',
    body: html`<ul class="findings">${rows.map((row) => html`<li>${InWords(page, row)} <small>前の値は${OldPlace(page, row)}</small></li>`)}</ul>`,
    table: {
      head: ['項目', '年度', '値', '前の値', '前の値の場所', '改められた値', '改めた版'],
      rows: rows.map((row) => cellsOf(page, row)),
    },
    source: html`${[...new Set(rows.flatMap(({ old_plan_id, new_plan_id }) => [old_plan_id, new_plan_id]))].map(
      (planId, index) => html`${index > 0 && '、'}${editionName(editionOf(page, planId))} (${editionOf(page, planId).source_name})`,
    )}`,
  }
}

/** No.1 令和5年度の効果額 (広告料) 1,234,000円は、令和6年度版で1,324,000円に改められた。 */
function InWords(page: PageContext, row: Restatement): Phrase {
  const { facts } = page.site
  const item = row.item_no !== null && phrase`${ItemOf(page, row)} `
  const [from, to] = [FactInFull(page, facts.ofRestatement(row, 'old')), FactInFull(page, facts.ofRestatement(row, 'new'))]
  return phrase`${item}${YearName(row)}の${valueName(row)} ${from}は、${editionName(editionOf(page, row.new_plan_id))}で${to}に改められた。`
}

/** The item of a value, linked to its page; by its number in the later edition where the pages have no such item. */
function ItemOf(page: PageContext, row: Restatement): Phrase {
  const items: readonly Row<'items'>[] = page.warehouse.table('items')
  const item = items.find(({ lineage }) => lineage === row.lineage)
  return item ? ItemNo(page, item) : LabelOfItem(page, row.item_no as number, row.new_plan_id)
}

function valueName({ measure, detail }: Restatement): string {
  const title = measures.find(({ id }) => id === measure)?.measure.title ?? measure
  return detail === null ? title : `${title} (${detail})`
}

/** Where the value stood before: 令和5年度版 (r5.txt) 15行. */
function OldPlace(page: PageContext, row: Restatement): Phrase {
  const { planId, place } = page.site.facts.ofRestatement(row, 'old')
  const edition = editionOf(page, planId)
  return InOtherPlan(page, { planId, place }, `${editionName(edition)} (${edition.source_name}) ${lineWords(place)}`)
}

function cellsOf(page: PageContext, row: Restatement): Cell[] {
  const { facts } = page.site
  const place = OldPlace(page, row)
  const item = row.item_no === null ? undefined : ItemOf(page, row)
  return [
    item ? { value: item.plain, shown: item } : checkItemCell(page, row),
    bothYears(row.fiscal_year),
    valueName(row),
    factCell(page, facts.ofRestatement(row, 'old')),
    { value: place.plain, shown: place },
    factCell(page, facts.ofRestatement(row, 'new')),
    editionName(editionOf(page, row.new_plan_id)),
  ]
}
