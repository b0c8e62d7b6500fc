import type { Municipality } from '../../loaders/editions/municipalities.ts'
import type { MartQueries } from '../../loaders/warehouse/mart-views.ts'

/** What the site is built with and a page cannot read from a disk, put into the script of the worker when it is bundled. */
export interface Bundled {
  martQueries: MartQueries
  municipalities: readonly Municipality[]
  /** the light value of each custom property of the style */
  colours: readonly (readonly [string, string])[]
  /** the style of a single file */
  singleStyle: string
  /** the licence of the code */
  licence: string
}

declare global {
  const bundled: Bundled
}
