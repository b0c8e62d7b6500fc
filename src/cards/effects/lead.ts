import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html, type Phrase, phrase } from '../../markup/html.ts'
import { AmountAndChange, lastOfKind, latestOfKind, Yen } from './effects.ts'
import { openEffectsNote } from './open.ts'

/** What the effects came to and whether they grow, in words; says so where the document states none. */
export function effectsLead(page: PageContext): Html {
  const all = latestOfKind(page.warehouse, 'all')
  const open = openEffectsNote(page)
  if (!all) return html`<p class="lead">${open ?? 'この文書には、金額で示された効果がない。'}</p>`
  const total = Yen(page, page.fact(all, 'cumulative_yen'))
  return html`<p class="lead">効果額は${eraYear(all.fiscal_year)}までに合わせて${total}。${DonationSentence(page)}${GrowthSentence(page)}${open}</p>`
}

/** That donations are no savings, and how much of the effects they are. */
function DonationSentence(page: PageContext): Phrase | undefined {
  const [donation, saving] = [lastOfKind(page.warehouse, 'donation'), lastOfKind(page.warehouse, 'saving')]
  if (!donation || !saving) return undefined
  const share = (kind: string) => {
    const row = page.warehouse
      .mart('effect_years_by_kind_shares')
      .filter((row) => row.kind === kind)
      .at(-1)
    return FactNumber(page, row && page.fact(row, 'cumulative_share_percent'))
  }
  return phrase`このうち${Yen(page, page.fact(donation, 'cumulative_yen'))}、${share('donation')}は寄附の受入額で、節減ではない。節減・増収は${Yen(page, page.fact(saving, 'cumulative_yen'))}、${share('saving')}。`
}

/** The last year on the one before, with and without donations. */
function GrowthSentence(page: PageContext): Phrase | undefined {
  const all = latestOfKind(page.warehouse, 'all')
  if (!all || all.change_percent === null) return undefined
  const saving = latestOfKind(page.warehouse, 'donation') && latestOfKind(page.warehouse, 'saving')
  const only = saving && phrase`、節減・増収に限れば${AmountAndChange(page, saving, 'で')}`
  return phrase`${eraYear(all.fiscal_year)}は${AmountAndChange(page, all, 'で前年度比')}${only}。`
}
