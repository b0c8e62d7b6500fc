import { exploreLead, explorer } from '../cards/explore/explorer.ts'
import type { Page } from './page.ts'

/** 自由集計: 自分の問いに数字で答える */
export const explorePage = {
  path: '/explore',
  menu: '自由集計',
  title: () => '自由集計',
  question: '自由集計: 自分の問いに数字で答える',
  lead: exploreLead,
  content: (page) => [explorer(page)],
} as const satisfies Page
