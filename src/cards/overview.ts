import { type Html, html } from '../components/html.ts'
import { ratingName } from '../components/ratings-board.ts'
import { Sparkline } from '../components/sparkline.ts'
import { Tile, type TileContent, TileFigure } from '../components/tile.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { PercentNumber } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import { formatNumber, formatYen, splitYen } from '../format/numbers.ts'
import { eraYear } from '../format/years.ts'
import type { PageContext } from '../page.ts'
import { CollectionNumber, collectionChange, collectionYears } from './collections.ts'
import { CumulativeEffectNumber, EffectKindNumber, effectKindChange, effectKinds } from './effects.ts'
import { itemsByRating, RatingCount } from './ratings.ts'
import { GapNumber, gapInWords, HeadCountNumber, staffingGaps } from './staffing.ts'

/** The plan in a few sentences, each left out where the plan has nothing to say on it. */
export function leadSentences(page: PageContext): Html {
  return html`<p class="lead">${effectSentence(page)}${ratingSentence(page)}${checkSentence(page)}</p>`
}

function effectSentence(page: PageContext): Html | undefined {
  const last = (kind: string) =>
    effectKinds(page.warehouse)
      .filter((row) => row.kind === kind)
      .at(-1)
  const number = (row: ReturnType<typeof last>) => row && CumulativeEffectNumber(page, row, formatYen(row.cumulative_yen))
  const [all, donation, saving] = [last('all'), last('donation'), last('saving')]
  if (!all) return undefined
  if (!donation || !saving) return html`効果額は合わせて${number(all)}。`
  return html`効果額は合わせて${number(all)}。ただし${number(donation)}は寄附の受入額で、節減・増収は${number(saving)}。`
}

function ratingSentence(page: PageContext): Html | undefined {
  const ratings = itemsByRating(page.warehouse)
  if (ratings.length === 0) return undefined
  return html`${page.warehouse.table('items').length}項目の評価は${ratings.map((rating, index) => html`${index > 0 && '、'}${rating.rating}が${RatingCount(page, rating)}件`)}。`
}

function checkSentence(page: PageContext): Html | undefined {
  const { compared, differs } = checkTotals(page.warehouse)
  if (compared === 0) return undefined
  return differs === 0
    ? html`文書の中の数字<a href="/checks.html">${compared}組</a>を突き合わせ、すべて一致した。`
    : html`文書の中の数字<a href="/checks.html">${compared}組</a>を突き合わせ、<a href="/checks.html">${differs}組</a>が食い違う。`
}

/** How many pairs of numbers were compared, and how many differ. */
export function checkTotals(warehouse: Warehouse): { compared: number; differs: number } {
  const counts = warehouse.mart('check_counts').filter(({ compares }) => compares === true) as unknown as readonly { agrees: number; differs: number }[]
  const differs = counts.reduce((sum, row) => sum + row.differs, 0)
  return { compared: counts.reduce((sum, row) => sum + row.agrees + row.differs, 0), differs }
}

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
    spark: Sparkline(
      years.map(({ fiscal_year, amount_yen }) => ({ fiscalYear: fiscal_year, value: amount_yen })),
      formatYen,
    ),
    href: '/effects.html',
  }
}

function ratingTile(page: PageContext): TileContent | undefined {
  const ratings = itemsByRating(page.warehouse)
  const best = ratings[0]
  if (!best) return undefined
  return {
    name: '評価',
    figure: html`${best.rating}${RatingCount(page, best)}<small>件</small>`,
    detail: html`${ratings.map((rating, index) => html`${index > 0 && html`<br>`}${ratingName(rating.rating)} ${RatingCount(page, rating)}件`)}`,
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

interface TargetMart {
  item_no: number
  title: string
  fiscal_year: number
  target_yen: number
  amount_yen: number
  percent: number
}

/** How far the latest numeric target of an effect was reached. */
function targetTile(page: PageContext): TileContent | undefined {
  const targets = page.warehouse.mart('effect_years_against_targets') as unknown as readonly TargetMart[]
  const latest = targets.at(-1)
  if (!latest) return undefined
  const target = page.warehouse
    .table('targets')
    .find((row) => row.item_no === latest.item_no && row.fiscal_year === latest.fiscal_year && row.measure === 'effect_yen')
  const effect = page.warehouse.table('effects').find((row) => row.item_no === latest.item_no && row.fiscal_year === latest.fiscal_year && row.part_of === null)
  if (!target || !effect) return undefined
  return {
    name: `${latest.title}の目標達成 (${eraYear(latest.fiscal_year)})`,
    figure: html`${ComputedNumber(page, formatNumber(latest.percent, 0), {
      formula: '効果額 ÷ 目標額 × 100',
      operands: [
        { name: '効果額', number: ReadNumber(page, `${formatNumber(latest.amount_yen)}円`, effect, effect.amount_yen) },
        { name: '目標額', number: ReadNumber(page, `${formatNumber(latest.target_yen)}円`, target, target.value) },
      ],
      result: `${formatNumber(latest.percent, 1)}%`,
    })}<small>%</small>`,
    detail: html`${latest.percent < 100 ? '▼ 目標' : '▲ 目標'} ${ReadNumber(page, formatYen(latest.target_yen), target, target.value)}`,
    tone: latest.percent < 100 ? 'fell' : 'rose',
    spark: Sparkline(
      targets.filter(({ item_no }) => item_no === latest.item_no).map(({ fiscal_year, percent }) => ({ fiscalYear: fiscal_year, value: percent })),
      (value) => `${formatNumber(value, 0)}%`,
    ),
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
    spark: Sparkline(
      years.map(({ fiscal_year, amount_yen }) => ({ fiscalYear: fiscal_year, value: amount_yen })),
      formatYen,
    ),
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

function arrow(change: number | null): string {
  return change === null || change === 0 ? '' : change > 0 ? '▲' : '▼'
}

function toneOf(change: number | null): TileContent['tone'] {
  return change === null || change === 0 ? undefined : change > 0 ? 'rose' : 'fell'
}
