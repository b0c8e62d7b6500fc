import { reasons } from '../../../loaders/records/reasons.ts'
import type { Row } from '../../../loaders/tables.ts'
import { withoutMarkup } from '../../evidence/words.ts'
import { isMeasure, roleName } from '../../format/roles.ts'
import { bothYears } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import type { UseLists } from './use-lists.ts'

type Figure = Row<'figures'>

/** A stretch of a line, columns from 0, end exclusive. */
export interface Stretch {
  from: number
  to: number
}

/** A stretch of a line with its numbers marked. A number that goes on after the line is marked up to its end. */
export function MarkedText(line: Row<'sourceLines'>, { from, to }: Stretch, figures: readonly Figure[], lists: UseLists): Html {
  const pieces: Html[] = []
  let at = from
  for (const figure of figures) {
    const start = figure.source_column - 1
    if (start < at || start >= to) continue
    const end = figure.source_end_line === line.line_no ? Math.min(figure.source_end_column - 1, to) : to
    pieces.push(PlainText(line.text.slice(at, start)), FigureMark(figure, line.text.slice(start, end), lists))
    at = end
  }
  return html`${pieces}${PlainText(line.text.slice(at, to))}`
}

/** A number as it is printed: a button that opens the list of the places where it is used, else a link to itself. */
export function FigureMark(figure: Figure, text: string | Html, lists: UseLists, label?: string): Html {
  const kind = figure.reason === 'unread' ? 'unread' : isMeasure(figure.role) ? 'measure' : 'other'
  const meaning = figureMeaning(figure)
  const uses = lists.of(figure.figure_no)
  const id = `n${figure.figure_no}`
  const name = label !== undefined && html` aria-label="${label}"`
  if (!uses) return html`<a id="${id}" class="n n-${kind}" href="#${id}"${name} title="${meaning}。使っている所はない">${text}</a>`
  return html`<button type="button" id="${id}" class="n n-${kind}" popovertarget="${uses.id}" aria-haspopup="dialog"${name} title="${meaning}。使っている所${uses.places.length}か所">${text}</button>`
}

/** What was made of a number, in words. */
function figureMeaning(figure: Figure): string {
  const unread = figure.role !== null && figure.reason === 'unread' ? reasons.unread : null
  return [roleName(figure.role), unread, figure.label, figure.fiscal_year === null ? null : bothYears(figure.fiscal_year)]
    .filter((word) => word !== null)
    .join('、')
}

/** Text without markup, tabs as gaps that can be seen. */
function PlainText(text: string): Html {
  const parts = withoutMarkup(text).split('\t')
  return html`${parts.map((part, index) => html`${index > 0 && html`<span class="tab"> </span>`}${part}`)}`
}
