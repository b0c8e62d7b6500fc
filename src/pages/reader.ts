import { reader, readerLead } from '../cards/reader/reader.ts'
import type { Page } from './page.ts'

/** 点検: read a document in the page, and list what is to be looked at before it is printed again. */
export const readerPage = {
  path: '/reader',
  menu: '点検',
  isShared: true,
  readsFiles: true,
  title: () => '点検',
  question: '点検: 次の版の前に確かめる所',
  lead: () => readerLead,
  content: (page) => [reader(page)],
} as const satisfies Page
