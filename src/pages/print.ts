import { handoutHead, handoutItems } from '../cards/handout/handout.ts'
import type { Page } from './page.ts'

/** 全項目の印刷用: every item in one page, to be handed out. */
export const printPage = {
  path: '/print',
  menu: null,
  title: () => '全項目 (印刷用)',
  question: '全項目 (印刷用)',
  content: (page) => [handoutHead(page), handoutItems(page)],
} as const satisfies Page
