import type { Row } from '../../../loaders/tables.ts'
import { noEntry } from '../../../loaders/vocabulary/none-marks.ts'
import { itemAnchors } from '../../evidence/anchors.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { notApplicable, notGiven } from '../../format/nothing-words.ts'
import { html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { sourceLines } from '../item-links.ts'
import { nextName } from '../ratings/next.ts'
import { itemOf, rowsOfItem } from './item-of.ts'

/** The review: what was achieved, what was not, what comes next, side by side. Nothing where there is none. */
export function reviewCard(page: PageContext): Card | undefined {
  const item = itemOf(page)
  const rows = rowsOfItem(page.warehouse.table('reviews'), item)
  if (rows.length === 0) return undefined
  const kinds = [
    { kind: 'achieved', name: '達成できたこと', mark: '○' },
    { kind: 'not_achieved', name: '達成できなかったこと', mark: '×' },
    { kind: 'next', name: `課題: ${nextName(page.warehouse.plan, item)}`, mark: '→' },
  ].map((kind) => ({ ...kind, rows: rows.filter((row) => row.kind === kind.kind) }))
  const [achieved, notAchieved, next] = kinds.map(({ rows }) => countInWords(rows))
  return {
    id: 'review',
    tables: ['reviews'],
    finding: `達成できたことは${achieved}、できなかったことは${notAchieved}、残る課題は${next}`,
    scope: '計画期間の振り返りと、その後に取り組む課題。',
    body: html`<div class="years-grid">${kinds.map(
      ({ name, mark, rows }) =>
        html`<div><h3><span aria-hidden="true">${mark}</span> ${name}</h3>${
          rows.length === 0
            ? html`<p class="nothing">${notGiven}</p>`
            : html`<ul class="texts">${rows.map((row) => html`<li id="${itemAnchors.review(row)}">${ReadText(page, row.text, row)}</li>`)}</ul>`
        }</div>`,
    )}</div>`,
    source: sourceLines(page, rows),
  }
}

/** How many entries say something: 4件, 該当なし where all say that there is none, 記載なし where there is no entry. */
function countInWords(rows: readonly Row<'reviews'>[]): string {
  const stated = rows.filter(({ text }) => !noEntry.test(text))
  return stated.length > 0 ? `${stated.length}件` : rows.length > 0 ? notApplicable : notGiven
}
