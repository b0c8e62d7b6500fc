import { itemChecksCard } from './item-checks.ts'
import { itemEffectsCard, itemTargetsCard } from './item-effects.ts'
import { itemHead, itemNeighbours } from './item-head.ts'
import { itemFilter, itemListCard } from './item-list.ts'
import { initiativesCard, scheduleCard } from './item-plan.ts'
import { referencesCard } from './item-references.ts'
import { resultsCard } from './item-results.ts'
import { reviewCard } from './item-review.ts'
import type { Slot } from './slot.ts'

/** The slots of the list of items and of the page of each. */
export const itemSlots: Readonly<Record<string, Slot>> = {
  'item-filter': itemFilter,
  'item-list': itemListCard,
  'item-head': itemHead,
  'item-schedule': scheduleCard,
  'item-initiatives': initiativesCard,
  'item-results': resultsCard,
  'item-effects': itemEffectsCard,
  'item-targets': itemTargetsCard,
  'item-review': reviewCard,
  'item-references': referencesCard,
  'item-checks': itemChecksCard,
  'item-neighbours': itemNeighbours,
}
