import { elementScroll, measureElement, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import { textEms } from '../../loaders/document/text-width.ts'
import { html } from '../markup/html.ts'
import type { Result, ResultColumn, Value } from '../questions/values.ts'
import { valueText } from '../questions/values.ts'
import type { Arrangement } from './arranged.ts'
import { ValueCell } from './value-cell.ts'

const sampledRows = 200
const usualHeight = 34
const mostPrinted = 1000

/** A table of any length: only the rows in sight stand in the page, and each says which row it is. */
export class ResultView {
  #virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement> | undefined
  #result: Result | undefined
  #leave: () => void = () => {}

  readonly #print = ({ type }: Event) => this.#draw(type === 'beforeprint')

  /** `order` is told of which column the rows are to be ordered by. */
  constructor(
    readonly place: HTMLElement,
    order: (column: number) => void,
  ) {
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, this.#print)
    place.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-sort]') : null
      if (button) order(Number(button.dataset.sort))
    })
  }

  /** Is told that the table is taken away. */
  leave(): void {
    this.#leave()
    for (const type of ['beforeprint', 'afterprint']) removeEventListener(type, this.#print)
  }

  /** Shows a result from its first row on, and by which column it is ordered. */
  show(result: Result, order: Arrangement['order']): void {
    this.#leave()
    this.#result = result
    const { columns, rows } = result
    const widths = columnWidths(result)
    this.place.innerHTML =
      html`<div class="sql-scroll" tabindex="0" role="region" aria-label="結果の表"><table aria-label="問い合わせの結果" aria-rowcount="${rows.length + 1}" style="--width:${widths.reduce((sum, width) => sum + width, 0)}em">
<colgroup>${widths.map((width) => html`<col style="width:${width}em">`)}</colgroup>
<thead><tr aria-rowindex="1">${columns.map((column, index) => Head(column, index, order))}</tr></thead><tbody></tbody></table></div>`.text
    const scroll = this.place.querySelector<HTMLElement>('.sql-scroll') as HTMLElement
    const virtualizer = new Virtualizer<HTMLElement, HTMLTableRowElement>({
      count: rows.length,
      getScrollElement: () => scroll,
      estimateSize: () => usualHeight,
      overscan: 8,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      measureElement,
      onChange: () => this.#draw(false),
    })
    this.#virtualizer = virtualizer
    this.#leave = virtualizer._didMount()
    virtualizer._willUpdate()
    this.#draw(false)
  }

  #draw(isForPrint: boolean): void {
    const result = this.#result
    const virtualizer = this.#virtualizer
    const body = this.place.querySelector('tbody')
    if (!result || !virtualizer || !body) return
    const items = virtualizer.getVirtualItems()
    const indices = isForPrint ? result.rows.slice(0, mostPrinted).map((_, index) => index) : items.map(({ index }) => index)
    const above = isForPrint ? 0 : (items[0]?.start ?? 0)
    const below = isForPrint ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
    body.innerHTML = html`${Gap(above)}${indices.map((index) => Row(result, index))}${Gap(below)}`.text
    for (const row of body.querySelectorAll<HTMLTableRowElement>('tr[data-index]')) virtualizer.measureElement(row)
  }
}

function Head({ name, isNumeric }: ResultColumn, index: number, order: Arrangement['order']) {
  const direction = order?.column === index ? (order.isDown ? 'descending' : 'ascending') : 'none'
  const sign = { descending: '▼', ascending: '▲', none: '' }[direction]
  return html`<th scope="col" aria-sort="${direction}"${isNumeric && html` class="number-head"`}><button type="button" data-sort="${index}" title="並べ替える">${name}<span aria-hidden="true">${sign}</span></button></th>`
}

function Gap(height: number) {
  return height > 0 && html`<tr class="sql-gap" aria-hidden="true"><td style="height:${height}px"></td></tr>`
}

function Row({ columns, rows }: Result, index: number) {
  const cells = rows[index] as readonly Value[]
  return html`<tr data-index="${index}" aria-rowindex="${index + 2}">${columns.map(
    (column, place) => html`<td${column.isNumeric && html` class="number"`}>${ValueCell(column, cells[place] as Value)}</td>`,
  )}</tr>`
}

/** Widths in ems that hold a column's head and most of its values, long texts in lines. */
function columnWidths({ columns, rows }: Result): number[] {
  return columns.map(({ name }, index) => {
    const texts = rows.slice(0, sampledRows).map((row) => valueText(row[index] as Value) ?? 'NULL')
    return Math.ceil(Math.min(30, Math.max(4, textEms(name), ...texts.map(textEms))) + 2)
  })
}
