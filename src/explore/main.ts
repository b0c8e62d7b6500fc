// The explorer: the one page that needs a script. The question is in the address; each change of it is answered from the
// rows of the site's tables, each loaded once.

import { chartFile, chartPicture } from '../charts/chart-picture.ts'
import { downloadName } from '../format/municipality.ts'
import { type Html, html } from '../markup/html.ts'
import { saveFile } from '../markup/save-file.ts'
import { DataTable, tableCsv } from '../markup/table.ts'
import { answer } from './answer.ts'
import { type Catalog, type CatalogTable, measureOf } from './catalog.ts'
import { drawChart, noChart, type Size } from './chart.ts'
import { Choices, Filters } from './controls.ts'
import { Loader } from './load.ts'
import { addressQuestion, firstQuestion, longestSearch, mendQuestion, type Question, writeQuestion } from './question.ts'
import { cellOf, finding, Notes, Receipt, resultTable, rowTable, type Shown, Source, scope } from './result.ts'

const page = document.getElementById('explore') as HTMLElement
const catalog = JSON.parse(page.dataset.catalog ?? '{}') as Catalog
const loader = new Loader(catalog)
const openFilters = new Set<string>()
let question = addressQuestion(catalog, location.search)
let shown: Shown | undefined
let asked = 0

page.innerHTML = html`<form class="explore-form" aria-label="集計の条件"><div class="explore-choices"></div>
<div class="explore-facets" role="group" aria-label="絞り込み"></div>
<p class="explore-actions"><label class="choice">キーワードで絞り込む <input type="search" name="search" maxlength="${longestSearch}" autocomplete="off"></label> <button type="button" data-do="clear">絞り込みを外す</button> <a class="explore-link" href="">この集計へのリンク</a></p></form>
<section class="card" aria-labelledby="explore-finding"><h2><span id="explore-finding" role="status"></span></h2><p class="scope"></p>
<div class="chart explore-chart"></div><p class="explore-note"></p><div class="explore-notes"></div><div class="explore-table"></div>
<p class="source"></p><p class="downloads"><button type="button" data-do="csv">CSV</button> <button type="button" data-do="svg">SVG</button> <button type="button" data-do="png">PNG</button></p></section>
<details class="explore-rows"><summary id="explore-rows-title"></summary><div></div><p class="downloads"><button type="button" data-do="rows">もとの行のCSV</button></p></details>
<div id="explore-receipt" class="receipt" popover role="dialog" aria-label="計算の内訳"></div>`.text

function find<E extends Element = HTMLElement>(selector: string): E {
  return page.querySelector(selector) as E
}

function tableOf({ table }: Question): CatalogTable {
  return catalog.tables.find(({ name }) => name === table) as CatalogTable
}

/** Answers the question at hand and shows the answer; a later question overtakes one that is still being loaded. */
async function show(): Promise<void> {
  asked += 1
  const turn = asked
  try {
    const [loaded, figures] = await Promise.all([loader.table(question.table), loader.figures()])
    if (turn !== asked) return
    performance.mark('explore-asked')
    shown = { loaded, figures, question, measure: measureOf(loaded.catalog, question.measure), answer: answer(loaded, question) }
    showChoices()
    showAnswer(shown)
    performance.measure('explore-answer', 'explore-asked')
  } catch (error) {
    find('#explore-finding').textContent = '集計に使う表を読み込めなかった'
    find('.scope').textContent = `サイトのフォルダーを丸ごと置き直すと使える。(${error instanceof Error ? error.message : error})`
  }
}

function showAnswer(now: Shown): void {
  put('#explore-finding', html`${finding(now)}`)
  put('.scope', html`${scope(catalog.scope, now)}`)
  const table = resultTable(now)
  put('.explore-table', DataTable(table, 'explore-finding'))
  find('.explore-table').classList.toggle('explore-total', table.rows.length > now.answer.rowKeys.length)
  put('.explore-notes', Notes(now))
  put('.source', Source(now, catalog.root))
  put('.explore-rows summary', html`もとの行を見る (${now.answer.whole.rows.length}行)`)
  showRows()
  showChart()
}

function showChart(size: Size = { width: find('.explore-chart').clientWidth }): void {
  if (!shown) return
  const chart = drawChart(shown, size)
  find('.explore-chart').replaceChildren(...(chart ? [chart.svg] : []))
  find('.explore-note').textContent = chart ? chart.left : noChart(shown)
  for (const name of ['svg', 'png']) find<HTMLButtonElement>(`[data-do=${name}]`).hidden = !chart
}

/** The rows behind the answer, drawn when asked for. */
function showRows(): void {
  if (shown) put('.explore-rows div', find<HTMLDetailsElement>('.explore-rows').open ? DataTable(rowTable(shown), 'explore-rows-title') : html``)
}

