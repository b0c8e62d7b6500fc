import { revenueSlots } from '../cards/revenue-page.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => revenueSlots[name] as NonNullable<(typeof revenueSlots)[string]>

/** 寄附・資産: ほかに何が入ったか */
export const revenuePage: Page = {
  path: '/revenue',
  menu: '寄附・資産',
  title: () => '寄附・資産',
  question: '寄附・資産: ほかに何が入ったか',
  content: (page) => [
    slot('revenue-lead')(page),
    cards(
      slot('revenue-donations')(page),
      slot('revenue-assets')(page),
      slot('revenue-sales')(page),
      slot('revenue-leases')(page),
      slot('revenue-regions')(page),
    ),
  ],
}
