import { ratingsSlots } from '../cards/ratings-page.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => ratingsSlots[name] as NonNullable<(typeof ratingsSlots)[string]>

/** 評価: どう評価され、根拠に何があるか */
export const ratingsPage: Page = {
  path: '/ratings',
  menu: '評価',
  title: () => '評価',
  question: '評価: どう評価され、根拠に何があるか',
  content: (page) => [
    slot('ratings-lead')(page),
    cards(
      slot('ratings-distribution')(page),
      slot('ratings-departments')(page),
      slot('ratings-support-by-rating')(page),
      slot('ratings-support')(page),
      slot('ratings-targets')(page),
      slot('ratings-next')(page),
    ),
  ],
}
