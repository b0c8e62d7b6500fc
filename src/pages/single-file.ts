import type { Row } from '../../loaders/tables.ts'
import { escapeHtml } from '../markup/html.ts'
import { topicAttributes } from '../markup/topic.ts'
import type { DrawnPage } from './draw.ts'
import type { Page } from './page.ts'
import { pages } from './pages.ts'

/** Lets nothing in at all: no script, no other file; pictures only where they stand in the page. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** What says that a file was made here, so that no other is overwritten. */
export const singleFileMark = '<meta name="generator" content="reform-results, one file">'

/** Shows the page that the address points to or into, the first one where it points nowhere; all of them in old browsers. */
const onePageAtATime = `
.tools, .chooser, .touch-hint, .print-link, .downloads a:not([href]) { display: none !important }
a:not([href]) { color: inherit; text-decoration: none }
@supports selector(:has(a)) {
  .page:not(:target, :has(:target)) { display: none }
  body:not(:has(:target)) .page:first-of-type { display: block }
}`

/** Pages that live of scripts or of files beside them, or say all of the others again: no part of a single file. */
const left: readonly string[] = ['/explore', '/data', '/sql', '/analyses', '/reader', '/print', '/library', '/404']

/** The pages that a single file has; they are drawn for where no script runs (`isStill`). */
export const singlePages: readonly Page[] = pages.filter(({ path }: Page) => !left.includes(path))

/**
 * Drawn pages as one HTML file that needs no script and no other file: their links lead inside it, their CSV files are in it. `style` is
 * that of the site, for ids that begin with the key of a page.
 */
export function singleFile(pages: readonly DrawnPage[], plan: Row<'plans'>, style: string): string {
  const keys = new Map(pages.map(({ path }) => [path, keyOf(path)]))
  return `<!DOCTYPE html>
<html lang="ja" data-ready>
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${plan.title ?? plan.plan_id} 取組実績`)}</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${singleFileMark}
<style>${style}${onePageAtATime}</style>
</head>
<body>
<div id="all--observablehq-center">
${withStylesOnce(pages.map((page) => PageSection(page, keys)).join('\n'))}
</div>
</body>
</html>
`
}

function PageSection(page: DrawnPage, keys: ReadonlyMap<string, string>): string {
  const parts = `<header id="observablehq-header">${page.header}</header>
<main id="observablehq-main">${page.main}</main>
<footer id="observablehq-footer">${page.footer}</footer>`
  return `<div class="page" id="${keyOf(page.path)}">${inOneFile(parts, page, keys)}</div>`
}

/** Markup in which the style that every chart brings along stands once. */
function withStylesOnce(markup: string): string {
  const known = new Set<string>()
  return markup.replace(/<style>:where\(\.plot-[^<]*<\/style>/g, (style) => {
    const isKnown = known.has(style)
    known.add(style)
    return isKnown ? '' : style
  })
}

function keyOf(path: string): string {
  return path.slice(1).replaceAll('/', '-')
}

/** Attributes that only scripts read: what marks are about, and exact values. */
const unread: ReadonlySet<string> = new Set([...Object.values(topicAttributes), 'data-value'])

const tag = /<[a-zA-Z][^\s>]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g
const attribute = /\s([\w:-]+)="([^"]*)"/g

/** Markup of a page with its ids made the page's own, and its links led to other pages of the file; one that leads out of it is none. */
function inOneFile(markup: string, page: DrawnPage, keys: ReadonlyMap<string, string>): string {
  const own = (id: string) => `${keyOf(page.path)}--${id}`
  const rewritten = (whole: string, name: string, value: string) => {
    if (name === 'id' || name === 'popovertarget' || name === 'for') return ` ${name}="${own(value)}"`
    if (name === 'aria-labelledby' || name === 'aria-describedby') return ` ${name}="${value.split(' ').map(own).join(' ')}"`
    if (unread.has(name)) return ''
    if (name !== 'href') return whole.replaceAll('url(#', () => `url(#${own('')}`)
    const address = addressInFile(value, page, keys)
    return address === undefined ? '' : ` href="${address}"`
  }
  return markup.replace(tag, (element) => element.replace(attribute, (whole, name: string, value: string) => rewritten(whole, name, value)))
}

const pageAddress = /^(?<path>\/[^#?]+)\.html(?:\?[^#]*)?(?:#(?<id>.*))?$/

/** Where a link of a page leads inside the file; undefined where what it leads to is not in it. */
function addressInFile(href: string, page: DrawnPage, keys: ReadonlyMap<string, string>): string | undefined {
  if (/^(?:https?:|mailto:)/.test(href)) return href
  if (href.startsWith('#')) return `#${keyOf(page.path)}--${href.slice(1)}`
  const { path = '', id } = pageAddress.exec(href)?.groups ?? {}
  const key = keys.get(path)
  if (key !== undefined) return id === undefined ? `#${key}` : `#${key}--${id}`
  const file = href.endsWith('.csv') ? page.files.get(href.replace(/^(?:\.\.?\/)+/, '')) : undefined
  return file === undefined ? undefined : `data:text/csv;base64,${base64Of(file)}`
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
