import type { Row } from '../../loaders/tables.ts'
import { addressOf } from '../../loaders/warehouse/file-entry.ts'
import type { ElsewhereFact } from '../facts/fact.ts'
import { type LinePlace, lineWords } from '../format/place-words.ts'
import { planBase } from '../format/site-paths.ts'
import { escapeHtml, Phrase, toPhrase, type Words } from '../markup/html.ts'
import { itemPageName } from './anchors.ts'
import type { PageContext } from './page-context.ts'
import { NameOfItem, PlanName } from './sentences.ts'

/** A place in another document of the warehouse: its plan, and an item or a place in its document where that is meant. */
export interface OtherPlace {
  planId: string
  itemNo?: number
  place?: LinePlace
}

/** The address of a page of a plan as this page sees it; `path` as from where the pages of that plan begin. */
export function planHref(page: PageContext, plan: Row<'plans'>, path: string): string {
  const { plans } = page.warehouse
  return `${page.root}${addressOf(`${planBase(plan, plans)}${path}`).slice(1)}.html`
}

/**
 * Words about a place in another plan, leading to its page; of an earlier edition, of which the site has no page, the words alone. Their
 * title says where they stand.
 */
export function InOtherPlan(page: PageContext, { planId, itemNo, place }: OtherPlace, words: Words): Phrase {
  const { text, plain, facts, unbacked } = toPhrase(words)
  const edition = editionOf(page, planId)
  const where = [edition.source_name, itemNo !== undefined && page.warehouse.itemLabel(itemNo, planId), place && lineWords(place)].filter(Boolean).join(' ')
  const title = escapeHtml(where)
  const shown = edition.is_current
    ? `<a class="elsewhere" href="${hrefIn(page, edition, { itemNo, place })}" title="${title}">${text}</a>`
    : `<span class="elsewhere" title="${title}">${text}</span>`
  return new Phrase(shown, plain, facts, unbacked)
}

function hrefIn(page: PageContext, plan: Row<'plans'>, { itemNo, place }: { itemNo: number | undefined; place: LinePlace | undefined }): string {
  if (place !== undefined) return `${planHref(page, plan, '/source')}#L${place.source_line}`
  return planHref(page, plan, itemNo === undefined ? '/index' : `/items/${itemPageName(itemNo)}`)
}

/** A value of another plan or edition, with where it stands. */
export function ElsewhereNumber(page: PageContext, fact: ElsewhereFact, shown: string): Phrase {
  const words = new Phrase(escapeHtml(shown), shown, [fact])
  return InOtherPlan(page, { planId: fact.planId, place: fact.place }, words)
}

/** Another plan by its title. */
export function OtherPlanName(page: PageContext, planId: string): Phrase {
  return InOtherPlan(page, { planId }, PlanName(editionOf(page, planId)))
}

/** An item of another plan by its printed number and title: No.17 滞納整理の推進. */
export function OtherItemName(page: PageContext, { planId, itemNo }: { planId: string; itemNo: number }): Phrase {
  return InOtherPlan(page, { planId, itemNo }, NameOfItem(page, itemNo, planId))
}

/** The row of an edition of any plan of the warehouse. */
export function editionOf({ warehouse }: PageContext, planId: string): Row<'plans'> {
  return warehouse.editions.find(({ plan_id }) => plan_id === planId) as Row<'plans'>
}
