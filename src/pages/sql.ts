import { sqlSlots } from '../cards/sql-page.ts'
import type { Page } from './page.ts'

const slot = (name: string) => sqlSlots[name] as NonNullable<(typeof sqlSlots)[string]>

/** SQL: 表に直接問い合わせる */
export const sqlPage: Page = {
  path: '/sql',
  menu: 'SQL',
  title: () => 'SQL',
  question: 'SQL: 表に直接問い合わせる',
  content: (page) => [slot('sql')(page)],
}
