import type { Warehouse } from '../data/warehouse.ts'
import type { AnyNumberFact, Fact, NumberFact, ReadFact } from '../facts/fact.ts'
import { isSayable } from '../format/changes.ts'
import { notGiven } from '../format/nothing-words.ts'
import { changeInWords, decimalsOf, formatChange, formatNumber, formatPercentChange, noData } from '../format/numbers.ts'
import { type LinePlace, lineWords, placeWords } from '../format/place-words.ts'
import { escapeHtml, Phrase } from '../markup/html.ts'
import type { Cell } from '../markup/table.ts'
import { ElsewhereNumber } from './other-plans.ts'
import type { PageContext } from './page-context.ts'
import { placeOfLine } from './places.ts'

/** Where a number of the document stands in the source view. */
export function figureHref(figureNo: number): string {
  return `/source.html#n${figureNo}`
}

/** Where a line of the document stands in the source view. */
export function lineHref(line: number): string {
  return `/source.html#L${line}`
}

/**
 * A fact as a page shows it: a number that was read is a link to its words, one that was computed a button that opens its
 * receipt (no script needed); one of another document says where it stands. Where there is no fact, the words for it. `text` is
 * what is shown, else the value without its unit.
 */
export function FactNumber(page: PageContext, fact: AnyNumberFact | undefined, text?: string): Phrase {
  if (!fact) return new Phrase(noData, noData)
  const shown = text ?? factText(fact)
  if (fact.kind === 'elsewhere') return ElsewhereNumber(page, fact, shown)
  return fact.kind === 'read' ? ReadLink(page, fact, shown) : ReceiptButton(page, fact, shown)
}

/** A fact with its unit. */
export function FactInFull(page: PageContext, fact: AnyNumberFact | undefined): Phrase {
  return FactNumber(page, fact, fact && factInFull(fact))
}

/** A change in percent in words, answering for itself: 77.2%増; undefined where there is none, or one so large that only tables state it. */
export function ChangeWords(page: PageContext, percent: NumberFact | undefined): Phrase | undefined {
  return percent && isSayable(percent.value) ? FactNumber(page, percent, changeInWords(percent.value)) : undefined
}

/** A fact as a cell of a table: its value for downloads, and what is shown. */
export function factCell(page: PageContext, fact: AnyNumberFact | undefined, text?: string): Cell {
  return { value: fact?.value ?? null, shown: FactNumber(page, fact, text) }
}

/**
 * A value of a row as a cell of a table. Where there is none it says which kind of nothing: データなし without a row or with nothing
 * to compute it of, 記載なし where the document does not state it.
 */
export function valueCell<R extends object>(page: PageContext, row: R | undefined, column: keyof R & string): Cell {
  const fact = row && page.fact(row, column)
  if (fact || !row) return factCell(page, fact)
  return { value: null, shown: page.warehouse.columnOf(row, column)?.formula ? noData : notGiven }
}

function ReadLink(page: PageContext, fact: ReadFact, shown: string): Phrase {
  const printed = page.warehouse.printed(fact.figure).trim()
  const value = formatNumber(fact.value, decimalsOf(fact.value))
  const conversion = printed === shown || printed.startsWith(value) ? '' : ` = ${value}`
  const title = `${placeWords(fact.figure)}「${printed}」${conversion}`
  const text = `<a class="read" href="${figureHref(fact.figure.figure_no)}" title="${escapeHtml(title)}" data-value="${fact.value}">${escapeHtml(shown)}</a>`
  return new Phrase(text, shown, [fact])
}

function ReceiptButton(page: PageContext, fact: Extract<NumberFact, { kind: 'computed' }>, shown: string): Phrase {
  if (fact.value === 0 && fact.operands.length === 0) return new Phrase(escapeHtml(shown), shown, [fact])
  const id = page.receiptId(fact)
  const text = `<button type="button" class="computed" popovertarget="${id}" aria-haspopup="dialog">${escapeHtml(shown)}</button>`
  return new Phrase(text, shown, [fact])
}

/** A fact's value without its unit, but % where it is a share; changes with their sign. */
export function factText(fact: AnyNumberFact): string {
  if (fact.kind !== 'computed')
    return `${formatNumber(fact.value, fact.unit === '%' ? Math.max(1, decimalsOf(fact.value)) : decimalsOf(fact.value))}${percentSign(fact)}`
  switch (fact.formula.kind) {
    case 'difference':
      return formatChange(fact.value, decimalsOf(fact.value))
    case 'change_percent':
      return formatPercentChange(fact.value)
    case 'percent':
      return `${formatNumber(fact.value, Math.max(1, decimalsOf(fact.value)))}%`
    default:
      return `${formatNumber(fact.value, decimalsOf(fact.value))}${percentSign(fact)}`
  }
}

/** A fact's value with its unit. */
export function factInFull(fact: AnyNumberFact): string {
  return fact.unit === '%' ? factText(fact) : `${factText(fact)}${fact.unit}`
}

function percentSign({ unit }: AnyNumberFact): string {
  return unit === '%' ? '%' : ''
}

/** Words of the document that are counted, such as a rating: a link to their line. */
export function WordsLink({ warehouse }: PageContext, words: string, line: number): Phrase {
  const fact: Fact = { kind: 'words', words, line }
  return new Phrase(LineLink(placeOfLine(warehouse, line), words).text, words, [fact])
}

/** A line of the document, leading to it in the source view; the words say where it stands where they are left out. */
export function LineLink(place: LinePlace, words = lineWords(place)): Phrase {
  const title = escapeHtml(placeWords(place))
  return new Phrase(`<a class="read" href="${lineHref(place.source_line)}" title="${title}">${escapeHtml(words)}</a>`, words)
}

/** A line of the document by where it stands in full: 原文508行, PDF 12頁. */
export function PlaceLink(warehouse: Warehouse, line: number): Phrase {
  const place = placeOfLine(warehouse, line)
  return LineLink(place, placeWords(place))
}
