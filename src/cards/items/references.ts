import type { Row } from '../../../loaders/tables.ts'
import { LineLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { LabelOfItem } from '../../evidence/sentences.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { ItemName, sourceLines } from '../item-links.ts'
import { itemOf, rowsOfItem } from './item-of.ts'

type Reference = Row<'itemReferences'>

/** 再掲: which items this one repeats, and which repeat it. Nothing where there is none. */
export function referencesCard(page: PageContext): Card | undefined {
  const item = itemOf(page)
  const all = page.warehouse.table('itemReferences')
  const from = rowsOfItem(all, item)
  const to = all.filter(({ referenced_item_no }) => referenced_item_no === item.item_no)
  if (from.length + to.length === 0) return undefined
  const others = new Set([...from.map(({ referenced_item_no }) => referenced_item_no), ...to.map(({ item_no }) => item_no)])
  return {
    id: 'references',
    terms: ['repeat'],
    tables: ['itemReferences'],
    width: 'half',
    finding: `再掲でつながる項目は${others.size}件`,
    scope: '実績の中の「再掲」の印。',
    body: html`${ReferenceList(page, 'この項目の実績のうち、ほかの項目にもあるもの', from, ({ referenced_item_no }) => referenced_item_no)}${ReferenceList(page, 'この項目を再掲している項目', to, ({ item_no }) => item_no)}`,
    source: sourceLines(page, [...from, ...to]),
  }
}

function ReferenceList(page: PageContext, name: string, references: readonly Reference[], other: (reference: Reference) => number): Html | undefined {
  if (references.length === 0) return undefined
  const items = page.warehouse.table('items')
  return html`<h3>${name}</h3><ul class="texts">${references.map((reference) => {
    const item_no = other(reference)
    const isKnown = items.some((item) => item.item_no === item_no)
    return html`<li>${eraYear(reference.fiscal_year)} ${isKnown ? ItemName(page, { item_no }) : LabelOfItem(page, item_no)} <small class="text-line">${LineLink(placeOfLine(page.warehouse, reference.source_line))}</small></li>`
  })}</ul>`
}
