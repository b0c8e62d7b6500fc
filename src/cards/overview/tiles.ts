import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { Sparkline } from '../../charts/sparkline.ts'
import { FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { formatNumber, formatYen, splitYen } from '../../format/numbers.ts'
import { isLongRating, ratingShape } from '../../format/ratings.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { latestCollection } from '../collections/collections.ts'
import { latestOfKind, Yen } from '../effects/effects.ts'
import { RatingCount, unexplainedNote } from '../ratings/ratings.ts'
import { HeadCountResults, ResultCounts } from '../ratings/targets.ts'
import { GapWords, latestHeadCount } from '../staffing/head-counts.ts'
import { Tile, type TileContent, TileFigure } from './tile.ts'

/** The key figures of the plan; a figure that it does not state has no tile. */
export function overviewTiles(page: PageContext): Html {
  const tiles = [effectTile(page), ratingTile(page), staffingTile(page), targetTile(page), collectionTile(page), checkTile(page)]
  return html`<div class="tiles">${tiles.flatMap((tile) => (tile ? [Tile(tile)] : []))}</div>`
}

function effectTile(page: PageContext): TileContent | undefined {
  const { warehouse } = page
  const latest = latestOfKind(warehouse, 'all')
  if (!latest) return undefined
  const saving = latestOfKind(warehouse, 'donation') && latestOfKind(warehouse, 'saving')
  return {
    name: `効果額 (${eraYear(latest.fiscal_year)})`,
    figure: YenFigure(page, page.fact(latest, 'amount_yen')),
    detail: html`${arrow(latest.change_percent)} 前年度比 ${FactNumber(page, page.fact(latest, 'change_percent'))}`,
    more: saving && html`寄附を除くと${Yen(page, page.fact(saving, 'amount_yen'))}`,
    tone: toneOf(latest.change_percent),
    spark: yenSparkline(warehouse.mart('effect_years_by_kind').filter(({ kind }) => kind === 'all')),
    href: '/effects.html',
  }
}

/** An amount set large, its unit small. */
function YenFigure(page: PageContext, fact: NumberFact | undefined): Html {
  const { figure, unit } = splitYen(fact?.value ?? 0)
  return html`${FactNumber(page, fact, figure)}<small>${unit}</small>`
}

function ratingTile(page: PageContext): TileContent | undefined {
  const ratings = page.warehouse.mart('rating_counts')
  if (ratings.length === 0) return undefined
  return {
    name: '評価 (項目の数)',
    figure: ratings.some(({ rating }) => isLongRating(rating)) ? ratingsInWords(page, ratings) : ratingsInLetters(page, ratings),
    detail: html`${ratings.map(({ rating, items }) => items > 0 && html`<span class="tile-shapes" aria-hidden="true">${(ratingShape(rating) ?? '').repeat(items)}</span>`)}`,
    more: html`${unexplainedNote(page)}`,
    href: '/ratings.html',
  }
}

/** A5 B8, large. */
function ratingsInLetters(page: PageContext, ratings: readonly MartRow<'rating_counts'>[]): Html {
  const counts = ratings.map((row, index) => html`${index > 0 && ' '}${row.rating}${RatingCount(page, row)}`)
  return html`<span class="tile-ratings">${counts}</span>`
}

/** 順調 5件、一部達成 8件, smaller. */
function ratingsInWords(page: PageContext, ratings: readonly MartRow<'rating_counts'>[]): Html {
  const counts = ratings.map((row, index) => html`${index > 0 && '、'}${row.rating} ${RatingCount(page, row)}件`)
  return html`<span class="tile-words">${counts}</span>`
}

function staffingTile(page: PageContext): TileContent | undefined {
  const latest = latestHeadCount(page.warehouse)
  if (!latest || latest.gap === null || latest.actual === null) return undefined
  return {
    name: `職員数 (${eraYear(latest.fiscal_year)})`,
    figure: html`${FactNumber(page, page.fact(latest, 'actual'))}<small>人</small>`,
    detail: html`${arrow(latest.gap)} ${GapWords(page, latest)}`,
    tone: toneOf(latest.gap),
    spark: Sparkline(
      page.warehouse.mart('staffing_gaps').map(({ fiscal_year, actual }) => ({ fiscalYear: fiscal_year, value: actual })),
      (value) => `${formatNumber(value)}人`,
    ),
    href: '/staffing.html',
  }
}

/** For how many items a numeric target can be held against a result, and what came of them. */
function targetTile(page: PageContext): TileContent | undefined {
  const all = page.warehouse.mart('support_by_rating').find(({ rating }) => rating === 'all')
  if (!all || page.warehouse.mart('item_targets').length === 0) return undefined
  return {
    name: '目標と比べられる項目',
    figure: html`${FactNumber(page, page.fact(all, 'with_compared'))}<small>/ ${all.items}項目</small>`,
    detail: ResultCounts(page) ?? '比べられる実績の記載なし',
    more: HeadCountResults(page),
    href: '/ratings.html#targets',
  }
}

function collectionTile(page: PageContext): TileContent | undefined {
  const latest = latestCollection(page.warehouse)
  if (!latest) return undefined
  return {
    name: `使用料等の収納 (${eraYear(latest.fiscal_year)})`,
    figure: YenFigure(page, page.fact(latest, 'amount_yen')),
    detail: html`${arrow(latest.change_percent)} 前年度比 ${FactNumber(page, page.fact(latest, 'change_percent'))}`,
    tone: toneOf(latest.change_percent),
    spark: yenSparkline(page.warehouse.mart('collection_years')),
    href: '/collections.html',
  }
}

function checkTile(page: PageContext): TileContent | undefined {
  const { compared, differs } = page.warehouse.checkTotals
  if (compared === 0) return undefined
  return {
    name: '文書の食い違い',
    figure: html`<a href="/checks.html">${TileFigure(String(differs), '件')}</a>`,
    detail: `数字${compared}組を照合`,
    tone: differs > 0 ? 'fell' : 'rose',
    href: '/checks.html',
  }
}

function yenSparkline(years: readonly { fiscal_year: number; amount_yen: number | null }[]): Html | undefined {
  return Sparkline(
    years.map(({ fiscal_year, amount_yen }) => ({ fiscalYear: fiscal_year, value: amount_yen })),
    formatYen,
  )
}

function arrow(change: number | null): string {
  return change === null || change === 0 ? '' : change > 0 ? '▲' : '▼'
}

function toneOf(change: number | null): TileContent['tone'] {
  return change === null || change === 0 ? undefined : change > 0 ? 'rose' : 'fell'
}
