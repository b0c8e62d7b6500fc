import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { seriesColours } from '../../charts/series.ts'
import { SharesChart } from '../../charts/shares-chart.ts'
import { amountLabel, YearBarsChart } from '../../charts/year-bars-chart.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatChange, formatNumber, formatPercentChange, formatYen, splitYen } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, itemHref, itemName } from '../item-links.ts'
import { chartHref, countedEffectLines, kindColours, kindNames, scopeWords, unlikeNote } from './effects.ts'

type ItemYear = MartRow<'effect_item_years'>

/** Effects by item, year on year, with what the change compares; parts hatched inside their whole. */
export function effectItemsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const years = warehouse.mart('effect_item_years')
  if (years.length === 0) return undefined
  const colours = itemColours(years)
  const parts = warehouse.mart('effect_parts')
  const bars = years.map((row) => {
    const inside = parts.filter(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year)
    return {
      group: itemName(row),
      fiscalYear: row.fiscal_year,
      value: row.amount_yen,
      label: amountLabel(row.amount_yen, row.change_percent === null ? undefined : formatPercentChange(row.change_percent)),
      href: chartHref(page.fact(row, 'amount_yen'), '#items-table'),
      part: inside.length > 0 ? Math.max(...inside.map(({ amount_yen }) => amount_yen)) : undefined,
    }
  })
  return {
    id: 'items',
    tables: ['effects'],
    finding: largestChange(page) ?? '項目ごとの効果額',
    scope: `${scopeWords(page)}。増減率つき${parts.length > 0 ? '。斜線は内数 (うち)' : ''}。目盛りは全項目で同じ。`,
    chart: (size) => YearBarsChart(bars, size, { name: '項目別・年度別の効果額', id: 'items', colourOf: (group) => colours.get(group) ?? 'var(--series-1)' }),
    note: unlikeNote(page),
    table: {
      head: ['項目', '年度', '効果の名前', '効果額 (円)', '前年度差 (円)', '増減率 (%)', '年度の中の割合 (%)', '累計 (円)'],
      rows: years.map((row) => [
        itemCell(row),
        bothYears(row.fiscal_year),
        row.labels ?? '名前なし',
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        factCell(page, page.fact(row, 'change_percent')),
        factCell(page, page.fact(row, 'share_percent')),
        factCell(page, page.fact(row, 'cumulative_yen')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}

/** The colour of each item by its name, the same on every page. */
function itemColours(rows: readonly { item_no: number; title: string | null }[]): ReadonlyMap<string, string> {
  const items = [...new Map(rows.map((row) => [row.item_no, itemName(row)]))].sort(([a], [b]) => a - b)
  const { range } = seriesColours(items)
  return new Map(items.map(([, name], index) => [name, range[index] as string]))
}

/** The item that changed most in the last year, in words; undefined in the first year. */
function largestChange(page: PageContext): Phrase | undefined {
  const row = page.warehouse
    .mart('effect_item_years')
    .filter(({ change_rank }) => change_rank === 1)
    .reduce<ItemYear | undefined>((last, row) => (last && last.fiscal_year > row.fiscal_year ? last : row), undefined)
  if (!row || row.change_yen === null) return undefined
  const change = FactNumber(page, page.fact(row, 'change_yen'), changeInYen(row.change_yen))
  return phrase`${eraYear(row.fiscal_year)}に最も大きく${row.change_yen < 0 ? '減った' : '増えた'}のはNo.${row.item_no}「${row.title}」で、前年度差${change}`
}

function changeInYen(yen: number): string {
  const { unit } = splitYen(yen)
  const scale = unit === '億円' ? 1e8 : unit === '万円' ? 1e4 : 1
  return `${formatChange(yen / scale, unit === '億円' ? 1 : 0)}${unit}`
}

/** Each item's share of all effects of all years, and of those of its kind. */
export function effectSharesCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const items = warehouse.mart('effect_years_by_item')
  const [first] = items
  if (!first || items.length < 2) return undefined
  const colours = itemColours(items)
  const shares = items.map((item) => ({
    name: itemName(item),
    percent: item.share_percent ?? 0,
    label: `${formatNumber(item.share_percent, 1)}% (${formatYen(item.total_yen)})`,
    colour: colours.get(itemName(item)) ?? kindColours.saving,
    href: itemHref(item.item_no),
  }))
  return {
    id: 'shares',
    tables: ['effects'],
    finding: phrase`最も大きいのはNo.${first.item_no}「${first.title}」で、全体の${FactNumber(page, page.fact(first, 'share_percent'))}`,
    scope: `${scopeWords(page)}。全年度の合計に占める割合 (%)。`,
    chart: (size) => SharesChart(shares, size, '項目ごとの割合'),
    table: {
      head: ['項目', '種類', '全年度の合計 (円)', '全体の中の割合 (%)', '種類の中の割合 (%)'],
      rows: items.map((item) => [
        itemCell(item),
        kindNames[item.kind] ?? '',
        factCell(page, page.fact(item, 'total_yen')),
        factCell(page, page.fact(item, 'share_percent')),
        factCell(page, page.fact(item, 'kind_share_percent')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}
