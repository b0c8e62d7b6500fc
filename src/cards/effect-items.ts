import { seriesColours } from '../charts/series.ts'
import { SharesChart } from '../charts/shares-chart.ts'
import { amountLabel, YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber, PercentNumber, SumNumber } from '../evidence/changes.ts'
import { sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatChange, formatNumber, formatPercentChange, formatYen, noData, splitYen } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { kindColours, kindNames, latestKind, scopeWords } from './effect-kinds.ts'
import { effectParts } from './effect-parts.ts'
import {
  ComputedTotal,
  CumulativeEffectNumber,
  EffectKindNumber,
  EffectNumber,
  type EffectYearRow,
  effectChange,
  effectKinds,
  effectLines,
  effectYears,
} from './effects.ts'
import { ItemName, itemHref, sourceLines } from './item-links.ts'

interface ComparedRow {
  item_no: number
  fiscal_year: number
  labels: string | null
  share_percent: number | null
  is_like_before: boolean | null
  change_rank: number | null
}

interface ItemShareRow {
  item_no: number
  title: string
  kind: 'donation' | 'saving'
  total_yen: number
  share_percent: number | null
  kind_share_percent: number | null
  rank: number
}

/** How each item's effect of a year compares to that of the year before, and which changed most. */
export function comparedYears(warehouse: Warehouse): readonly ComparedRow[] {
  return warehouse.mart('effect_years_compared') as unknown as readonly ComparedRow[]
}

function itemShares(warehouse: Warehouse): readonly ItemShareRow[] {
  return warehouse.mart('effect_years_by_item') as unknown as readonly ItemShareRow[]
}

