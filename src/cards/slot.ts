import type { PageContext } from '../evidence/page-context.ts'
import type { Html } from '../markup/html.ts'

/** A part of a page that draws itself. */
export type Slot = (page: PageContext) => Html | undefined
