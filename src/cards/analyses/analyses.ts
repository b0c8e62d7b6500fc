import type { Answered } from '../../data/warehouse.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { type Html, html } from '../../markup/html.ts'
import { addressOf } from '../../sql/address.ts'
import { AnswerTable, answerFile } from '../sql/sql.ts'

/** What the page is for. */
export const analysesLead = '議会や庁内でよく聞かれることを、表への問い合わせで順に答えた例。どのSQLも、開いてそのまま実行し、書き換えられる。'

/** Each analysis: what it asks and takes care of, its answer, and its SQL, to be opened and run. */
export function analysisSections(page: PageContext): Html[] {
  return page.warehouse.analyses.map((answered) => Analysis(page, answered))
}

function Analysis(page: PageContext, { question: { name, title, description }, sql, result }: Answered): Html {
  const id = `analysis-${name}`
  const answer =
    result.rows.length === 0
      ? html`<p class="nothing">このプランの文書には、当てはまる行がない。</p>`
      : html`<details open id="${id}-table"><summary>答え (${result.rows.length}行)</summary>${AnswerTable(result, `${id}-title`)}</details>`
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="scope">${description}</p>
${answer}
<details open class="snippet"><summary>SQL</summary><pre tabindex="0" role="group" aria-label="${title} のSQL"><code>${sql}</code></pre></details>
<p class="downloads"><a href="/sql.html${addressOf(sql)}">このSQLを開いて実行する</a> ${result.rows.length > 0 && html`<a rel="external" download href="${answerFile(page, name, result)}">CSV</a>`}</p></section>`
}
