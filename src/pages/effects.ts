import { comparisonsCard, cumulativeEffectsCard } from '../cards/effects/by-comparison.ts'
import { effectDefinitionsCard } from '../cards/effects/definitions.ts'
import { effectItemsCard, effectSharesCard } from '../cards/effects/items.ts'
import { effectsLead } from '../cards/effects/lead.ts'
import { effectLinesCard } from '../cards/effects/lines.ts'
import { effectPartsCard } from '../cards/effects/parts.ts'
import { effectTargetsCard } from '../cards/effects/targets.ts'
import { effectTotalsCard } from '../cards/effects/totals.ts'
import { cards, type Page } from './page.ts'

/** 効果額: what the plan was worth, and whether it grows. */
export const effectsPage = {
  path: '/effects',
  menu: '効果額',
  title: () => '効果額',
  question: '効果額: いくらの効果があり、増えているか',
  lead: effectsLead,
  content: (page) => [
    cards(
      comparisonsCard(page),
      cumulativeEffectsCard(page),
      effectItemsCard(page),
      effectSharesCard(page),
      effectTargetsCard(page),
      effectPartsCard(page),
      effectTotalsCard(page),
      effectLinesCard(page),
      effectDefinitionsCard(page),
    ),
  ],
} as const satisfies Page
