import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountIn } from '../../evidence/sentences.ts'
import { type Html, html, phrase, type Words } from '../../markup/html.ts'
import { RatingCounts, scaleNote } from './ratings.ts'

/** How the items were rated, and for how many there is a number to go by, in two sentences. */
export function ratingsLead(page: PageContext): Words {
  const all = allRated(page)
  if (!all) return 'この文書には、評価のついた項目がない。'
  const items = CountIn(page, all, 'items')
  return phrase`${items}項目の評価は${RatingCounts(page)}。報告に数字が書かれているのは${FactNumber(page, page.fact(all, 'with_figures'))}項目。`
}

/** Whose ratings these are, what their scale is, and that the page gives none of its own. Nothing where no item is rated. */
export function ratingsNote(page: PageContext): Html | undefined {
  return (
    allRated(page) &&
    html`<p>評価は文書に記載された総括評価。${scaleNote(page)}このページは根拠になる数字や目標があるかを並べるだけで、評価をつけ直さない。</p>`
  )
}

function allRated({ warehouse }: PageContext) {
  return warehouse.mart('rating_counts').length === 0 ? undefined : warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
}
