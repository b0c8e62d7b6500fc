import { sourcePages } from '../cards/source/drawn-pages.ts'
import { sourceEdition, sourceShare, sourceText } from '../cards/source/source.ts'
import { sourceViewName } from '../format/editions.ts'
import type { Page } from './page.ts'

/** 原文: 文書には何と書いてあるか */
export const sourcePage = {
  path: '/source',
  menu: sourceViewName,
  title: ({ warehouse }) => sourceViewName(warehouse.plan),
  question: (plan) => `${sourceViewName(plan)}: 文書には何と書いてあるか`,
  content: (page) => [sourceEdition(page), sourceShare(page), page.warehouse.table('sourcePages').length > 0 ? sourcePages(page) : sourceText(page)],
} as const satisfies Page
