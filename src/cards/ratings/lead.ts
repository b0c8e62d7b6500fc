import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { type Html, html } from '../../markup/html.ts'
import { RatingCounts, scaleNote } from './ratings.ts'

/** How the items were rated, and for how many there is a number to go by, in two sentences. */
export function ratingsLead(page: PageContext): Html {
  const ratings = page.warehouse.mart('rating_counts')
  const all = page.warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
  if (ratings.length === 0 || !all) return html`<p class="lead">この文書には、評価のついた項目がない。</p>`
  return html`<p class="lead">${all.items}項目の評価は${RatingCounts(page)}。報告に数字が書かれているのは${FactNumber(page, page.fact(all, 'with_figures'))}項目。</p>
<p>評価は文書に記載された総括評価。${scaleNote(page)}このページは根拠になる数字や目標があるかを並べるだけで、評価をつけ直さない。</p>`
}
