import { Sparkline } from '../../charts/sparkline.ts'
import { PercentNumber } from '../../evidence/changes.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber, formatYen, splitYen } from '../../format/numbers.ts'
import { eraYear } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { ratingShape } from '../../markup/rating-mark.ts'
import { CollectionNumber, collectionChange, collectionYears } from '../collections.ts'
import { effectTargets, TargetNumber, TargetPercent } from '../effect-targets.ts'
import { EffectKindNumber, effectKindChange, effectKinds, effectYears } from '../effects.ts'
import { itemsByRating, RatingCount } from '../ratings.ts'
import { GapNumber, gapInWords, HeadCountNumber, staffingGaps } from '../staffing.ts'
import { checkTotals } from './lead.ts'
import { Tile, type TileContent, TileFigure } from './tile.ts'

/** The key figures of the plan; a figure that it does not state has no tile. */
export function overviewTiles(page: PageContext): Html {
  const tiles = [effectTile(page), ratingTile(page), staffingTile(page), targetTile(page), collectionTile(page), checkTile(page)]
  return html`<div class="tiles">${tiles.flatMap((tile) => (tile ? [Tile(tile)] : []))}</div>`
}

function effectTile(page: PageContext): TileContent | undefined {
  const kinds = effectKinds(page.warehouse)
  const years = kinds.filter(({ kind }) => kind === 'all')
  const latest = years.at(-1)
  if (!latest) return undefined
  const ofLatest = (name: string) => kinds.find(({ kind, fiscal_year }) => kind === name && fiscal_year === latest.fiscal_year)
  const saving = ofLatest('donation') && ofLatest('saving')
  const { figure, unit } = splitYen(latest.amount_yen)
  return {
    name: `効果額 (${eraYear(latest.fiscal_year)})`,
    figure: html`${EffectKindNumber(page, latest, figure)}<small>${unit}</small>`,
    detail: html`${arrow(latest.change_percent)} 前年度比 ${PercentNumber(page, effectKindChange(page, latest))}`,
    more: saving && html`寄附を除くと${EffectKindNumber(page, saving, formatYen(saving.amount_yen))}`,
    tone: toneOf(latest.change_percent),
    spark: yenSparkline(years),
    href: '/effects.html',
  }
}

function ratingTile(page: PageContext): TileContent | undefined {
  const ratings = itemsByRating(page.warehouse)
  if (ratings.length === 0) return undefined
  return {
    name: '評価',
    figure: html`<span class="tile-ratings">${ratings.map((rating, index) => html`${index > 0 && ' '}${rating.rating}${RatingCount(page, rating)}`)}</span><small>件</small>`,
    detail: html`${ratings.map(({ rating, items }) => html`<span class="tile-shapes" aria-hidden="true">${ratingShape(rating).repeat(items.length)}</span>`)}`,
    href: '/ratings.html',
  }
}

function staffingTile(page: PageContext): TileContent | undefined {
  const gaps = staffingGaps(page.warehouse)
  const latest = gaps.at(-1)
  if (!latest || latest.gap === null || latest.actual === null) return undefined
  return {
    name: `職員数 (${eraYear(latest.fiscal_year)})`,
    figure: html`${HeadCountNumber(page, latest, 'actual')}<small>人</small>`,
    detail: html`${arrow(latest.gap)} ${GapNumber(page, latest, gapInWords(latest.gap))}`,
    tone: toneOf(latest.gap),
    spark: Sparkline(
      gaps.map(({ fiscal_year, actual }) => ({ fiscalYear: fiscal_year, value: actual })),
      (value) => `${formatNumber(value)}人`,
    ),
    href: '/staffing.html',
  }
}

/** How far the latest numeric target of an effect was reached. */
function targetTile(page: PageContext): TileContent | undefined {
  const latest = [...effectTargets(page.warehouse)].sort((a, b) => a.fiscal_year - b.fiscal_year).at(-1)
  if (!latest || latest.percent === null) return undefined
  const isMissed = latest.gap_yen < 0
  return {
    name: `${latest.title}の目標達成 (${eraYear(latest.fiscal_year)})`,
    figure: html`${TargetPercent(page, latest, formatNumber(latest.percent, 0))}<small>%</small>`,
    detail: html`${isMissed ? '▼ 目標' : '▲ 目標'} ${TargetNumber(page, latest, formatYen(latest.target_yen))}`,
    tone: isMissed ? 'fell' : 'rose',
    spark: yenSparkline(effectYears(page.warehouse).filter(({ item_no }) => item_no === latest.item_no)),
    href: '/effects.html',
  }
}

function collectionTile(page: PageContext): TileContent | undefined {
  const years = collectionYears(page.warehouse)
  const latest = years.at(-1)
  if (!latest) return undefined
  const { figure, unit } = splitYen(latest.amount_yen)
  return {
    name: `使用料等の収納 (${eraYear(latest.fiscal_year)})`,
    figure: html`${CollectionNumber(page, latest, figure)}<small>${unit}</small>`,
    detail: html`${arrow(latest.change_percent)} 前年度比 ${PercentNumber(page, collectionChange(page, latest))}`,
    tone: toneOf(latest.change_percent),
    spark: yenSparkline(years),
    href: '/collections.html',
  }
}

function checkTile(page: PageContext): TileContent | undefined {
  const { compared, differs } = checkTotals(page.warehouse)
  if (compared === 0) return undefined
  return {
    name: '文書の食い違い',
    figure: html`<a href="/checks.html">${TileFigure(String(differs), '件')}</a>`,
    detail: `数字${compared}組を照合`,
    tone: differs > 0 ? 'fell' : 'rose',
    href: '/checks.html',
  }
}

function yenSparkline(years: readonly { fiscal_year: number; amount_yen: number }[]): Html | undefined {
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
