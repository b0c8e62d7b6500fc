import type { Html } from '../components/html.ts'
import type { PageContext } from '../page.ts'
import { checksCard } from './checks.ts'
import { checksSlots } from './checks-page.ts'
import { collectionsCard } from './collections.ts'
import { collectionsSlots } from './collections-page.ts'
import { dataSlots } from './data-page.ts'
import { effectsCard } from './effects.ts'
import { effectsSlots } from './effects-page.ts'
import { exploreSlots } from './explore-page.ts'
import { itemSlots } from './item-page.ts'
import { movedCard } from './moved.ts'
import { leadSentences } from './overview.ts'
import { overviewTiles } from './overview-tiles.ts'
import { ratingsSlots } from './ratings-page.ts'
import { revenueSlots } from './revenue-page.ts'
import { sourceShare, sourceText } from './source.ts'
import { sqlSlots } from './sql-page.ts'
import { staffingCard } from './staffing.ts'
import { staffingSlots } from './staffing-page.ts'

/** What a line `::: name` of a page stands for; undefined where the plan has nothing to show there. */
export type Slot = (page: PageContext) => Html | undefined

/** The slots that pages may use, by name. */
export const slots: Readonly<Record<string, Slot>> = {
  lead: leadSentences,
  tiles: overviewTiles,
  effects: effectsCard,
  moved: movedCard,
  staffing: staffingCard,
  collections: collectionsCard,
  checks: checksCard,
  'source-share': sourceShare,
  'source-text': sourceText,
  ...effectsSlots,
  ...staffingSlots,
  ...collectionsSlots,
  ...revenueSlots,
  ...ratingsSlots,
  ...itemSlots,
  ...checksSlots,
  ...exploreSlots,
  ...dataSlots,
  ...sqlSlots,
}
