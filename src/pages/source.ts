import { sourcePages } from '../cards/source/drawn-pages.ts'
import { sourceEdition, sourceHelp, sourceLead, sourceText } from '../cards/source/source.ts'
import { sourceViewName } from '../format/editions.ts'
import type { Page } from './page.ts'

/** 原文: 文書には何と書いてあるか */
export const sourcePage = {
  path: '/source',
  menu: sourceViewName,
  title: ({ warehouse }) => sourceViewName(warehouse.plan),
  question: (plan) => `${sourceViewName(plan)}: 文書には何と書いてあるか`,
  lead: sourceLead,
  content: (page) => [sourceEdition(page), sourceHelp(), page.warehouse.table('sourcePages').length > 0 ? sourcePages(page) : sourceText(page)],
} as const satisfies Page
