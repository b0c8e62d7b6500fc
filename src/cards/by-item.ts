import { type Html, html } from '../markup/html.ts'

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
