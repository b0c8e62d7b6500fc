import { departmentsCard } from '../cards/ratings/departments.ts'
import { distributionCard } from '../cards/ratings/distribution.ts'
import { ratingsLead, ratingsNote } from '../cards/ratings/lead.ts'
import { lowestCard } from '../cards/ratings/lowest.ts'
import { nextPlanCard } from '../cards/ratings/next.ts'
import { supportCard } from '../cards/ratings/support.ts'
import { supportByRatingCard } from '../cards/ratings/support-by-rating.ts'
import { targetsCard } from '../cards/ratings/targets.ts'
import { cards, type Page } from './page.ts'

/** 評価: how the items were rated, and what stands behind it. */
export const ratingsPage = {
  path: '/ratings',
  menu: '評価',
  title: () => '評価',
  question: '評価: どう評価され、根拠に何があるか',
  lead: ratingsLead,
  content: (page) => [
    ratingsNote(page),
    cards(distributionCard(page), departmentsCard(page), lowestCard(page), targetsCard(page), supportByRatingCard(page), supportCard(page), nextPlanCard(page)),
  ],
} as const satisfies Page
