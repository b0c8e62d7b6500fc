import { JSDOM } from 'jsdom'
import { type TableKey, tables } from '../../loaders/dictionary/tables.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { FigureIndex, type SourcePlace } from './figure-index.ts'

/** A place of the site that a number of the document is used in: what stands before the colon, and what the link says. */
export interface Use {
  group: string
  name: string
  href: string
}

/** The places of the site that use each number of the document, by the number's `figure_no`. */
export type Uses = ReadonlyMap<number, readonly Use[]>

const cardHead = /<section class="card[^"]*" id="([^"]+)"[^>]*>\s*<h2>([\s\S]*?)<\/h2>/g
const figureLink = /href="[^"]*source\.html#n(\d+)"/g

/** The cards of a built page that link to numbers of the document; what stands outside a card counts as the page itself. */
export function usesOnPage(href: string, page: string): Map<number, Use[]> {
  const group = /<title>([^|<]*?)\s*[|<]/.exec(page)?.[1] ?? href
  const whole: Use = { group, name: 'ページの初め', href }
  const cards = [...page.matchAll(cardHead)].map((head) => ({
    start: head.index,
    end: page.indexOf('</section>', head.index),
    use: { group, name: textOf(head[2] as string), href: `${href}#${head[1]}` },
  }))
  const found = new Map<number, Set<Use>>()
  for (const link of page.matchAll(figureLink)) {
    const card = cards.find(({ start, end }) => start < link.index && link.index < end)
    addTo(found, Number(link[1]), card?.use ?? whole)
  }
  return new Map([...found].map(([figure, uses]) => [figure, [...uses]]))
}

/** The rows of the tables that were read from words with the number in them: table and item, leading to what the table holds. */
export function usesInTables(warehouse: Pick<Warehouse, 'table'>): Map<number, Use[]> {
  const index = FigureIndex.of(warehouse)
  const found = new Map<number, Map<string, Use>>()
  for (const key of Object.keys(tables) as TableKey[]) {
    if (key === 'figures' || !tables[key].columns.some(({ name }) => name === 'source_end_column')) continue
    for (const row of warehouse.table(key) as unknown as readonly (SourcePlace & { item_no: number })[]) {
      const use = { group: '表', name: `${tables[key].title}のNo.${row.item_no}の行`, href: `data.html#table-${tables[key].name}` }
      for (const { figure_no } of index.within(row)) found.set(figure_no, (found.get(figure_no) ?? new Map()).set(use.name, use))
    }
  }
  return new Map([...found].map(([figure, uses]) => [figure, [...uses.values()]]))
}

/** Uses found in several places as one. */
export function joinUses(all: readonly Uses[]): Uses {
  const joined = new Map<number, readonly Use[]>()
  for (const uses of all) for (const [figure, more] of uses) joined.set(figure, [...(joined.get(figure) ?? []), ...more])
  return joined
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value))
}

/** The words of a piece of markup, receipts left out. */
export function textOf(markup: string): string {
  const fragment = JSDOM.fragment(markup)
  for (const receipt of fragment.querySelectorAll('.receipt')) receipt.remove()
  return (fragment.textContent ?? '').replace(/\s+/g, ' ').trim()
}
