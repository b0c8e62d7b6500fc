import { checksSlots } from '../cards/checks/cards.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => checksSlots[name] as NonNullable<(typeof checksSlots)[string]>

/** 照合: この文書は信じてよいか */
export const checksPage: Page = {
  path: '/checks',
  menu: '照合',
  title: () => '照合',
  question: '照合: この文書は信じてよいか',
  content: (page) => [slot('checks-trust')(page), cards(slot('checks-differences')(page), slot('checks-missing')(page), slot('checks-rules')(page))],
}
