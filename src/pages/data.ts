import { dataDictionary } from '../cards/data/dictionary.ts'
import { filesCard, tableFilesCard } from '../cards/data/files.ts'
import { keysCard } from '../cards/data/keys.ts'
import { dataLead } from '../cards/data/lead.ts'
import { dataSnippets } from '../cards/data/snippets.ts'
import { cards, type Page } from './page.ts'

/** データのダウンロード */
export const dataPage = {
  path: '/data',
  isShared: true,
  menu: 'データ',
  title: () => 'データ',
  question: 'データのダウンロード',
  lead: dataLead,
  content: (page) => [cards(filesCard(page), tableFilesCard(page), keysCard()), dataSnippets(page), dataDictionary(page)],
} as const satisfies Page