/** Draws the choices anew; what had the focus keeps it. */
function showChoices(): void {
  if (!shown) return
  const table = tableOf(question)
  const focused = document.activeElement instanceof HTMLElement && page.contains(document.activeElement) ? document.activeElement : undefined
  const selector = focused && focusSelector(focused)
  put('.explore-choices', Choices(catalog, table, question))
  put('.explore-facets', Filters(shown.loaded.catalog, question, shown.answer, openFilters))
  const search = find<HTMLInputElement>('[name=search]')
  if (search.value !== question.search) search.value = question.search
  find<HTMLAnchorElement>('.explore-link').href = `?${writeQuestion(question)}`
  if (selector && document.activeElement !== focused) page.querySelector<HTMLElement>(selector)?.focus()
}

function focusSelector(element: HTMLElement): string | undefined {
  if (element instanceof HTMLInputElement && element.type === 'checkbox') return `[name="${element.name}"][value="${CSS.escape(element.value)}"]`
  const filter = element.closest<HTMLElement>('[data-filter]')
  if (filter && element.tagName === 'SUMMARY') return `[data-filter="${filter.dataset.filter}"] summary`
  return element instanceof HTMLSelectElement ? `[name="${element.name}"]` : undefined
}

function put(selector: string, content: Html): void {
  find(selector).innerHTML = content.text
}

/** Asks another question: puts it into the address and shows its answer. */
function ask(next: Question): void {
  question = mendQuestion(tableOf(next), next)
  history.replaceState(null, '', `?${writeQuestion(question)}`)
  void show()
}

/** The filters after a box of one of them was ticked or not; one without any tick is none. */
function filtersWith(box: HTMLInputElement): Question['filters'] {
  const name = box.name.replace(/^only\./, '')
  const kept = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(box.name)}"]:checked`)].map(({ value }) => value)
  const { [name]: _, ...others } = question.filters
  return kept.length === 0 ? others : { ...others, [name]: kept }
}

const form = find<HTMLFormElement>('form')
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLSelectElement) ask(target.name === 'table' ? firstQuestion(catalog, target.value) : { ...question, [target.name]: target.value })
  else if (target instanceof HTMLInputElement)
    ask(target.type === 'checkbox' ? { ...question, filters: filtersWith(target) } : { ...question, search: target.value })
})
form.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || target.dataset.filter === undefined) return
    if (target.open === openFilters.has(target.dataset.filter)) return
    if (target.open) openFilters.add(target.dataset.filter)
    else openFilters.delete(target.dataset.filter)
    showChoices()
  },
  true,
)
find('.explore-rows').addEventListener('toggle', showRows)
page.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
  const cell = shown && button?.dataset.cell !== undefined ? cellOf(shown, button.dataset.cell) : undefined
  if (shown && cell) put('#explore-receipt', Receipt(shown, cell))
  void actions[button?.dataset.do ?? '']?.()
})

/** The name of a file of what is shown: its table, after the code of the municipality. */
function fileName(end: string): string {
  return downloadName(`${question.table}${end}`, catalog.municipality)
}

const actions: Readonly<Record<string, () => unknown>> = {
  clear: () => ask({ ...question, filters: {}, search: '' }),
  csv: () => shown && saveFile(fileName('.csv'), new Blob([tableCsv(resultTable(shown), catalog.municipality)], { type: 'text/csv' })),
  rows: () => shown && saveFile(fileName('-rows.csv'), new Blob([tableCsv(rowTable(shown), catalog.municipality)], { type: 'text/csv' })),
  svg: () => saveFile(fileName('.svg'), new Blob([chartFile(find('.explore-chart svg'))], { type: 'image/svg+xml' })),
  png: async () => saveFile(fileName('.png'), await chartPicture(chartFile(find('.explore-chart svg')))),
}

/** Marks the same group in the chart and in the table. */
function link({ target }: Event): void {
  const mark = target instanceof Element ? target.closest<SVGElement>('[data-row]') : null
  const line = target instanceof Element ? target.closest('.explore-table tbody tr') : null
  const lines = [...page.querySelectorAll('.explore-table tbody tr')]
  const row = mark ? mark.dataset.row : line ? String(lines.indexOf(line)) : undefined
  lines.forEach((other, index) => {
    other.classList.toggle('linked', String(index) === row)
  })
  for (const other of page.querySelectorAll<SVGElement>('.explore-chart [data-row]')) other.classList.toggle('linked', other.dataset.row === row)
}
page.addEventListener('pointerover', link)
page.addEventListener('focusin', link)

/** The room for a chart on the first sheet of A4. */
const paper: Size = { width: 640, height: 640 }

let drawnWidth = 0
new ResizeObserver(() => {
  const width = find('.explore-chart').clientWidth
  if (width !== drawnWidth) showChart()
  drawnWidth = width
}).observe(find('.explore-chart'))
addEventListener('beforeprint', () => showChart(paper))
addEventListener('afterprint', () => showChart())
void show()
