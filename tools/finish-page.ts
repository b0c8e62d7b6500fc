import { createHash } from 'node:crypto'

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g
const titleHeading = /<h1[^>]*\sdata-title[^>]*>(?:<a[^>]*>)?([^<]*)</

/**
 * A page as Framework wrote it, completed: its language, the title of a page that is one of many, a viewport that may be
 * zoomed, no script where the page runs no code, the comfort script, and a policy that lets nothing in from outside
 * (inline scripts by their hashes).
 */
export function finishPage(page: string, root: string): string {
  const finished = withOwnTitle(withoutIdleScript(page))
    .replace('<html>', '<html lang="ja">')
    .replace(', maximum-scale=1', '')
    .replace('</head>', `<script defer src="${root}comfort.js"></script>\n</head>`)
  return finished.replace('<meta charset="utf-8">', `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy(finished)}">`)
}

/** A page with a heading `<h1 data-title>` is named by it, before the name of the site; front matter can name all such pages only alike. */
function withOwnTitle(page: string): string {
  const title = titleHeading.exec(page)?.[1]
  return title === undefined ? page : page.replace(/<title>[^|<]*/, () => `<title>${title} `)
}

/** Framework's client does nothing on a page without code: without it the page needs no script at all. */
function withoutIdleScript(page: string): string {
  if (/\bdefine\(\{/.test(page)) return page
  return page.replace(/<script type="module">[\s\S]*?<\/script>\n?/, '').replace(/<link rel="modulepreload"[^>]*>\n?/g, '')
}

function policy(page: string): string {
  const hashes = [...page.matchAll(inlineScript)].map(
    ([, code]) =>
      `'sha256-${createHash('sha256')
        .update(code as string)
        .digest('base64')}'`,
  )
  const scripts = ["'self'", "'wasm-unsafe-eval'", ...hashes].join(' ')
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
