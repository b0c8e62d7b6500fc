import { Sheet } from '../cards/sheet/sheet.ts'
import type { Page } from './page.ts'

/** 答弁用1枚: what a council is told, on one sheet. */
export const sheetPage = {
  path: '/sheet',
  menu: '答弁用1枚',
  title: () => '答弁用1枚',
  printed: 'sheet',
  question: '答弁用1枚',
  content: (page) => [Sheet(page)],
} as const satisfies Page
