import { collectionMarts } from './collections.ts'
import { effectMarts } from './effects.ts'
import { figureMarts } from './figures.ts'
import { libraryMarts } from './library.ts'
import { lineMarts } from './lines.ts'
import type { Mart, RowOfMart } from './mart.ts'
import { ratingMarts } from './ratings.ts'
import { revenueMarts } from './revenue.ts'
import { staffingMarts } from './staffing.ts'

/** Every view made for pages, by its name, in the order in which they are created: each after those that it reads. */
export const marts = {
  ...effectMarts,
  ...collectionMarts,
  ...revenueMarts,
  ...figureMarts,
  ...staffingMarts,
  ...ratingMarts,
  ...lineMarts,
  ...libraryMarts,
} as const satisfies Readonly<Record<string, Mart>>

export type MartName = keyof typeof marts

/** The row of a mart. */
export type MartRow<M extends MartName> = RowOfMart<(typeof marts)[M]>
