/**
 * Draws the rows of each item by themselves, in the order the items come; what has nothing to draw is left out. `id` makes
 * an id of the page: the name as it is for the first item, with the item's number for others.
 */
export function byItem<T extends { item_no: number }, D>(rows: readonly T[], draw: (rows: readonly T[], id: (name: string) => string) => D | undefined): D[] {
  const items = [...new Set(rows.map(({ item_no }) => item_no))]
  return items.flatMap((item, index) => {
    const drawn = draw(
      rows.filter(({ item_no }) => item_no === item),
      (name) => (index === 0 ? name : `${name}-${item}`),
    )
    return drawn === undefined ? [] : [drawn]
  })
}
