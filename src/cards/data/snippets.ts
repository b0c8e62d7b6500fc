import { archiveName } from '../../files/names.ts'
import { type Snippet, snippets } from '../../files/snippets.ts'
import { type Html, html } from '../../markup/html.ts'

const marks: Readonly<Record<Snippet['tested'], string>> = {
  always: '試験で実行して確かめている',
  'where-installed': 'この道具のある機械では、試験で実行して確かめている',
  never: 'このプロジェクトの試験では実行していない',
}

/** Blocks to paste into the tools of an analyst, each marked as tested or not. */
export function dataSnippets(): Html {
  return html`<section class="snippets"><h2>貼り付けて使う</h2>
<p>${archiveName} を開いたフォルダで実行する。どれも同じ問い (年度ごとの効果額の合計) で、別の行に含まれる「うち」の金額は足さない。</p>
${snippets.map(
  ({ id, title, code, tested }) => html`<section class="snippet" id="snippet-${id}"><h3>${title}</h3>
<pre tabindex="0" role="group" aria-label="${title}"><code>${code}</code></pre>
<p class="tested">${marks[tested]}</p></section>`,
)}</section>`
}
