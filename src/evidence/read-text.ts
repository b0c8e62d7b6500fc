import type { Row } from '../../loaders/tables.ts'
import type { SourcePlace } from '../facts/figure-index.ts'
import { placeWords } from '../format/place-words.ts'
import { isMeasure, roleName } from '../format/roles.ts'
import { escapeHtml, type Html, html, joinWords, Phrase } from '../markup/html.ts'
import { figureHref, LineLink } from './fact-number.ts'
import type { PageContext } from './page-context.ts'
import { placeOfRow } from './places.ts'

type Figure = Row<'figures'>

/** Text of the document: each number in it that measures something links to itself there, and its line stands at the end. */
export function ReadText(page: PageContext, text: string, place: SourcePlace): Html {
  return html`${LinkedFigures(page, text, place)} <small class="text-line">${LineLink(placeOfRow(page.warehouse, place))}</small>`
}

/** Text read from a place, its measures linked; a number that a line end parts stays as it is. */
export function LinkedFigures(page: PageContext, text: string, place: SourcePlace): Phrase {
  const pieces: (Phrase | string)[] = []
  let from = 0
  for (const { figure, start, end } of figuresIn(page, text, place)) {
    const printed = text.slice(start, end)
    pieces.push(text.slice(from, start), isMeasure(figure.role) ? FigureLink(page, figure, printed) : printed)
    from = end
  }
  return joinWords([...pieces, text.slice(from)])
}

/** A number of a text with where its words stand in that text, end exclusive. */
export interface FigureInText {
  figure: Figure
  start: number
  end: number
}

/** The numbers of a text read from a place, in order; one that a line end parts is left out. */
export function figuresIn(page: Pick<PageContext, 'figures' | 'warehouse'>, text: string, place: SourcePlace): FigureInText[] {
  const found: FigureInText[] = []
  for (const figure of page.figures.within(place)) {
    const printed = printedText(page, figure)
    const start = printed === undefined ? -1 : text.indexOf(printed, found.at(-1)?.end ?? 0)
    if (printed !== undefined && start >= 0) found.push({ figure, start, end: start + printed.length })
  }
  return found
}

/** A number as it is printed, leading to itself in the source view. */
export function FigureLink(page: PageContext, figure: Figure, text: string): Phrase {
  const title = escapeHtml(`${placeWords(figure)}、${roleName(figure.role)}`)
  const link = `<a class="read read-figure" href="${figureHref(figure.figure_no)}" title="${title}">${escapeHtml(text)}</a>`
  return new Phrase(link, text, [page.site.facts.ofFigure(figure)])
}

/** The words of a number as they stand in its line; undefined where they go over a line end. */
export function printedText(page: Pick<PageContext, 'warehouse'>, figure: Figure): string | undefined {
  if (figure.source_line !== figure.source_end_line) return undefined
  const line = page.warehouse.table('sourceLines')[figure.source_line - 1]
  return line?.text.slice(figure.source_column - 1, figure.source_end_column - 1)
}
