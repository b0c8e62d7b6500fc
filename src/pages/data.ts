import { dataSlots } from '../cards/data-page.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => dataSlots[name] as NonNullable<(typeof dataSlots)[string]>

/** データ: 同じ表を、手もとの道具で */
export const dataPage: Page = {
  path: '/data',
  menu: 'データ',
  title: () => 'データ',
  question: 'データ: 同じ表を、手もとの道具で',
  content: (page) => [
    slot('data-lead')(page),
    cards(slot('data-files')(page), slot('data-tables')(page), slot('data-keys')(page)),
    slot('data-snippets')(page),
    slot('data-dictionary')(page),
  ],
}
