import type { SourcePlace } from '../facts/figure-index.ts'
import { formatNumber } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import type { PageContext } from './page-context.ts'

/** One operand of a computed number: its name, and the number itself, which answers for itself in turn. */
export interface Operand {
  name: string
  number: Html
}

/** How a number was computed: the formula in words, its operands, and the result in full. */
export interface Receipt {
  formula: string
  operands: readonly Operand[]
  result: string
}

/** Where a number of the document stands in the source view. */
export function sourceHref(page: Pick<PageContext, 'figures'>, place: SourcePlace, value: number | null): string {
  const figure = value === null ? undefined : page.figures.find(place, value)
  return `/source.html#${figure ? `n${figure.figure_no}` : `L${place.source_line}`}`
}

/**
 * A number read from the document: a link to its words. `value` is the number in its base unit (yen, persons, …); where
 * the page shows it rounded or in another unit than the document, the link's title spells the conversion out.
 */
export function ReadNumber(page: Pick<PageContext, 'figures'>, text: string, place: SourcePlace, value: number | null): Html {
  const figure = value === null ? undefined : page.figures.find(place, value)
  const printed = figure ? `${formatNumber(figure.value, decimals(figure.value))}${figure.unit ?? ''}` : undefined
  const conversion =
    printed !== undefined && printed !== text && value !== null && printed !== formatNumber(value, decimals(value))
      ? ` = ${formatNumber(value, decimals(value))}`
      : ''
  const title = `原文${place.source_line}行${printed === undefined ? '' : `「${printed}」${conversion}`}`
  return html`<a class="read" href="${sourceHref(page, place, value)}" title="${title}"${value !== null && html` data-value="${value}"`}>${text}</a>`
}

/** Words read from the document: a link to their line. */
export function ReadWords(text: string, place: Pick<SourcePlace, 'source_line'>): Html {
  return html`<a class="read" href="/source.html#L${place.source_line}" title="原文${place.source_line}行">${text}</a>`
}

/** A number that was computed: a button that opens its receipt, with no script needed. */
export function ComputedNumber(page: PageContext, text: string, { formula, operands, result }: Receipt): Html {
  const id = page.nextId('receipt')
  return html`<button type="button" class="computed" popovertarget="${id}" aria-haspopup="dialog">${text}</button><span popover id="${id}" class="receipt" role="dialog" aria-label="計算の内訳"><span class="receipt-formula">${formula}</span>${operands.map(
    ({ name, number }) => html`<span class="receipt-line"><span>${name}</span><span class="receipt-number">${number}</span></span>`,
  )}<span class="receipt-line receipt-result"><span>結果</span><span class="receipt-number">${result}</span></span></span>`
}

function decimals(value: number | null): number {
  return value === null ? 0 : (String(value).split('.')[1]?.length ?? 0)
}
