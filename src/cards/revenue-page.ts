import type { PageContext } from '../evidence/page-context.ts'
import { formatYen } from '../format/numbers.ts'
import { eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { assetKinds, CumulativeAssets, yearsOf } from './asset-numbers.ts'
import { assetRegionsCards } from './asset-regions.ts'
import { assetAmountsCards, assetItems, leasesCards, salesCards } from './assets.ts'
import { CumulativeGifts, donationsCards, latestGifts } from './donations.ts'
import type { Slot } from './slot.ts'

/** What came in through donations and assets, in words; says so where the document states neither. */
function revenueLead(page: PageContext): Html {
  const sentences = [...donationSentences(page), ...assetSentences(page)]
  return html`<p class="lead">${sentences.length > 0 ? sentences : 'この文書には、寄附の受入れも資産の売却・貸付も書かれていない。'}</p>`
}

function donationSentences(page: PageContext): Html[] {
  return latestGifts(page.warehouse).map((row) => {
    const { amount, gifts, mean } = CumulativeGifts(page, row)
    return html`「${row.title}」による寄附は${eraYear(row.fiscal_year)}までに合わせて${amount}${gifts && html`、${gifts}件`}${mean && html`、1件あたり${mean}円`}。`
  })
}

function assetSentences(page: PageContext): Html[] {
  return assetItems(page.warehouse).flatMap((item) => {
    const latest = (kind: 'all' | 'sale' | 'lease') => yearsOf(page.warehouse, item, kind).at(-1)
    const [all, sale, lease] = [latest('all'), latest('sale'), latest('lease')]
    if (!all || all.cumulative_yen === null) return []
    const both =
      sale && lease
        ? html` (売却${CumulativeAssets(page, sale, formatYen(sale.cumulative_yen))}、貸付${CumulativeAssets(page, lease, formatYen(lease.cumulative_yen))})`
        : undefined
    return [
      html`資産の${assetKinds[(sale && lease ? all : (sale ?? lease ?? all)).kind]}は合わせて${CumulativeAssets(page, all, formatYen(all.cumulative_yen))}${both}。`,
    ]
  })
}

/** The slots of the page 寄附・資産. */
export const revenueSlots: Readonly<Record<string, Slot>> = {
  'revenue-lead': revenueLead,
  'revenue-donations': donationsCards,
  'revenue-assets': assetAmountsCards,
  'revenue-sales': salesCards,
  'revenue-leases': leasesCards,
  'revenue-regions': assetRegionsCards,
}
