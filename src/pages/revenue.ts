import { assetAmountsCards, leasesCards, salesCards } from '../cards/revenue/assets.ts'
import { donationsCards } from '../cards/revenue/donations.ts'
import { revenueLead } from '../cards/revenue/lead.ts'
import { assetRegionsCards } from '../cards/revenue/regions.ts'
import { cards, type Page } from './page.ts'

/** 寄附・資産: ほかに何が入ったか */
export const revenuePage = {
  path: '/revenue',
  menu: '寄附・資産',
  title: () => '寄附・資産',
  question: '寄附・資産: ほかに何が入ったか',
  lead: revenueLead,
  content: (page) => [cards(donationsCards(page), assetAmountsCards(page), salesCards(page), leasesCards(page), assetRegionsCards(page))],
} as const satisfies Page
