import { collectionsSlots } from '../cards/collections-page.ts'
import { cards, type Page } from './page.ts'

const slot = (name: string) => collectionsSlots[name] as NonNullable<(typeof collectionsSlots)[string]>

/** 収納: 何が、どの課で納められたか */
export const collectionsPage: Page = {
  path: '/collections',
  menu: '収納',
  title: () => '収納',
  question: '収納: 何が、どの課で納められたか',
  content: (page) => [
    slot('collections-lead')(page),
    cards(slot('departments')(page), slot('largest-claims')(page), slot('collection-changes')(page), slot('all-claims')(page)),
  ],
}
