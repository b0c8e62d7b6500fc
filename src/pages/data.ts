import { dataDictionary } from '../cards/data/dictionary.ts'
import { filesCard, tableFilesCard } from '../cards/data/files.ts'
import { keysCard } from '../cards/data/keys.ts'
import { dataLead } from '../cards/data/lead.ts'
import { dataSnippets } from '../cards/data/snippets.ts'
import { cards, type Page } from './page.ts'

/** データ: 同じ表を、手もとの道具で */
export const dataPage = {
  path: '/data',
  menu: 'データ',
  title: () => 'データ',
  question: 'データ: 同じ表を、手もとの道具で',
  content: (page) => [dataLead(page), cards(filesCard(page), tableFilesCard(page), keysCard()), dataSnippets(), dataDictionary(page)],
} as const satisfies Page
