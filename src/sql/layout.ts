import { type Html, html } from '../markup/html.ts'
import { type ChoiceName, choiceTitles, type Question } from '../questions/questions.ts'
import type { Setup } from './catalog.ts'
import type { SavedQuery } from './saved.ts'

/** The page as it stands before anything is asked. */
export function Layout({ questions }: Setup): Html {
  return html`<div class="sql-workbench"><section class="sql-ask" aria-label="問い合わせ">
<div class="sql-questions" role="group" aria-label="よくある質問">${questions.map(({ name, title }) => html`<button type="button" data-question="${name}" aria-pressed="false">${title}</button>`)}</div>
<p class="sql-description"></p><div class="sql-choices"></div>
<div class="sql-editor"></div>
<div class="sql-parameters sql-choices" role="group" aria-label="問い合わせの中の値"></div>
<p id="sql-error" class="attention" role="alert" hidden></p>
<p class="sql-actions"><button type="button" class="sql-run" data-do="run">実行 <small>Ctrl+Enter</small></button> <button type="button" data-do="stop" disabled>止める</button> <button type="button" data-do="explain">実行計画</button> <button type="button" data-do="start">準備だけ始める</button> <a class="sql-link" href="">この問い合わせへのリンク</a> <button type="button" data-do="copy">リンクをコピー</button> <span class="sql-status" role="status"></span></p>
<p class="sql-address" hidden><label>この問い合わせのリンク <input type="text" readonly></label></p>
<p class="sql-own"><label>自分の表を加える (CSV、Excel。このページの外に出ない) <input type="file" name="own" accept=".csv,.tsv,.txt,.xlsx"></label></p>
</section>
<details class="sql-known"><summary>表と列の一覧</summary><div class="sql-tree"></div></details></div>
<div class="sql-results"></div>
<details class="sql-saved"><summary>名前を付けた問い合わせ (この端末だけに残る)</summary>
<form class="sql-name"><label>今の問い合わせの名前 <input type="text" name="name" maxlength="100" autocomplete="off" required></label> <button>保存</button></form><ul></ul></details>
<details class="sql-history"><summary>履歴 (この端末だけに残る)</summary><ul></ul><p><button type="button" data-do="forget">履歴を消す</button></p></details>`
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

/** The named queries, each to be taken up again or forgotten. */
export function SavedEntries(queries: readonly SavedQuery[]): Html {
  if (queries.length === 0) return html`<li>まだない</li>`
  return html`${queries.map(({ name }) => html`<li><button type="button" data-saved="${name}">${name}</button> <button type="button" data-unsave="${name}" aria-label="${name} を消す">消す</button></li>`)}`
}
