import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { Sparkline } from '../../charts/sparkline.ts'
import { ChangeWords, FactNumber } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { formatNumber, splitYen } from '../../format/numbers.ts'
import { isLongRating, ratingShape } from '../../format/ratings.ts'
import { eraYear } from '../../format/years.ts'
import { commonYenUnit, formatYenIn, type YenUnit } from '../../format/yen-units.ts'
import { type Html, html, joinWords, Together } from '../../markup/html.ts'
import { onlyBound } from '../bounds.ts'
import { latestCollection } from '../collections/collections.ts'
import { type ComparisonYear, comparisonWords, latestOf, latestParts, YenIn, yearsOf } from '../effects/effects.ts'
import { RatingCount, unexplainedNote } from '../ratings/ratings.ts'
import { TargetOutcomes } from '../ratings/targets.ts'
import { GapWords, latestHeadCount } from '../staffing/head-counts.ts'
import { Tile, type TileContent, TileFigure } from './tile.ts'

/** The key figures of the plan; a figure that it does not state has no tile. */
export function overviewTiles(page: PageContext): Html {
  const tiles = [effectTile(page), ratingTile(page), staffingTile(page), targetTile(page), collectionTile(page), checkTile(page)]
  return html`<div class="tiles">${tiles.flatMap((tile) => (tile ? [Tile(tile)] : []))}</div>`
}

function effectTile(page: PageContext): TileContent | undefined {
  const { warehouse } = page
  const all = latestOf(warehouse, 'all')
  if (!all) return undefined
  const parts = latestParts(warehouse)
  const [onlyPart] = parts
  if (parts.length > 1) return partedEffectTile(page, all, parts)
  return {
    name: `効果額 (${eraYear(all.fiscal_year)})`,
    figure: YenFigure(page, page.fact(all, 'amount_yen')),
    detail: ChangeDetail(page, onlyPart && page.fact(onlyPart, 'change_percent')) ?? '',
    spark: yenSparkline(yearsOf(warehouse, 'all')),
    href: '/effects.html',
  }
}

/** Effects of several parts: what can be compared large with its change, the other parts and the sum a line each below; the sum large where nothing can be. */
function partedEffectTile(page: PageContext, all: ComparisonYear, parts: readonly ComparisonYear[]): TileContent {
  const stated = parts.filter(({ amount_yen }) => amount_yen !== null)
  const unit = commonYenUnit([all, ...stated].map(({ amount_yen }) => amount_yen ?? 0))
  const comparable = stated.find(({ comparison }) => comparison === 'comparable')
  const large = comparable ?? all
  const lines = [...stated, all].filter((part) => part !== large).map((part) => PartLine(page, unit, part))
  const change = comparable && ChangeDetail(page, page.fact(comparable, 'change_percent'))
  return {
    name: `${comparable ? comparisonWords.comparable : '効果額'} (${eraYear(all.fiscal_year)})`,
    figure: YenFigureIn(page, unit, page.fact(large, 'amount_yen')),
    detail: change ?? html`${lines}`,
    more: change && html`${lines}`,
    tone: toneOf(comparable?.change_percent ?? null),
    href: '/effects.html',
  }
}

function PartLine(page: PageContext, unit: YenUnit, part: ComparisonYear): Html {
  return html`<span class="tile-line">${comparisonWords[part.comparison]} ${Together(YenIn(page, unit, page.fact(part, 'amount_yen')))}</span>`
}

/** An amount set large in the unit that it shares with others. */
function YenFigureIn(page: PageContext, unit: YenUnit, fact: NumberFact | undefined): Html {
  const figure = formatYenIn(unit, fact?.value ?? 0).slice(0, -unit.name.length)
  return html`${FactNumber(page, fact, figure)}<small>${unit.name}</small>`
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
    detail: html`${GapWords(page, latest)}`,
    more: latest.scope ?? undefined,
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
  const [outcome, ...others] = TargetOutcomes(page)
  return {
    name: '目標と比べられる項目',
    figure: html`${FactNumber(page, page.fact(all, 'with_compared'))}<small>/ ${all.items}項目</small>`,
    detail: outcome ?? '比べられる実績の記載なし',
    more: others.length > 0 ? joinWords(others, '。') : undefined,
    href: '/ratings.html#targets',
  }
}

function collectionTile(page: PageContext): TileContent | undefined {
  const latest = latestCollection(page.warehouse)
  if (!latest) return undefined
  return {
    name: `使用料等の収納 (${eraYear(latest.fiscal_year)})`,
    figure: YenFigure(page, page.fact(latest, 'amount_yen')),
    detail: ChangeDetail(page, page.fact(latest, 'change_percent')) ?? '',
    more: onlyBound(latest.scope),
    tone: toneOf(latest.change_percent),
    spark: yenSparkline(page.warehouse.mart('collection_years')),
    href: '/collections.html',
  }
}

function checkTile(page: PageContext): TileContent | undefined {
  const { compared, differs } = page.warehouse.checkTotals
  if (compared === 0) return undefined
  return {
    name: '数値が一致しない箇所',
    figure: html`<a href="/checks.html">${TileFigure(String(differs), 'か所')}</a>`,
    detail: `数字${compared}組を照合`,
    tone: differs > 0 ? 'wrong' : undefined,
    href: '/checks.html',
  }
}

function yenSparkline(years: readonly { fiscal_year: number; amount_yen: number | null }[]): Html | undefined {
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen ?? 0))
  return Sparkline(
    years.map(({ fiscal_year, amount_yen }) => ({ fiscalYear: fiscal_year, value: amount_yen })),
    (yen) => formatYenIn(unit, yen),
  )
}

/** A change on the year before in words: 前年度より84.1%減; undefined where there is none to state. */
function ChangeDetail(page: PageContext, percent: NumberFact | undefined): Html | undefined {
  const words = ChangeWords(page, percent)
  return words && html`前年度より${words}`
}

function toneOf(change: number | null): TileContent['tone'] {
  return change === null || change === 0 ? undefined : change > 0 ? 'above' : 'below'
}
