import { itemLinesCard } from '../cards/items/lines.ts'
import { allItemsLink, itemFilter, itemListCard } from '../cards/items/list.ts'
import { cards, type Page } from './page.ts'

/** 項目: every item, leading to its page. */
export const itemsPage = {
  path: '/items/index',
  menu: '項目',
  title: () => '項目',
  question: '項目: どの項目で何があったか',
  content: (page) => [allItemsLink(), itemFilter(page), cards(itemListCard(page), itemLinesCard(page))],
} as const satisfies Page
