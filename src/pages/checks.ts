import { checksLead, differencesCard, missingCard, ruleCards } from '../cards/checks/cards.ts'
import { digitsCard } from '../cards/checks/digits.ts'
import { openAmountsCard } from '../cards/checks/open-amounts.ts'
import { restatedCard, restatementsOf } from '../cards/restated.ts'
import { cards, type Page } from './page.ts'

/** 照合: whether the document can be trusted. */
export const checksPage = {
  path: '/checks',
  menu: '照合',
  title: () => '照合',
  question: '数値の整合性の確認',
  lead: checksLead,
  content: (page) => [
    cards(differencesCard(page), restatedCard(page, restatementsOf(page)), openAmountsCard(page), missingCard(page), ruleCards(page), digitsCard(page)),
  ],
} as const satisfies Page
