import type { Row } from '../../../loaders/tables.ts'
import { itemAnchors, resultHeadings } from '../../evidence/anchors.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { eraYear, yearRange } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { sourceLines } from '../item-links.ts'
import { countsInWords, itemOf, planYears, rowsOfItem } from './item-of.ts'

type Result = Row<'results'>

/** What was reported, the years side by side; results under the same small head share a row. Nothing where none is. */
export function resultsCard(page: PageContext): Card | undefined {
  const rows = rowsOfItem(page.warehouse.table('results'), itemOf(page))
  if (rows.length === 0) return undefined
  const years = planYears(page, rows)
  const headings = resultHeadings(rows)
  return {
    id: 'results',
    tables: ['results'],
    finding: `報告された実績は${countsInWords(years.map((year) => ({ year, count: rows.filter(({ fiscal_year }) => fiscal_year === year).length })))}`,
    scope: `年度ごとの実績、${yearRange(years[0] ?? null, years.at(-1) ?? null)}。下線の数字と${page.warehouse.table('sourcePages').length > 0 ? '場所' : '行番号'}は原文へつながる。`,
    body: html`${headings.map(
      (heading, index) =>
        html`${heading !== null && html`<h3 id="${itemAnchors.heading(index)}">${heading}</h3>`}<div class="years-grid">${years.map((year) =>
          YearResults(
            page,
            year,
            rows.filter((row) => row.heading === heading && row.fiscal_year === year),
            heading === null ? 'h3' : 'h4',
          ),
        )}</div>`,
    )}`,
    source: sourceLines(page, rows),
  }
}

function YearResults(page: PageContext, year: number, rows: readonly Result[], level: 'h3' | 'h4'): Html {
  const name = html`${eraYear(year)} <small>${year}</small>`
  const head = level === 'h3' ? html`<h3>${name}</h3>` : html`<h4>${name}</h4>`
  if (rows.length === 0) return html`<div>${head}<p class="nothing">${notGiven}</p></div>`
  return html`<div>${head}<ul class="texts">${rows.map((row) => html`<li id="${itemAnchors.result(row)}">${ReadText(page, row.text, row)}</li>`)}</ul></div>`
}
