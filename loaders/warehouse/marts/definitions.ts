import { effectMarts } from './effects.ts'
import { figureMarts } from './figures.ts'
import type { Mart, RowOfMart } from './mart.ts'

/** Every view made for pages, by its name, in the order in which they are created: each after those that it reads. */
export const marts = {
  ...effectMarts,
  ...figureMarts,
} as const satisfies Readonly<Record<string, Mart>>

export type MartName = keyof typeof marts

/** The row of a mart. */
export type MartRow<M extends MartName> = RowOfMart<(typeof marts)[M]>
