import type { PageContext } from '../../evidence/page-context.ts'
import { CountOf, Sentence } from '../../evidence/sentences.ts'
import { type Html, html, Link, phrase, type Words } from '../../markup/html.ts'
import { type CardTable, DataTable } from '../../markup/table.ts'

/** Rows that a part of the sheet shows at most, so that any plan fits on it. */
export const mostRows = 6

/** A part of the sheet: what it finds in sentences, and a row each for what it lists. */
export interface SheetPart {
  id: string
  title: string
  finding: readonly Words[]
  table?: CardTable | undefined
  /** what the table leaves out, with the address where it stands */
  others?: { rows: readonly unknown[]; href: string }
}

/** A part in markup; each number of its sentences has to be a fact. */
export function SheetSection(page: PageContext, { id, title, finding, table, others }: SheetPart): Html {
  const rest = others && others.rows.length > 0 && Link(others.href, phrase`ほか${CountOf(others.rows)}件`)
  return html`<section class="sheet-part sheet-${id}" aria-labelledby="sheet-${id}">
<h2 id="sheet-${id}">${title}</h2>
${finding.some(Boolean) && html`<p>${Sentence(page, finding)}</p>`}
${table && table.rows.length > 0 && DataTable(table, `sheet-${id}`)}
${rest && html`<p class="sheet-others">${Sentence(page, rest)}</p>`}
</section>`
}
