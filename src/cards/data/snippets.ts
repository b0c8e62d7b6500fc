import type { PageContext } from '../../evidence/page-context.ts'
import { archiveName, databaseName } from '../../files/names.ts'
import { type Snippet, snippets } from '../../files/snippets.ts'
import { type Html, html } from '../../markup/html.ts'

/** Whether tests run a block, or why they do not. */
function testedInWords({ tested }: Snippet): string {
  if (tested === 'always') return '試験で実行して確かめている'
  if ('never' in tested) return `このプロジェクトの試験では実行していない: ${tested.never}`
  return `試験で実行して確かめている。ただし${tested.whereThere}がある機械でだけ`
}

/** Blocks to paste into the tools of an analyst, each marked as tested or not; those of the database where it is offered. */
export function dataSnippets({ site }: PageContext): Html {
  const hasDatabase = site.offered.some(({ path }) => path === databaseName)
  const shown = snippets.filter(({ code }) => hasDatabase || !code.includes(databaseName))
  return html`<section class="snippets"><h2>貼り付けて使う</h2>
<p>${archiveName} を開いたフォルダで実行する。どれも同じ問い (年度ごとの効果額の合計) で、別の行に含まれる「うち」の金額は足さない。3つの問いを順に解いた<a href="/analyses.html">分析の例</a>もある。</p>
${shown.map((snippet) => {
  const { id, title, code } = snippet
  return html`<section class="snippet" id="snippet-${id}"><h3>${title}</h3>
<pre tabindex="0" role="group" aria-label="${title}"><code>${code}</code></pre>
<p class="tested">${testedInWords(snippet)}</p></section>`
})}</section>`
}
