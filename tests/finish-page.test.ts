import { expect, it } from 'vitest'
import type { DrawnPage } from '../src/pages/draw.ts'
import { finishPage } from '../tools/finish-page.ts'

const shell = (root: string) => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<base href="/">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="stylesheet" type="text/css" href="${root}_import/style.css">
<script type="module">first()</script>
<script type="module">second()</script>
</head>
<body><main id="observablehq-main"><div id="reform-page"></div></main></body>
</html>`

const drawn = (path: string, base = ''): DrawnPage => ({
  base,
  path,
  kind: path,
  title: '項目',
  description: '"計画" <の> 実績。',
  header: '<a href="/index.html">概要</a>',
  main: '<h1>項目</h1>',
  footer: '',
  facts: [],
  looseFacts: [],
  cards: [],
  files: new Map(),
})

it('gives a page its title, description, sign and links as seen from where it stands', () => {
  const page = finishPage(shell('../'), drawn('/items/index'), '計画', 'https://example.jp/reform/')
  expect(page).toContain('<title>項目 | 計画</title>')
  expect(page).toContain('<meta name="description" content="&quot;計画&quot; &lt;の&gt; 実績。">')
  expect(page).not.toMatch(/module|<base/)
  expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '../_import/style.css',
    '../favicon.svg',
    '../comfort.js',
    '../index.html',
  ])
})

it.each([
  ['https://example.jp/reform/', '/reform/'],
  [undefined, './'],
])('leads from the page for what is not there to the site published at %s', (address, root) => {
  const page = finishPage(shell('./'), drawn('/404'), '計画', address)
  const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, found]) => found)
  expect(addresses).toEqual(['_import/style.css', 'favicon.svg', 'comfort.js', 'index.html'].map((path) => root + path))
})

it('leads from a page of another plan to pages of that plan, and to those that plans share at the root of the site', () => {
  const page = {
    ...drawn('/items/01', '/plans/町 1'),
    header: '<a href="/index.html">概要</a><a href="/data.html#files">データ</a><a href="/data-of-old.html">旧</a>',
  }
  const addresses = [...finishPage(shell('../'), page, '計画').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)
  expect(addresses).toEqual([
    '../../../_import/style.css',
    '../../../favicon.svg',
    '../../../comfort.js',
    '../index.html',
    '../../../data.html#files',
    '../data-of-old.html',
  ])
})
