import { tables } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { type DataRow, rowsPath, rowsScript } from '../../explore/rows-script.ts'
import { type Html, html } from '../../markup/html.ts'
import { exploreCatalog, offeredTables } from './catalog.ts'

/** What one can ask; says so where the document has nothing to ask of. */
export function exploreLead(page: PageContext): string {
  if (exploreCatalog(page).tables.length === 0) return 'この文書からは集計できる表が読み取れなかった。'
  return '表・行・列・値を選ぶと、その場で集計する。数字は原文の場所か計算の内訳へつながり、条件はアドレスに残るので、そのまま人に送れる。'
}

/** The explorer: what it can ask, for its script, and where to look without one. Nothing where there is nothing to ask of. */
export function explorer(page: PageContext): Html | undefined {
  const catalog = exploreCatalog(page)
  if (catalog.tables.length === 0) return undefined
  writeRows(page)
  return html`<div id="explore" data-catalog="${JSON.stringify(catalog)}"><div class="card"><p>このページだけは、集計のためにJavaScriptを使う。JavaScriptが動かないときは、でき上がった集計のあるページを見る:
<a href="/index.html">概要</a>、<a href="/items/index.html">項目</a>、<a href="/source.html">原文</a>、<a href="/checks.html">照合</a>。</p></div></div>
<script rel="external" defer src="${page.root}explore.js"></script>`
}

/** Puts the rows of each table that may be asked, and of those that each answer leads to, beside the page as scripts. */
function writeRows(page: PageContext): void {
  for (const key of new Set([...offeredTables(page.warehouse), 'items', 'figures'] as const)) {
    const rows: readonly unknown[] = page.warehouse.table(key)
    const { name } = tables[key]
    page.writeFile(rowsPath(page.warehouse.plan.plan_id, name), rowsScript(name, rows as readonly DataRow[]))
  }
}
