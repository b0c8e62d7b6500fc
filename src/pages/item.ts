import { itemChecksCard } from '../cards/item-checks.ts'
import { itemEffectsCard, itemTargetsCard } from '../cards/item-effects.ts'
import { itemHead, itemNeighbours } from '../cards/item-head.ts'
import { itemOf } from '../cards/item-of.ts'
import { initiativesCard, scheduleCard } from '../cards/item-plan.ts'
import { referencesCard } from '../cards/item-references.ts'
import { resultsCard } from '../cards/item-results.ts'
import { reviewCard } from '../cards/item-review.ts'
import { itemPageName } from '../evidence/anchors.ts'
import { cards, type Page } from './page.ts'

/** The page of each item: what was planned, what was reported, what it came to. */
export const itemPage: Page = {
  path: '/items/[no]',
  menu: null,
  instances: (warehouse) => warehouse.table('items').map(({ item_no }) => ({ no: itemPageName(item_no) })),
  title: (page) => page.warehouse.itemName(itemOf(page).item_no),
  content: (page) => [
    itemHead(page),
    {
      className: 'item-cards',
      ...cards(
        scheduleCard(page),
        initiativesCard(page),
        resultsCard(page),
        reviewCard(page),
        itemEffectsCard(page),
        itemChecksCard(page),
        itemTargetsCard(page),
        referencesCard(page),
      ),
    },
    itemNeighbours(page),
  ],
}
