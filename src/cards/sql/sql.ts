import type { Table } from '../../../loaders/records/table.ts'
import { published } from '../../../loaders/warehouse/published.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { downloadName } from '../../format/municipality.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { DataTable } from '../../markup/table.ts'
import type { Question } from '../../questions/questions.ts'
import { type Result, resultCsv } from '../../questions/values.ts'
import type { KnownTable, Setup } from '../../sql/catalog.ts'
import { ValueCell } from '../../sql/value-cell.ts'

/** What one can do here, and that nothing leaves the browser. */
export const sqlLead =
  'よくある質問を選ぶか、自分でSQLを書いて、このブラウザの中で実行する。データはこのサイトにあるものだけで、問い合わせも結果もどこにも送られない。'

/** The page of SQL: what its script needs, and the ready questions answered in advance for where it cannot run. */
export function sqlPage(page: PageContext): Html {
  const { answers } = page.warehouse
  return html`<div id="sql" data-setup="${JSON.stringify(setup(page))}"></div>
<div id="sql-answers"><div class="card"><p><strong>ここではSQLを実行できない。</strong><span class="sql-reason">実行にはJavaScriptとWebAssemblyが要る。</span>
使えないときのために、よくある質問の答えをすべて下に載せた。端末では <code>npm run sql</code> で同じ質問と自由なSQLを実行できる。</p>
<ul><li><a href="/analyses.html">分析の例: 3つの問いを、SQLとその答えで</a></li>${answers.map(({ question: { name, title } }) => html`<li><a href="#answer-${name}-table">${title}</a></li>`)}</ul></div>
${answers.map(({ question, result }) => Answer(page, question, result))}</div>
<script rel="external" defer src="${page.root}sql-start.js"></script>`
}

function setup({ warehouse, root }: PageContext): Setup {
  const items = warehouse.table('items')
  const { first_fiscal_year: first, last_fiscal_year: last } = warehouse.plan
  const years = first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, step) => first + step)
  return {
    plan: warehouse.plan.plan_id,
    code: warehouse.plan.municipality_code,
    root,
    questions: warehouse.answers.map(({ question }) => question),
    tables: Object.values<Table>(published).map(knownTable),
    options: {
      item: items.map(({ item_no }) => ({ value: String(item_no), title: warehouse.itemName(item_no) })),
      year: years.map((year) => ({ value: String(year), title: `${eraYear(year)} (${year})` })),
      department: [...new Set(items.flatMap(({ departments }) => departments ?? []))].map((name) => ({ value: name, title: name })),
    },
  }
}

function knownTable({ name, title, columns, key, references = [] }: Table): KnownTable {
  const titled = columns.map((column) => ({ name: column.name, title: `${column.title}${column.unit ? ` (${column.unit})` : ''}` }))
  return { name, title, columns: titled, key, references }
}

/** A ready question with its answer, which a word may narrow. */
function Answer(page: PageContext, { name, title, description }: Question, result: Result): Html {
  return html`<section class="card" id="answer-${name}" aria-labelledby="answer-${name}-title"><h2 id="answer-${name}-title">${title}</h2><p class="scope">${description}</p>
<details open id="answer-${name}-table"><summary>表で見る (${result.rows.length}行)</summary>
<form class="filter" data-filters="answer-${name}" hidden><label>キーワードで絞り込む <input type="search" data-column="all" autocomplete="off"></label>
<output aria-live="polite"></output></form>${AnswerTable(result, `answer-${name}-title`)}</details>
<p class="downloads"><a rel="external" download href="${answerFile(page, name, result)}">CSV</a></p></section>`
}

/** The answer of a question as a table. */
export function AnswerTable({ columns, rows }: Result, labelledBy: string): Html {
  const table = {
    head: columns.map((column) => column.name),
    rows: rows.map((row) =>
      columns.map((column, index) => {
        const value = row[index] ?? null
        return { value: value !== null && column.isNumeric ? Number(value) : String(value ?? ''), shown: ValueCell(column, value) }
      }),
    ),
  }
  return DataTable(table, labelledBy)
}

/** Writes the answer of a question beside the pages as CSV for Excel, and gives its address. */
export function answerFile(page: PageContext, name: string, { columns, rows }: Result): string {
  const csv = resultCsv({ columns, rows }, { forExcel: true, municipality: page.municipality })
  return page.writeFile(`answers/${downloadName(name, page.municipality)}.csv`, csv)
}
