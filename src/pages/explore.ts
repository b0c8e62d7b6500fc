import { exploreSlots } from '../cards/explore-page.ts'
import type { Page } from './page.ts'

const slot = (name: string) => exploreSlots[name] as NonNullable<(typeof exploreSlots)[string]>

/** 自由集計: 自分の問いに数字で答える */
export const explorePage: Page = {
  path: '/explore',
  menu: '自由集計',
  title: () => '自由集計',
  question: '自由集計: 自分の問いに数字で答える',
  content: (page) => [slot('explore')(page)],
}
