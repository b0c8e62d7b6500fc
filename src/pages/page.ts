import type { Row } from '../../loaders/tables.ts'
import type { Card } from '../cards/card.ts'
import type { Warehouse } from '../data/warehouse.ts'
import type { PageContext } from '../evidence/page-context.ts'
import type { Html, Words } from '../markup/html.ts'

/** Cards that share the width of the page, some of them on top of each other; what is undefined has nothing to show for this plan. */
export interface Cards {
  cards: readonly (Card | Stack | undefined)[]
  className?: string
}

/** Cards on top of each other beside others. */
export interface Stack {
  stack: readonly (Card | undefined)[]
}

/** A part of a page: cards, or anything else that stands alone. */
export type Block = Cards | Html | undefined

/** A page of the site: where it stands, what it is called, the question it answers, and what it shows of a plan. */
export interface Page {
  /** its address from where the pages of a plan begin, without `.html`; `[no]` stands for the parameter of a page that there are several of */
  readonly path: `/${string}`
  /** its name in the menu, which may depend on the plan; null where the menu does not list it */
  readonly menu: string | ((plan: Row<'plans'>) => string) | null
  /** whether it is about the whole warehouse, and so stands at the root of the site only, for all plans */
  readonly isShared?: true
  /** whether it reads files of who is at the page, in a worker of its own; it may ask nothing of any server then */
  readonly readsFiles?: true
  /** whether there is such a page, and it is in the menu; always where it is left out */
  readonly isDrawnFor?: (warehouse: Warehouse) => boolean
  /** the parameters of each page of this kind; one page without any where it is left out */
  readonly instances?: (warehouse: Warehouse) => readonly Readonly<Record<string, string>>[]
  /** its name in the browser's tab */
  readonly title: (page: PageContext) => string
  /** its head; undefined where its content has one of its own */
  readonly question?: string | ((plan: Row<'plans'>) => string)
  /** what of it is printed, where that is not all of it: the sheet for the council alone */
  readonly printed?: 'sheet'
  /** its first sentences; each of their numbers has to be a fact, else the page is not drawn. Undefined where it has none */
  readonly lead?: (page: PageContext) => Words
  readonly content: (page: PageContext) => readonly Block[]
}

/** Words of a page that may depend on the plan. */
export function wordsFor(plan: Row<'plans'>, words: string | ((plan: Row<'plans'>) => string)): string {
  return typeof words === 'string' ? words : words(plan)
}

/** Cards over the width of the page; lists of cards may be among them. */
export function cards(...list: readonly (Card | Stack | undefined | readonly (Card | undefined)[])[]): Cards {
  return { cards: list.flat() }
}

/** Cards on top of each other beside others. */
export function stack(...list: readonly (Card | undefined | readonly (Card | undefined)[])[]): Stack {
  return { stack: list.flat() }
}

/** The address of one page of its kind, from the root without `.html`. */
export function instancePath({ path }: Page, params: Readonly<Record<string, string>>): string {
  return path.replace(/\[(\w+)\]/g, (whole, name: string) => params[name] ?? whole)
}
