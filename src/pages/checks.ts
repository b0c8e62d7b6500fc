import { checksLead, differencesCard, missingCard, ruleCards } from '../cards/checks/cards.ts'
import { openAmountsCard } from '../cards/checks/open-amounts.ts'
import { cards, type Page } from './page.ts'

/** 照合: whether the document can be trusted. */
export const checksPage = {
  path: '/checks',
  menu: '照合',
  title: () => '照合',
  question: '照合: この文書は信じてよいか',
  content: (page) => [checksLead(page), cards(differencesCard(page), openAmountsCard(page), missingCard(page), ruleCards(page))],
} as const satisfies Page
