import type { PageContext } from '../../evidence/page-context.ts'
import { type Html, html } from '../../markup/html.ts'

/** What one can do here, and that nothing leaves the machine. */
export const readerLead =
  '取組実績一覧のファイルをこのページで読み取り、次の版を印刷する前に確かめる所 (一致しない数値、あるはずのもの、読み取れない所) の一覧を作る。ファイルはこのパソコンの外へ送られない。'

/** The page on which files are read: what its script needs, and what to do without one. */
export function reader(page: PageContext): Html {
  return html`<div id="reader" data-root="${page.root}"><div class="card"><p><strong>ここではファイルを読み取れない。</strong>読み取りにはJavaScriptとワーカーが要る。
端末では <code>npm run --silent ingest -- 文書 --report 点検表.xlsx</code> で同じ一覧を作れる。</p></div></div>
<script rel="external" defer src="${page.root}reader.js"></script>`
}
