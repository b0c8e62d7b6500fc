import type { Row } from '../../loaders/tables.ts'
import type { ElsewhereFact } from '../facts/fact.ts'
import { type OtherDocumentPlace, otherPlaceWords } from '../format/other-place.ts'
import { escapeHtml, Phrase, toPhrase, type Words } from '../markup/html.ts'
import type { PageContext } from './page-context.ts'
import { NameOfItem, PlanName } from './sentences.ts'

/** A place in another document of the warehouse: its plan, and an item or a place in its document where that is meant. */
export interface OtherPlace {
  planId: string
  itemNo?: number
  place?: OtherDocumentPlace
}

/** Words about a place in another plan or in an earlier edition, of which this site has no page: the words, and in their title where they stand. */
export function InOtherPlan(page: PageContext, { planId, itemNo, place }: OtherPlace, words: Words): Phrase {
  const { text, plain, facts, unbacked } = toPhrase(words)
  const where = [editionOf(page, planId).source_name, itemNo !== undefined && `No.${itemNo}`, place && otherPlaceWords(place)].filter(Boolean).join(' ')
  return new Phrase(`<span class="elsewhere" title="${escapeHtml(where)}">${text}</span>`, plain, facts, unbacked)
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

/** An item of another plan by its number and title: No.17 滞納整理の推進. */
export function OtherItemName(page: PageContext, { planId, itemNo, title }: { planId: string; itemNo: number; title: string | null }): Phrase {
  return InOtherPlan(page, { planId, itemNo }, NameOfItem({ item_no: itemNo, title }))
}

/** The row of an edition of any plan of the warehouse. */
export function editionOf({ warehouse }: PageContext, planId: string): Row<'plans'> {
  return warehouse.editions.find(({ plan_id }) => plan_id === planId) as Row<'plans'>
}
