import { sqlLead, sqlPage as sqlSection } from '../cards/sql/sql.ts'
import type { Page } from './page.ts'

/** SQL: 表に直接問い合わせる */
export const sqlPage = {
  path: '/sql',
  menu: 'SQL',
  title: () => 'SQL',
  question: 'SQL: 表に直接問い合わせる',
  lead: () => sqlLead,
  content: (page) => [sqlSection(page)],
} as const satisfies Page
