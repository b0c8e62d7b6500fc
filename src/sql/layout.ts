import { type Html, html } from '../markup/html.ts'
import { type ChoiceName, choiceTitles, type Question } from '../questions/questions.ts'
import type { KnownTable, Setup } from './catalog.ts'

/** The page as it stands before anything is asked. */
export function Layout({ questions, tables }: Setup): Html {
  return html`<section class="sql-ask" aria-label="問い合わせ">
<div class="sql-questions" role="group" aria-label="よくある質問">${questions.map(({ name, title }) => html`<button type="button" data-question="${name}" aria-pressed="false">${title}</button>`)}</div>
<p class="sql-description"></p><div class="sql-choices"></div>
<div class="sql-editor"></div>
<p id="sql-error" class="attention" role="alert" hidden></p>
<p class="sql-actions"><button type="button" class="sql-run" data-do="run">実行 <small>Ctrl+Enter</small></button> <button type="button" data-do="stop" disabled>止める</button> <button type="button" data-do="start">準備だけ始める</button> <a class="sql-link" href="">この問い合わせへのリンク</a> <span class="sql-status" role="status"></span></p>
</section>
<section class="card sql-result" aria-labelledby="sql-title" hidden><h2 id="sql-title"></h2><p class="scope"></p>
<p class="downloads"><button type="button" data-do="chart" aria-expanded="false" aria-controls="sql-chart">図にする</button> <button type="button" data-do="csv">CSV</button> <button type="button" data-do="excel">Excel</button></p>
<div id="sql-chart" hidden><label class="choice">図にする列 <select name="value"></select></label><div class="chart"></div><p class="sql-note"></p></div>
<div class="sql-table"></div></section>
<details class="sql-known"><summary>表と列の一覧</summary>${tables.map(TableEntry)}</details>
<details class="sql-history"><summary>履歴 (この端末だけに残る)</summary><ul></ul><p><button type="button" data-do="forget">履歴を消す</button></p></details>`
}

function TableEntry({ name, title, columns, key, references }: KnownTable): Html {
  const links = references.map(({ columns: from, table }) => `(${from.join(', ')}) → ${table}`)
  return html`<details class="sql-known-table"><summary><code>${name}</code> ${title}</summary><p>キー: <code>${key.join(', ')}</code>${links.length > 0 && html`。ほかの表へ: <code>${links.join('、')}</code>`}</p>
<ul>${columns.map((column) => html`<li><code>${column.name}</code> ${column.title}</li>`)}</ul></details>`
}

/** The choices of a question: everything, or one item, year or department. */
export function ChoiceFields({ choices }: Question, options: Setup['options']): Html {
  return html`${choices.map((name: ChoiceName) => html`<label class="choice">${choiceTitles[name]} <select name="${name}"><option value="">すべて</option>${options[name].map(({ value, title }) => html`<option value="${value}">${title}</option>`)}</select></label>`)}`
}

/** The queries of the past, each to be taken up again. */
export function HistoryEntries(entries: readonly string[]): Html {
  if (entries.length === 0) return html`<li>まだない</li>`
  return html`${entries.map((sql, index) => html`<li><button type="button" data-past="${index}"><code>${sql}</code></button></li>`)}`
}
