import { rootSeenFrom } from '../src/format/site-paths.ts'
import { escapeHtml } from '../src/markup/html.ts'
import type { DrawnPage } from '../src/pages/draw.ts'
import { notFoundPage } from '../src/pages/not-found.ts'
import type { Page } from '../src/pages/page.ts'
import { pages } from '../src/pages/pages.ts'

/**
 * What lets nothing in from outside. Styles may stand in the page: charts and the margins of printed sheets have theirs.
 * WebAssembly is for DuckDB on the page of SQL, and for PDFium on the page that reads files, which may not ask for anything
 * but scripts of the site: its worker is made of a blob, and so is under the same policy.
 */
function policyOf({ kind }: DrawnPage): string {
  const readsFiles = readingPaths.includes(kind)
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src ${readsFiles ? "'none'" : "'self'"}`,
    ...(readsFiles ? ['worker-src blob:'] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const readingPaths: readonly string[] = pages.flatMap(({ path, readsFiles }: Page) => (readsFiles ? [path] : []))

/**
 * A page's shell as Framework wrote it with what was drawn for it: its parts, title, description, sign and language, a viewport
 * that may be zoomed, the script that adds comfort instead of Framework's own (which does nothing on a page without code), and
 * the policy. `address` is where the site will be published, if that is known.
 */
export function finishPage(shell: string, page: DrawnPage, site: string, address?: string): string {
  const root = rootOf(page, address)
  const parts = [
    ['<main ', `<header id="observablehq-header">\n${page.header}\n</header>\n<main `],
    ['</main>', `</main>\n<footer id="observablehq-footer">\n${page.footer}\n</footer>`],
    ['<div id="reform-page"></div>', page.main],
  ] as const
  const framed = shell.replace(/href="(?:\.\.?\/)+/g, () => `href="${root}`)
  const filled = parts.reduce((text, [place, part]) => fill(text, place, withLinks(part, page, root)), framed)
  const title = [page.title, site].filter(Boolean).join(' | ')
  const head = `<meta name="description" content="${escapeHtml(page.description)}">
<link rel="icon" type="image/svg+xml" href="${root}favicon.svg">
<script defer src="${root}comfort.js"></script>
</head>`
  return fill(withoutScripts(filled), '</head>', head)
    .replace('<html>', () => '<html lang="ja">')
    .replace(', maximum-scale=1', '')
    .replace(
      '<meta charset="utf-8">',
      () => `<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">`,
    )
}

/** The root of the site as a page sees it; the page for what is not there is shown at any address, so its root is the published one. */
function rootOf({ base, path }: DrawnPage, address: string | undefined): string {
  if (path === notFoundPage.path && address !== undefined) return new URL(address).pathname
  return rootSeenFrom(base + path)
}

/** A text with one place filled; a shell without the place is none of ours. */
function fill(text: string, place: string, content: string): string {
  const at = text.indexOf(place)
  if (at < 0) throw new Error(`ページの枠に ${place} がない`)
  return text.slice(0, at) + content + text.slice(at + place.length)
}

const sharedPaths = pages.flatMap(({ path, isShared }: Page) => (isShared ? [path.slice(1)] : []))
const toShared = new RegExp(`href="/(?=(?:${sharedPaths.join('|')})\\.html)`, 'g')

/**
 * Links from where the pages of a plan begin as seen from one of them, those to pages that plans share led to the root of the
 * site; quotes in texts are escaped, so this is never one of a text.
 */
function withLinks(markup: string, { base, path }: DrawnPage, root: string): string {
  if (base === '') return markup.replaceAll('href="/', () => `href="${root}`)
  return markup.replace(toShared, () => `href="${root}`).replaceAll('href="/', () => `href="${rootSeenFrom(path)}`)
}

/** A shell without Framework's scripts, and without the base that it gives the page for what is not there. */
function withoutScripts(shell: string): string {
  const head = shell.indexOf('</head>')
  return (
    shell
      .slice(0, head)
      .replace(/<script type="module">[\s\S]*?<\/script>\n?/g, '')
      .replace('<base href="/">\n', '')
      .replace(/<link rel="modulepreload"[^>]*>\n?/g, '') + shell.slice(head)
  )
}
