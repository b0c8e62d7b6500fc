import { collectionChangesCards } from '../cards/collections/changes.ts'
import { allClaimsCards, largestClaimsCards } from '../cards/collections/claims.ts'
import { departmentsCards } from '../cards/collections/departments.ts'
import { collectionsLead } from '../cards/collections/lead.ts'
import { cards, type Page } from './page.ts'

/** 収納: 何が、どの課で納められたか */
export const collectionsPage = {
  path: '/collections',
  menu: '収納',
  title: () => '収納',
  question: '収納: 何が、どの課で納められたか',
  lead: collectionsLead,
  content: (page) => [cards(departmentsCards(page), largestClaimsCards(page), collectionChangesCards(page), allClaimsCards(page))],
} as const satisfies Page
