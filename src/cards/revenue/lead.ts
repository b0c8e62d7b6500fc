import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { NamedIn, QuotedItem, SumOfYears } from '../../evidence/sentences.ts'
import { type Phrase, phrase, type Words } from '../../markup/html.ts'
import { Yen } from '../effects/effects.ts'
import { assetItems, assetKinds, assetYears } from './assets.ts'
import { giftItems } from './donations.ts'

/** What came in through donations and assets, in words; says so where the document states neither. */
export function revenueLead(page: PageContext): Words {
  const sentences = [...donationSentences(page), ...assetSentences(page)]
  return sentences.length > 0 ? sentences : 'この文書には、寄附の受入れも資産の売却・貸付も書かれていない。'
}

/** Donations of all years: the amount and, where every year counts them, their number and mean. */
function donationSentences(page: PageContext): Phrase[] {
  return giftItems(page.warehouse).map((years) => {
    const row = years.at(-1) ?? years[0]
    const mean = page.fact(row, 'cumulative_mean_yen')
    const counted = mean && phrase`、${FactNumber(page, page.fact(row, 'cumulative_gifts'))}件、平均${FactNumber(page, mean)}円`
    return phrase`「${NamedIn(page, row, 'title')}」による寄附は${SumOfYears(years)}${Yen(page, page.fact(row, 'cumulative_yen'))}${counted}。`
  })
}

function assetSentences(page: PageContext): Phrase[] {
  const items = assetItems(page.warehouse)
  return items.flatMap((item) => {
    const latest = (kind: 'all' | 'sale' | 'lease') => assetYears(page.warehouse, item, kind).at(-1)
    const [all, sale, lease] = [latest('all'), latest('sale'), latest('lease')]
    if (!all || all.cumulative_yen === null) return []
    const amount = (row: NonNullable<typeof all>) => Yen(page, page.fact(row, 'cumulative_yen'))
    const both = sale && lease && phrase` (売却${amount(sale)}、貸付${amount(lease)})`
    const subject = items.length > 1 && phrase`${QuotedItem(page, item)}による`
    return [
      phrase`${subject}資産の${assetKinds[(both ? all : (sale ?? lease ?? all)).kind]}は${SumOfYears(assetYears(page.warehouse, item, 'all'))}${amount(all)}${both}。`,
    ]
  })
}
