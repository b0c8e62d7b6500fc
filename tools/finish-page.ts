import { escapeHtml } from '../src/markup/html.ts'
import type { DrawnPage } from '../src/pages/draw.ts'

/**
 * What lets nothing in from outside. Styles may stand in the page: charts and the margins of printed sheets have theirs.
 * WebAssembly is for DuckDB on the page of SQL.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * A page's shell as Framework wrote it with what was drawn for it: its parts, title and language, a viewport that may be
 * zoomed, the script that adds comfort instead of Framework's own (which does nothing on a page without code), and the policy.
 */
export function finishPage(shell: string, page: DrawnPage, site: string): string {
  const root = '../'.repeat(page.path.split('/').length - 2) || './'
  const parts = [
    ['<main ', `<header id="observablehq-header">\n${page.header}\n</header>\n<main `],
    ['</main>', `</main>\n<footer id="observablehq-footer">\n${page.footer}\n</footer>`],
    ['<div id="reform-page"></div>', page.main],
  ] as const
  const filled = parts.reduce((text, [place, part]) => fill(text, place, fromRoot(part, root)), shell)
  const title = [page.title, site].filter(Boolean).join(' | ')
  return fill(withoutScripts(filled), '</head>', `<script defer src="${root}comfort.js"></script>\n</head>`)
    .replace('<html>', () => '<html lang="ja">')
    .replace(', maximum-scale=1', '')
    .replace(
      '<meta charset="utf-8">',
      () => `<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
}

/** A text with one place filled; a shell without the place is none of ours. */
function fill(text: string, place: string, content: string): string {
  const at = text.indexOf(place)
  if (at < 0) throw new Error(`ページの枠に ${place} がない`)
  return text.slice(0, at) + content + text.slice(at + place.length)
}

/** Links from the root of the site as seen from a page; quotes in texts are escaped, so this is never one of a text. */
function fromRoot(markup: string, root: string): string {
  return markup.replaceAll('href="/', () => `href="${root}`)
}

function withoutScripts(shell: string): string {
  const head = shell.indexOf('</head>')
  return (
    shell
      .slice(0, head)
      .replace(/<script type="module">[\s\S]*?<\/script>\n?/, '')
      .replace(/<link rel="modulepreload"[^>]*>\n?/g, '') + shell.slice(head)
  )
}
