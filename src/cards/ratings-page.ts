import { ComputedNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { type Html, html } from '../markup/html.ts'
import { departmentsCard } from './rating-departments.ts'
import { distributionCard } from './rating-distribution.ts'
import { nextPlanCard } from './rating-next.ts'
import { supportByRatingCard, supportCard, supportCounts, targetsCard } from './rating-support.ts'
import { itemsByRating, RatingCount } from './ratings.ts'
import type { Slot } from './slot.ts'
import { FigureCount, itemName, itemSupport } from './support.ts'

/** How the items were rated, and for how many there is a number to go by, in two sentences. */
function ratingsLead(page: PageContext): Html {
  const ratings = itemsByRating(page.warehouse)
  const all = supportCounts(page.warehouse).find(({ rating }) => rating === 'all')
  if (ratings.length === 0 || !all) return html`<p class="lead">この文書には、評価のついた項目がない。</p>`
  const supported = itemSupport(page.warehouse).filter(({ figures }) => figures > 0)
  const count = ComputedNumber(page, String(all.with_figures), {
    formula: '実績、振り返り、効果に数字が書かれている項目を数える',
    operands: supported.map((item) => ({ name: itemName(item), number: html`${FigureCount(page, item)}個` })),
    result: `${all.with_figures}項目`,
  })
  return html`<p class="lead">${all.items}項目の評価は${ratings.map((rating, index) => html`${index > 0 && '、'}${rating.rating}が${RatingCount(page, rating)}件`)}。報告に数字が書かれているのは${all.with_figures === 0 ? '0' : count}項目。</p>
<p>評価は文書に印刷されたもの。このページは根拠になる数字や目標があるかを並べるだけで、評価をつけ直さない。</p>`
}

/** The slots of the page 評価. */
export const ratingsSlots: Readonly<Record<string, Slot>> = {
  'ratings-lead': ratingsLead,
  'ratings-distribution': distributionCard,
  'ratings-departments': departmentsCard,
  'ratings-support-by-rating': supportByRatingCard,
  'ratings-support': supportCard,
  'ratings-targets': targetsCard,
  'ratings-next': nextPlanCard,
}
