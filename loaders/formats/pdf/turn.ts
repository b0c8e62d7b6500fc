import type { EnginePage, Glyph, Rect } from './engine.ts'
import type { Ruling } from './rulings.ts'

/** A page as it is read: most letters upright, the origin at the upper left, y downward, in points. */
export interface UprightPage {
  readonly no: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
  readonly images: number
}

/** Turns a page so that most of its letters stand upright. Letters keep in `turns` how they stand then. */
export function upright(page: EnginePage): UprightPage {
  const turns = mostTurns(page.glyphs)
  const point = pointOf(page.box, turns)
  const rect = ({ left, top, right, bottom }: Rect): Rect => {
    const [x0, y0] = point(left, top)
    const [x1, y1] = point(right, bottom)
    return { left: Math.min(x0, x1), top: Math.min(y0, y1), right: Math.max(x0, x1), bottom: Math.max(y0, y1) }
  }
  const { right: width, bottom: height } = rect(page.box)
  const glyphs = page.glyphs.map((glyph) => {
    const [x, y] = point(glyph.x, glyph.y)
    return { ...glyph, x, y, ink: rect(glyph.ink), cell: rect(glyph.cell), turns: (glyph.turns - turns + 4) % 4 }
  })
  const rulings = page.rulings.map(({ x0, y0, x1, y1 }) => {
    const { left, top, right, bottom } = rect({ left: x0, top: y0, right: x1, bottom: y1 })
    return { x0: left, y0: top, x1: right, y1: bottom }
  })
  return { no: page.no, width, height, glyphs, rulings, images: page.images }
}

function mostTurns(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0]
  for (const { turns, hidden } of glyphs) if (!hidden) counts[turns] = (counts[turns] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

/** Where a point of the page comes to stand, by the quarter turns that its letters have. */
function pointOf({ left, top, right, bottom }: Rect, turns: number): (x: number, y: number) => [number, number] {
  if (turns === 1) return (x, y) => [y - bottom, x - left]
  if (turns === 2) return (x, y) => [right - x, y - bottom]
  if (turns === 3) return (x, y) => [top - y, right - x]
  return (x, y) => [x - left, top - y]
}
