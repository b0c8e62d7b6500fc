import { itemChecksCard } from '../cards/items/checks.ts'
import { itemEffectsCard } from '../cards/items/effects.ts'
import { itemHead, itemNeighbours } from '../cards/items/head.ts'
import { itemOf } from '../cards/items/item-of.ts'
import { lineCard } from '../cards/items/line.ts'
import { initiativesCard, scheduleCard } from '../cards/items/plan.ts'
import { referencesCard } from '../cards/items/references.ts'
import { resultsCard } from '../cards/items/results.ts'
import { reviewCard } from '../cards/items/review.ts'
import { targetsOfItemCard } from '../cards/ratings/targets.ts'
import { restatedCard, restatementsOf } from '../cards/restated.ts'
import { itemPageName } from '../evidence/anchors.ts'
import { cards, type Page } from './page.ts'

/** The page of each item: what was planned, what was reported, what it came to. */
export const itemPage = {
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
        lineCard(page),
        itemChecksCard(page),
        restatedCard(page, restatementsOf(page, itemOf(page))),
        targetsOfItemCard(page, itemOf(page).item_no),
        referencesCard(page),
      ),
    },
    itemNeighbours(page),
  ],
} as const satisfies Page
