import { type Html, html } from '../markup/html.ts'
import type { Card } from './card.ts'

/**
 * Draws the rows of each item by themselves, in the order the items come; undefined where there are no rows. `id` makes
 * an id of the page: the name as it is for the first item, with the item's number for others.
 */
export function byItem<T extends { item_no: number }>(
  rows: readonly T[],
  draw: (rows: readonly T[], id: (name: string) => string) => Html | undefined,
): Html | undefined {
  const items = [...new Set(rows.map(({ item_no }) => item_no))]
  const drawn = items.map((item, index) =>
    draw(
      rows.filter(({ item_no }) => item_no === item),
      (name) => (index === 0 ? name : `${name}-${item}`),
    ),
  )
  return drawn.some((part) => part !== undefined) ? html`${drawn}` : undefined
}

/** The card of each item's rows, in the order the items come; `id` makes an id of the page, as for `byItem`. */
export function cardsByItem<T extends { item_no: number }>(
  rows: readonly T[],
  draw: (rows: readonly [T, ...T[]], id: (name: string) => string) => Card,
): Card[] {
  const items = grouped(rows, ({ item_no }) => item_no)
  return items.map((ofItem, index) => draw(ofItem, (name) => (index === 0 ? name : `${name}-${ofItem[0].item_no}`)))
}

/** Rows of the same name together, in the order in which the names first come. */
export function grouped<T>(rows: readonly T[], nameOf: (row: T) => string | number): (readonly [T, ...T[]])[] {
  const groups = new Map<string | number, [T, ...T[]]>()
  for (const row of rows) {
    const group = groups.get(nameOf(row))
    if (group) group.push(row)
    else groups.set(nameOf(row), [row])
  }
  return [...groups.values()]
}
