import type { Html } from '../components/html.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { checksCard } from './checks.ts'
import { collectionsCard } from './collections.ts'
import { effectsCard } from './effects.ts'
import { leadSentences, overviewTiles } from './overview.ts'
import { ratingsCard } from './ratings.ts'
import { staffingCard } from './staffing.ts'

/** What a line `::: name` of a page stands for; undefined where the plan has nothing to show there. */
export type Slot = (warehouse: Warehouse) => Html | undefined

/** The slots that pages may use, by name. */
export const slots: Readonly<Record<string, Slot>> = {
  lead: leadSentences,
  tiles: overviewTiles,
  effects: effectsCard,
  ratings: ratingsCard,
  staffing: staffingCard,
  collections: collectionsCard,
  checks: checksCard,
}
