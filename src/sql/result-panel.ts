import { downloadName } from '../format/municipality.ts'
import { type Html, html } from '../markup/html.ts'
import { saveFile } from '../markup/save-file.ts'
import { type Result, resultCsv } from '../questions/values.ts'
import { type Arrangement, arranged, asItComes } from './arranged.ts'
import type { ChartKind } from './chart.ts'
import { ResultView } from './result-view.ts'

/** A result with the query that gave it and the time it took. */
export interface Shown {
  result: Result
  sql: string
  seconds: number
}

/** Which of several results a card shows, from 1. */
export interface Among {
  no: number
  count: number
  /** the code of the municipality of the page's plan, if known */
  code: string | null
}

const longestStatement = 400

/** The card of a result: its table in any order, its chart in one click, its files. */
export class ResultPanel {
  readonly #card: HTMLElement
  readonly #view: ResultView
  readonly #shown: Shown
  readonly #among: Among
  #arrangement: Arrangement = asItComes
  #arranged: Result

  /** Puts the card at the end of a place. */
  constructor(place: HTMLElement, shown: Shown, among: Among) {
    place.insertAdjacentHTML('beforeend', ResultCard(shown, among).text)
    this.#card = place.lastElementChild as HTMLElement
    this.#shown = shown
    this.#among = among
    this.#arranged = shown.result
    this.#view = new ResultView(this.#find('.sql-table'), (column) => this.#order(column))
    for (const select of this.#card.querySelectorAll('.sql-chart select')) select.addEventListener('input', () => void this.#drawChart())
    this.#card.querySelector('[name=filter]')?.addEventListener('input', ({ target }) => {
      this.#arrange({ ...this.#arrangement, filter: (target as HTMLInputElement).value })
    })
    this.#show()
  }

  /** Whether something of the page is in this card. */
  holds(element: Element): boolean {
    return this.#card.contains(element)
  }

  /** Takes the card away. */
  remove(): void {
    this.#view.leave()
    this.#card.remove()
  }

  /** Opens the chart of the result, or closes it. */
  async toggleChart(): Promise<void> {
    const place = this.#find('.sql-chart')
    place.hidden = !place.hidden
    this.#find('[data-do=chart]').setAttribute('aria-expanded', String(!place.hidden))
    if (!place.hidden) await this.#openChart()
  }

  /** Hands the rows out as they are shown, as CSV with a byte order mark, so that Excel opens it. */
  saveCsv(): void {
    saveFile(`${this.#fileName}.csv`, new Blob([resultCsv(this.#arranged, { forExcel: true })], { type: 'text/csv' }))
  }

  /** Hands the rows out as they are shown, as an Excel file. */
  async saveExcel(): Promise<void> {
    const { resultWorkbook } = await import('./workbook.ts')
    saveFile(`${this.#fileName}.xlsx`, await resultWorkbook(this.#arranged, this.#shown.sql))
  }

  get #fileName(): string {
    const { no, count } = this.#among
    return downloadName(count === 1 ? 'result' : `result-${no}`, this.#among)
  }

  /** Orders by a column: up, then down, then as it came. */
  #order(column: number): void {
    const { order } = this.#arrangement
    const next = order?.column !== column ? { column, isDown: false } : order.isDown ? undefined : { column, isDown: true }
    this.#arrange({ ...this.#arrangement, order: next })
    this.#find<HTMLElement>(`[data-sort="${column}"]`).focus()
  }

  #arrange(arrangement: Arrangement): void {
    this.#arrangement = arrangement
    this.#arranged = arranged(this.#shown.result, arrangement)
    this.#show()
    if (!this.#find('.sql-chart').hidden) void this.#drawChart()
  }

  #show(): void {
    this.#find('h2').textContent = this.#title()
    if (isPlan(this.#shown.result)) this.#find('.sql-table').innerHTML = QueryPlan(this.#shown.result).text
    else this.#view.show(this.#arranged, this.#arrangement.order)
  }

  #title(): string {
    const { no, count } = this.#among
    const all = this.#shown.result.rows.length
    const shown = this.#arranged.rows.length
    const name = count === 1 ? '結果' : `結果 ${no}/${count}、`
    if (all === 0) return count === 1 ? '条件に合う行はない' : `${name}条件に合う行はない`
    if (isPlan(this.#shown.result)) return count === 1 ? '実行計画' : `実行計画 ${no}/${count}`
    const rows = `${shown.toLocaleString('ja-JP')}行`
    return `${name}${count === 1 ? ' ' : ''}${rows}${shown === all ? '' : ` (全${all.toLocaleString('ja-JP')}行)`}`
  }

  async #openChart(): Promise<void> {
    const { chartKinds, drawableColumns, kindsOf } = await import('./chart.ts')
    const { result } = this.#shown
    const columns = html`${drawableColumns(result).map((column) => html`<option value="${column}">${result.columns[column]?.name}</option>`)}`
    this.#find('[name=kind]').innerHTML = html`${kindsOf(result).map((kind) => html`<option value="${kind}">${chartKinds[kind]}</option>`)}`.text
    this.#find('[name=value]').innerHTML = columns.text
    this.#find('[name=across]').innerHTML = columns.text
    this.#find<HTMLSelectElement>('[name=across]').selectedIndex = 1
    await this.#drawChart()
  }

  async #drawChart(): Promise<void> {
    const { drawResult } = await import('./chart.ts')
    const [kind, value, across] = ['kind', 'value', 'across'].map((name) => this.#find<HTMLSelectElement>(`[name=${name}]`)) as [
      HTMLSelectElement,
      HTMLSelectElement,
      HTMLSelectElement,
    ]
    const place = this.#find('.chart')
    const hasValue = value.value !== ''
    for (const select of [kind, value]) select.parentElement?.toggleAttribute('hidden', !hasValue)
    across.parentElement?.toggleAttribute('hidden', kind.value !== 'dots')
    const asked = { kind: kind.value as ChartKind, value: Number(value.value), across: Number(across.value) }
    const chart = hasValue && this.#arranged.rows.length > 0 ? drawResult(this.#arranged, asked, place.clientWidth) : undefined
    place.replaceChildren(...(chart ? [chart.svg] : []))
    this.#find('.sql-note').textContent = chart ? chart.left : hasValue ? '図にする行がない。' : '図にできる数の列がない。'
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#card.querySelector(selector) as E
  }
}

/** Whether a result is the plan by which DuckDB runs a query (EXPLAIN). */
function isPlan({ columns }: Result): boolean {
  return columns.map(({ name }) => name).join() === 'explain_key,explain_value'
}

function QueryPlan({ rows }: Result): Html {
  return html`${rows.map(([, plan]) => html`<pre class="sql-plan" tabindex="0" role="region" aria-label="実行計画">${String(plan)}</pre>`)}`
}

function ResultCard({ result, sql, seconds }: Shown, { no, count }: Among): Html {
  const rows = result.rows.length.toLocaleString('ja-JP')
  const scope = `${result.columns.length}列、${seconds.toFixed(2)}秒。${result.isCut ? `結果が長いので、初めの${rows}行で止めた。` : ''}`
  const statement = sql.length > longestStatement ? `${sql.slice(0, longestStatement)}…` : sql
  return html`<section class="card sql-result" aria-labelledby="sql-title-${no}"><h2 id="sql-title-${no}"></h2><p class="scope">${scope}</p>
${count > 1 && html`<pre class="sql-statement" tabindex="0" role="region" aria-label="文 ${no}"><code>${statement}</code></pre>`}
<p class="downloads"><button type="button" data-do="chart" aria-expanded="false" aria-controls="sql-chart-${no}">図にする</button> <button type="button" data-do="csv">CSV</button> <button type="button" data-do="excel">Excel</button>
${result.rows.length > 1 && html`<label class="choice sql-filter">結果を絞り込む <input type="search" name="filter" autocomplete="off"></label>`}</p>
<div class="sql-chart" id="sql-chart-${no}" hidden><p class="sql-chart-choices"><label class="choice">図の種類 <select name="kind"></select></label> <label class="choice">図にする列 <select name="value"></select></label> <label class="choice" hidden>横軸の列 <select name="across"></select></label></p><div class="chart"></div><p class="sql-note"></p></div>
<div class="sql-table"></div></section>`
}
