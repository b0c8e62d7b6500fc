import { grouped } from '../format/grouped.ts'

export { grouped }

/**
 * Draws the rows of each item by themselves, in the order the items come; what has nothing to draw is left out. `id` makes
 * an id of the page: the name as it is for the first item, with the item's number for others.
 */
export function byItem<T extends { item_no: number }, D>(
  rows: readonly T[],
  draw: (rows: readonly [T, ...T[]], id: (name: string) => string) => D | undefined,
): D[] {
  return grouped(rows, ({ item_no }) => item_no).flatMap((ofItem, index) => {
    const drawn = draw(ofItem, (name) => (index === 0 ? name : `${name}-${ofItem[0].item_no}`))
    return drawn === undefined ? [] : [drawn]
  })
}
