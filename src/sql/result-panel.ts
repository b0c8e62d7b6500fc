import { html } from '../markup/html.ts'
import { saveFile } from '../markup/save-file.ts'
import { type Result, resultCsv } from '../questions/values.ts'
import { ResultView } from './result-view.ts'

/** A result with the query that gave it and the time it took. */
export interface Shown {
  result: Result
  sql: string
  seconds: number
}

/** The card of a result: its table, its chart in one click, its files. */
export class ResultPanel {
  readonly #card: HTMLElement
  readonly #view: ResultView
  #shown: Shown | undefined

  constructor(card: HTMLElement) {
    this.#card = card
    this.#view = new ResultView(this.#find('.sql-table'))
    this.#find<HTMLSelectElement>('[name=value]').addEventListener('input', () => void this.#drawChart())
  }

  /** Shows a result; an open chart is drawn anew. */
  show(shown: Shown): void {
    this.#shown = shown
    const { result, seconds } = shown
    this.#card.hidden = false
    const rows = result.rows.length.toLocaleString('ja-JP')
    this.#find('h2').textContent = result.rows.length === 0 ? '条件に合う行はない' : `結果 ${rows}行`
    this.#find('.scope').textContent = `${result.columns.length}列、${seconds.toFixed(2)}秒。${result.isCut ? `結果が長いので、初めの${rows}行で止めた。` : ''}`
    this.#view.show(result)
    if (this.#isChartOpen) void this.#openChart()
  }

  /** Opens the chart of the result, or closes it. */
  async toggleChart(): Promise<void> {
    this.#find('#sql-chart').hidden = this.#isChartOpen
    this.#find('[data-do=chart]').setAttribute('aria-expanded', String(this.#isChartOpen))
    if (this.#isChartOpen) await this.#openChart()
  }

  /** Hands the result out as CSV with a byte order mark, so that Excel opens it. */
  saveCsv(): void {
    if (this.#shown) saveFile('result.csv', new Blob([resultCsv(this.#shown.result, { forExcel: true })], { type: 'text/csv' }))
  }

  /** Hands the result out as an Excel file. */
  async saveExcel(): Promise<void> {
    if (!this.#shown) return
    const { resultWorkbook } = await import('./workbook.ts')
    saveFile('result.xlsx', await resultWorkbook(this.#shown.result, this.#shown.sql))
  }

  get #isChartOpen(): boolean {
    return !this.#find('#sql-chart').hidden
  }

  async #openChart(): Promise<void> {
    if (!this.#shown) return
    const { result } = this.#shown
    const { drawableColumns } = await import('./chart.ts')
    const options = drawableColumns(result)
    const select = this.#find<HTMLSelectElement>('[name=value]')
    select.innerHTML = html`${options.map((column) => html`<option value="${column}">${result.columns[column]?.name}</option>`)}`.text
    await this.#drawChart()
  }

  async #drawChart(): Promise<void> {
    if (!this.#shown) return
    const { chartColumns, drawResult } = await import('./chart.ts')
    const select = this.#find<HTMLSelectElement>('[name=value]')
    const place = this.#find('#sql-chart .chart')
    const hasValue = select.value !== ''
    select.parentElement?.toggleAttribute('hidden', !hasValue)
    const chart = hasValue ? drawResult(this.#shown.result, chartColumns(this.#shown.result, Number(select.value)), place.clientWidth) : undefined
    place.replaceChildren(...(chart ? [chart.svg] : []))
    this.#find('.sql-note').textContent = chart ? chart.left : '図にできる数の列がない。'
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#card.querySelector(selector) as E
  }
}