/** Effects by item, year on year, with what the change compares; parts hatched inside their whole. */
export function effectItemsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const years = effectYears(warehouse)
  if (years.length === 0) return undefined
  const colours = seriesColours([...new Set(years.map(({ item_no }) => item_no))])
  const groupOf = ({ item_no, title }: EffectYearRow) => `No.${item_no} ${title}`
  const parts = effectParts(warehouse)
  const bars = years.map((row) => {
    const inside = parts.filter(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year)
    return {
      group: groupOf(row),
      fiscalYear: row.fiscal_year,
      value: row.amount_yen,
      label: amountLabel(row.amount_yen, effectChange(page, row).before ? formatPercentChange(row.change_percent) : undefined),
      href: effectHref(page, row),
      part: inside.length > 0 ? Math.max(...inside.map(({ amount_yen }) => amount_yen)) : undefined,
    }
  })
  return CardSection(page, {
    id: 'items',
    tables: ['effects'],
    finding: largestChange(page) ?? '項目ごとの効果額',
    scope: html`${scopeWords(page)}。前年度比つき${parts.length > 0 && '。斜線は内数 (うち)'}。目盛りは全項目で同じ。`,
    chart: (size) =>
      YearBarsChart(bars, size, {
        name: '項目別・年度別の効果額',
        id: 'items',
        colourOf: (group) => colours.range[colours.domain.indexOf(Number(/^No\.(\d+)/.exec(group)?.[1]))] ?? 'var(--series-1)',
      }),
    note: unlikeNote(page),
    table: {
      head: ['項目', '年度', '効果の名前', '効果額 (円)', '前年度差 (円)', '前年度比 (%)', '年度の中の割合 (%)', '累計 (円)'],
      rows: years.map((row) => {
        const compared = comparedYears(warehouse).find(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year)
        return [
          { value: groupOf(row), shown: ItemName(row) },
          bothYears(row.fiscal_year),
          compared?.labels ?? '名前なし',
          { value: row.amount_yen, shown: EffectNumber(page, row) },
          { value: row.change_yen, shown: ChangeNumber(page, effectChange(page, row)) },
          { value: row.change_percent, shown: PercentNumber(page, effectChange(page, row)) },
          { value: compared?.share_percent ?? null, shown: YearShareNumber(page, row, compared?.share_percent ?? null) },
          { value: row.cumulative_yen, shown: ItemCumulativeNumber(page, row) },
        ]
      }),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

/** The item that changed most in the last year, in words; undefined in the first year. */
function largestChange(page: PageContext): Html | undefined {
  const most = comparedYears(page.warehouse)
    .filter(({ change_rank }) => change_rank === 1)
    .sort((a, b) => a.fiscal_year - b.fiscal_year)
    .at(-1)
  const row = most && effectYears(page.warehouse).find(({ item_no, fiscal_year }) => item_no === most.item_no && fiscal_year === most.fiscal_year)
  if (!row || row.change_yen === null) return undefined
  const change = effectChange(page, row)
  const { unit } = splitYen(row.change_yen)
  return html`${eraYear(row.fiscal_year)}に最も大きく${row.change_yen < 0 ? '減った' : '増えた'}のはNo.${row.item_no}「${row.title}」で、前年度差${ChangeNumber(page, change, changeInYen(row.change_yen, unit))}`
}

function changeInYen(yen: number, unit: string): string {
  const scale = unit === '億円' ? 1e8 : unit === '万円' ? 1e4 : 1
  return `${formatChange(yen / scale, unit === '億円' ? 1 : 0)}${unit}`
}

/** The items whose effect is called otherwise than in the year before: their change is no growth of one thing. */
export function unlikeNote({ warehouse }: PageContext, items?: readonly number[]): Html | undefined {
  const rows = comparedYears(warehouse).filter(({ item_no }) => items?.includes(item_no) ?? true)
  const unlike = [...new Set(rows.flatMap(({ item_no, is_like_before }) => (is_like_before === false ? [item_no] : [])))]
  if (unlike.length === 0) return undefined
  return html`${unlike.map((item, index) => html`${index > 0 && '、'}<a href="${itemHref(item)}">No.${item}</a>`)}は年度によって効果の名前が違う。前年度比は、同じものの伸びとは限らない。`
}

/** Where the first line of an item's effect of a year stands. */
export function effectHref(page: PageContext, row: EffectYearRow): string {
  const line = effectLines(page.warehouse, row)[0]
  return line ? sourceHref(page, line, line.amount_yen) : '#items-table'
}

function YearShareNumber(page: PageContext, row: EffectYearRow, percent: number | null): Html | string {
  const all = effectKinds(page.warehouse).find(({ kind, fiscal_year }) => kind === 'all' && fiscal_year === row.fiscal_year)
  if (!all) return noData
  return ShareNumber(page, {
    percent,
    part: { name: '項目の効果額', number: EffectNumber(page, row) },
    whole: { name: '年度の効果額', number: EffectKindNumber(page, all, formatNumber(all.amount_yen)) },
  })
}

function ItemCumulativeNumber(page: PageContext, row: EffectYearRow): Html {
  const operands = effectYears(page.warehouse)
    .filter(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year <= row.fiscal_year)
    .map((year) => ({ name: bothYears(year.fiscal_year), number: EffectNumber(page, year) }))
  return SumNumber(page, formatNumber(row.cumulative_yen), row.cumulative_yen, '円', operands, '各年度の効果額の合計')
}

/** Each item's share of all effects of all years, and of those of its kind. */
export function effectSharesCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const items = itemShares(warehouse)
  const first = items[0]
  const all = latestKind(warehouse, 'all')
  if (!first || !all || items.length < 2) return undefined
  const colours = seriesColours(items.map(({ item_no }) => item_no).sort((a, b) => a - b))
  const shares = items.map(({ item_no, title, total_yen, share_percent }) => ({
    name: `No.${item_no} ${title}`,
    percent: share_percent ?? 0,
    label: `${formatNumber(share_percent, 1)}% (${formatYen(total_yen)})`,
    colour: colours.range[colours.domain.indexOf(item_no)] ?? kindColours.saving,
    href: itemHref(item_no),
  }))
  return CardSection(page, {
    id: 'shares',
    tables: ['effects'],
    finding: html`最も大きいのはNo.${first.item_no}「${first.title}」で、全体の${TotalShareNumber(page, first)}`,
    scope: html`${scopeWords(page)}。全年度の合計に占める割合 (%)。`,
    chart: (size) => SharesChart(shares, size, '項目ごとの割合'),
    table: {
      head: ['項目', '種類', '全年度の合計 (円)', '全体の中の割合 (%)', '種類の中の割合 (%)'],
      rows: items.map((item) => [
        { value: `No.${item.item_no} ${item.title}`, shown: ItemName(item) },
        kindNames[item.kind],
        { value: item.total_yen, shown: ComputedTotal(page, item.item_no, item.total_yen, formatNumber(item.total_yen)) },
        { value: item.share_percent, shown: TotalShareNumber(page, item) },
        { value: item.kind_share_percent, shown: KindShareOfItem(page, item) },
      ]),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

/** An item's share of all effects of all years. */
function TotalShareNumber(page: PageContext, item: ItemShareRow): Html | string {
  const all = latestKind(page.warehouse, 'all')
  if (!all) return noData
  return ShareNumber(page, {
    percent: item.share_percent,
    part: { name: '項目の全年度の合計', number: ComputedTotal(page, item.item_no, item.total_yen) },
    whole: { name: '全項目の全年度の合計', number: CumulativeEffectNumber(page, all, `${formatNumber(all.cumulative_yen)}円`) },
  })
}

function KindShareOfItem(page: PageContext, item: ItemShareRow): Html | string {
  const kind = effectKinds(page.warehouse)
    .filter((row) => row.kind === item.kind)
    .at(-1)
  if (!kind) return noData
  return ShareNumber(page, {
    percent: item.kind_share_percent,
    part: { name: '項目の全年度の合計', number: ComputedTotal(page, item.item_no, item.total_yen) },
    whole: { name: `${kindNames[item.kind]}の全年度の合計`, number: CumulativeEffectNumber(page, kind, `${formatNumber(kind.cumulative_yen)}円`) },
  })
}
