import { html } from '../markup/html.ts'
import type { Page } from './page.ts'

/** ページが見つからない: what a server shows for an address that the site does not have */
export const notFoundPage = {
  path: '/404',
  isShared: true,
  menu: null,
  title: () => 'ページが見つからない',
  question: 'ページが見つからない',
  lead: () => 'このアドレスにページはない。移ったか、アドレスの文字が違っている。',
  content: () => [
    html`<ul><li><a href="/index.html">概要</a>から見る</li><li><a href="/items/index.html">項目</a>の一覧から探す</li><li><a href="/source.html">原文</a>の言葉や数字から探す</li></ul>`,
  ],
} as const satisfies Page
