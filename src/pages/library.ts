import { comparisonCards } from '../cards/library/comparison.ts'
import { chosenPlans, libraryCard, libraryFilter, libraryLead } from '../cards/library/plans.ts'
import { cards, type Page } from './page.ts'

/** 収録プラン: which plans there are, and how do they compare? */
export const libraryPage = {
  path: '/library',
  isShared: true,
  isDrawnFor: ({ plans }) => plans.length > 1,
  menu: '収録プラン',
  title: () => '収録プラン',
  question: '収録プラン: どのプランがあり、どう違うか',
  lead: libraryLead,
  content: (page) => [libraryFilter(), cards(libraryCard(page)), chosenPlans(), cards(comparisonCards(page))],
} as const satisfies Page
