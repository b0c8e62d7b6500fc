import { PercentNumber } from '../evidence/changes.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatYen } from '../format/numbers.ts'
import { eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { effectItemsCard, effectSharesCard } from './effect-items.ts'
import { cumulativeEffectsCard, effectKindsCard, KindTotalShare, latestKind } from './effect-kinds.ts'
import { effectPartsCard } from './effect-parts.ts'
import { effectTargetsCard } from './effect-targets.ts'
import { effectTotalsCard } from './effect-totals.ts'
import { CumulativeEffectNumber, EffectKindNumber, type EffectKindRow, effectKindChange, effectKinds } from './effects.ts'
import type { Slot } from './slot.ts'

/** What the effects came to and whether they grow, in words; says so where the document states none. */
function effectsLead(page: PageContext): Html {
  const all = latestKind(page.warehouse, 'all')
  if (!all) return html`<p class="lead">この文書には、金額で示された効果がない。</p>`
  return html`<p class="lead">効果額は${eraYear(all.fiscal_year)}までに合わせて${CumulativeEffectNumber(page, all, formatYen(all.cumulative_yen))}。${DonationSentence(page)}${GrowthSentence(page, all)}</p>`
}

/** That donations are no savings, and how much of the effects they are. */
function DonationSentence(page: PageContext): Html | undefined {
  const last = (name: 'donation' | 'saving') =>
    effectKinds(page.warehouse)
      .filter(({ kind }) => kind === name)
      .at(-1)
  const [donation, saving] = [last('donation'), last('saving')]
  if (!donation || !saving) return undefined
  return html`このうち${CumulativeEffectNumber(page, donation, formatYen(donation.cumulative_yen))}、${KindTotalShare(page, donation)}は寄附の受入額で、節減ではない。節減・増収は${CumulativeEffectNumber(page, saving, formatYen(saving.cumulative_yen))}、${KindTotalShare(page, saving)}。`
}

/** The last year on the one before, with and without donations. */
function GrowthSentence(page: PageContext, all: EffectKindRow): Html | undefined {
  if (all.change_percent === null) return undefined
  const saving = latestKind(page.warehouse, 'saving')
  const hasDonations = latestKind(page.warehouse, 'donation') !== undefined
  return html`${eraYear(all.fiscal_year)}は${EffectKindNumber(page, all, formatYen(all.amount_yen))}で前年度比${PercentNumber(page, effectKindChange(page, all))}${
    saving &&
    hasDonations &&
    html`、節減・増収に限れば${EffectKindNumber(page, saving, formatYen(saving.amount_yen))}${saving.change_percent !== null && html`で${PercentNumber(page, effectKindChange(page, saving))}`}`
  }。`
}

/** The slots of the page 効果額. */
export const effectsSlots: Readonly<Record<string, Slot>> = {
  'effects-lead': effectsLead,
  'effects-items': effectItemsCard,
  'effects-kinds': effectKindsCard,
  'effects-cumulative': cumulativeEffectsCard,
  'effects-shares': effectSharesCard,
  'effects-targets': effectTargetsCard,
  'effects-parts': effectPartsCard,
  'effects-totals': effectTotalsCard,
}
