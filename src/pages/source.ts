import { sourceShare, sourceText } from '../cards/source/source.ts'
import type { Page } from './page.ts'

/** 原文: 文書には何と書いてあるか */
export const sourcePage = {
  path: '/source',
  menu: '原文',
  title: () => '原文',
  question: '原文: 文書には何と書いてあるか',
  content: (page) => [sourceShare(page), sourceText(page)],
} as const satisfies Page
