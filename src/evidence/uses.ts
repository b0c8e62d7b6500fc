import { type TableKey, tables } from '../../loaders/tables.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { type Fact, figuresOf } from '../facts/fact.ts'
import { FigureIndex, type SourcePlace } from '../facts/figure-index.ts'

/** A place of the site that a number of the document is used in: what stands before the colon, and what the link says. */
export interface Use {
  group: string
  name: string
  href: string
}

/** The places of the site that use each number of the document, by the number's `figure_no`. */
export type Uses = ReadonlyMap<number, readonly Use[]>

/** A drawn page with the facts of each of its cards, and those that stand outside of them. */
interface PageFacts {
  path: string
  title: string
  looseFacts: readonly Fact[]
  cards: readonly { id: string; finding: string; facts: readonly Fact[] }[]
}

/** The cards that show a number of the document or what was computed of it; what stands outside a card counts as the page itself. */
export function usesOnPages(pages: readonly PageFacts[]): Uses {
  const uses = new UseList()
  for (const { path, title, looseFacts, cards } of pages) {
    const href = `${path.slice(1)}.html`
    for (const { id, finding, facts } of cards) uses.add(facts, { group: title, name: finding, href: `${href}#${id}` })
    uses.add(looseFacts, { group: title, name: 'ページの初め', href })
  }
  return uses.byFigure
}

class UseList {
  readonly byFigure = new Map<number, Use[]>()

  add(facts: readonly Fact[], use: Use): void {
    for (const number of new Set(facts.flatMap(figuresOf).map(({ figure_no }) => figure_no))) {
      const known = this.byFigure.get(number)
      if (known) known.push(use)
      else this.byFigure.set(number, [use])
    }
  }
}

/** The rows of the tables that were read from words with the number in them: table and item, leading to what the table holds. */
export function usesInTables(warehouse: Warehouse): Uses {
  const index = FigureIndex.of(warehouse)
  const found = new Map<number, Map<string, Use>>()
  for (const key of Object.keys(tables) as TableKey[]) {
    if (key === 'figures' || !tables[key].columns.some(({ name }) => name === 'source_end_column')) continue
    for (const row of warehouse.table(key) as readonly (SourcePlace & { item_no: number })[]) {
      const use = { group: '表', name: `${tables[key].title}の${warehouse.itemLabel(row.item_no)}の行`, href: `data.html#table-${tables[key].name}` }
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
