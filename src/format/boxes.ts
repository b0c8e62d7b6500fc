/** A rectangle of a page in points, from its upper left. */
export interface PlacedBox {
  x: number
  y: number
  width: number
  height: number
}

/** The boxes of a place that stand on a page, as the contract writes them: `page:x,y,width,height;…`. */
export function boxesOn(pageNo: number, boxes: string | null): PlacedBox[] {
  return (boxes ?? '').split(';').flatMap((one) => {
    const [page, box = ''] = one.split(':')
    const [x = 0, y = 0, width = 0, height = 0] = box.split(',').map(Number)
    return Number(page) === pageNo ? [{ x, y, width, height }] : []
  })
}
