import { type Html, html } from '../components/html.ts'
import { Tile, type TileContent } from '../components/tile.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { formatNumber, formatPercentChange, formatYen, splitYen } from '../format/numbers.ts'
import { eraYear } from '../format/years.ts'
import { collectionYears } from './collections.ts'
import { effectKinds } from './effects.ts'
import { itemsByRating } from './ratings.ts'
import { gapInWords, staffingGaps } from './staffing.ts'

/** The plan in a few sentences, each left out where the plan has nothing to say on it. */
export function leadSentences(warehouse: Warehouse): Html {
  const sentences = [effectSentence(warehouse), ratingSentence(warehouse), checkSentence(warehouse)].filter((sentence) => sentence !== undefined)
  return html`<p class="lead">${sentences.join('')}</p>`
}

function effectSentence(warehouse: Warehouse): string | undefined {
  const last = (kind: string) =>
    effectKinds(warehouse)
      .filter((row) => row.kind === kind)
      .at(-1)?.cumulative_yen
  const [all, donation, saving] = [last('all'), last('donation'), last('saving')]
  if (all === undefined) return undefined
  if (donation === undefined || saving === undefined) return `効果額は合わせて${formatYen(all)}。`
  return `効果額は合わせて${formatYen(all)}。ただし${formatYen(donation)}は寄附の受入額で、節減・増収は${formatYen(saving)}。`
}

function ratingSentence(warehouse: Warehouse): string | undefined {
  const ratings = itemsByRating(warehouse)
  if (ratings.length === 0) return undefined
  const count = warehouse.table('items').length
  return `${count}項目の評価は${ratings.map(({ rating, items }) => `${rating}が${items.length}件`).join('、')}。`
}

function checkSentence(warehouse: Warehouse): string | undefined {
  const { compared, differs } = checkTotals(warehouse)
  if (compared === 0) return undefined
  return differs === 0 ? `文書の中の${compared}か所の数字を突き合わせ、すべて一致した。` : `文書の中の数字${compared}組を突き合わせ、${differs}組が食い違う。`
}

/** How many pairs of numbers were compared, and how many differ. */
export function checkTotals(warehouse: Warehouse): { compared: number; differs: number } {
  const counts = warehouse.mart('check_counts').filter(({ compares }) => compares === true) as unknown as readonly { agrees: number; differs: number }[]
  const differs = counts.reduce((sum, row) => sum + row.differs, 0)
  return { compared: counts.reduce((sum, row) => sum + row.agrees + row.differs, 0), differs }
}

/** The key figures of the plan; a figure that it does not state has no tile. */
export function overviewTiles(warehouse: Warehouse): Html {
  const tiles = [effectTile(warehouse), ratingTile(warehouse), staffingTile(warehouse), collectionTile(warehouse), checkTile(warehouse)]
  return html`<nav class="tiles" aria-label="主な数字">${tiles.flatMap((tile) => (tile ? [Tile(tile)] : []))}</nav>`
}

function effectTile(warehouse: Warehouse): TileContent | undefined {
  const latest = effectKinds(warehouse)
    .filter(({ kind }) => kind === 'all')
    .at(-1)
  if (!latest) return undefined
  return {
    name: `効果額 (${eraYear(latest.fiscal_year)})`,
    ...splitYen(latest.amount_yen),
    detail: changeInWords(latest.change_percent),
    tone: toneOf(latest.change_percent),
    href: '#effects',
  }
}

function ratingTile(warehouse: Warehouse): TileContent | undefined {
  const ratings = itemsByRating(warehouse)
  const best = ratings[0]
  if (!best) return undefined
  return {
    name: '評価',
    figure: `${best.rating}${best.items.length}`,
    unit: '件',
    detail: ratings
      .slice(1)
      .map(({ rating, items }) => `${rating}${items.length}件`)
      .join(' '),
    href: '#ratings',
  }
}

function staffingTile(warehouse: Warehouse): TileContent | undefined {
  const latest = staffingGaps(warehouse).at(-1)
  if (!latest || latest.gap === null || latest.actual === null) return undefined
  const mark = latest.gap === 0 ? '' : latest.gap > 0 ? '▲ ' : '▼ '
  return {
    name: `職員数 (${eraYear(latest.fiscal_year)})`,
    figure: formatNumber(latest.actual),
    unit: '人',
    detail: `${mark}${gapInWords(latest.gap)}`,
    tone: toneOf(latest.gap),
    href: '#staffing',
  }
}

function collectionTile(warehouse: Warehouse): TileContent | undefined {
  const latest = collectionYears(warehouse).at(-1)
  if (!latest) return undefined
  return {
    name: `使用料等の収納 (${eraYear(latest.fiscal_year)})`,
    ...splitYen(latest.amount_yen),
    detail: changeInWords(latest.change_percent),
    tone: toneOf(latest.change_percent),
    href: '#collections',
  }
}

function checkTile(warehouse: Warehouse): TileContent | undefined {
  const { compared, differs } = checkTotals(warehouse)
  if (compared === 0) return undefined
  return {
    name: '文書の食い違い',
    figure: String(differs),
    unit: '件',
    detail: `数字${compared}組を照合`,
    tone: differs > 0 ? 'fell' : 'rose',
    href: '#checks',
  }
}

function changeInWords(percent: number | null): string {
  if (percent === null) return '前年度の値なし'
  return `${percent > 0 ? '▲' : percent < 0 ? '▼' : ''} 前年度比 ${formatPercentChange(percent)}`
}

function toneOf(change: number | null): TileContent['tone'] {
  return change === null || change === 0 ? undefined : change > 0 ? 'rose' : 'fell'
}
