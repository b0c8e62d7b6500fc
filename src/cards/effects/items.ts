import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { seriesColours } from '../../charts/series.ts'
import { SharesChart } from '../../charts/shares-chart.ts'
import { amountLabel } from '../../charts/year-bars-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { QuotedItem } from '../../evidence/sentences.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { yenChangeInWords } from '../../format/changes.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { commonYenUnit, formatYenIn, type YenUnit } from '../../format/yen-units.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, itemHref } from '../item-links.ts'
import { changeLabel, chartHref, comparisonWords, countedEffectLines, effectName, effectYears, latestOf, rateCell, scopeWords, varyingNote } from './effects.ts'
import { effectViews } from './views.ts'

type EffectYear = MartRow<'effect_years'>
type ItemTotal = MartRow<'effect_years_by_item'>

/** Effects by item, year on year, with what the change compares; parts hatched inside their whole. */
export function effectItemsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const years = effectYears(warehouse)
  if (years.length === 0) return undefined
  const colours = itemColours(years)
  const parts = warehouse.mart('effect_parts')
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen))
  const groups = new Map(years.map((row) => [effectName(warehouse, row), colours.get(row.item_no)]))
  const colourOf = (group: string) => groups.get(group) ?? 'var(--series-1)'
  const bars = years.map((row) => {
    const inside = parts.filter(({ item_no, fiscal_year }) => item_no === row.item_no && fiscal_year === row.fiscal_year)
    const bar = {
      itemNo: row.item_no,
      group: effectName(warehouse, row),
      fiscalYear: row.fiscal_year,
      value: row.amount_yen,
      label: amountLabel(unit, row.amount_yen, changeLabel(row)),
      href: chartHref(page.fact(row, 'amount_yen'), '#items-table'),
      part: inside.length > 0 ? Math.max(...inside.map(({ amount_yen }) => amount_yen)) : undefined,
    }
    return { row, bar }
  })
  return {
    id: 'items',
    terms: ['effect', 'comparable', 'part', 'change', 'share'],
    tables: ['effects'],
    finding: largestChange(page) ?? '項目ごとの効果額',
    scope: `${scopeWords(page)}。増減率つき${parts.length > 0 ? '。斜線は内数 (うち)' : ''}。目盛りは全項目で同じ。`,
    views: effectViews(bars, colourOf),
    note: varyingNote(page),
    table: {
      head: ['項目', '年度', '区分', '効果の名前', '効果額 (円)', '前年度差 (円)', '増減率 (%)', '年度の中の割合 (%)', '累計 (円)', '寄附を除く中の割合 (%)'],
      topics: years.map((row) => ({ itemNo: row.item_no, fiscalYear: row.fiscal_year })),
      rows: years.map((row) => [
        itemCell(page, row),
        bothYears(row.fiscal_year),
        comparisonWords[row.comparison] ?? '',
        row.labels ?? '名前なし',
        factCell(page, page.fact(row, 'amount_yen')),
        factCell(page, page.fact(row, 'change_yen')),
        rateCell(page, row),
        factCell(page, page.fact(row, 'share_percent')),
        factCell(page, page.fact(row, 'cumulative_yen')),
        row.kind === 'donation' ? { value: null, shown: '' } : factCell(page, page.fact(row, 'kind_share_percent')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}

/** The colour of each item by its `item_no`, the same on every page. */
function itemColours(rows: readonly { item_no: number }[]): ReadonlyMap<number, string> {
  const { domain, range } = seriesColours([...new Set(rows.map(({ item_no }) => item_no))].sort((a, b) => a - b))
  return new Map(domain.map((item, index) => [item, range[index] as string]))
}

/** The item whose comparable effect changed most in the last year, in words; undefined where none can be compared. */
function largestChange(page: PageContext): Phrase | undefined {
  const row = lastChanges(page.warehouse)[0]
  if (row?.comparison !== 'comparable') return undefined
  return phrase`同じ内容の効果で${eraYear(row.fiscal_year)}の増減が最も大きいのは${QuotedItem(page, row.item_no)}の${YenChange(page, unitOfChanges(page.warehouse), page.fact(row, 'change_yen'))}`
}

/** The changes of the last year on the one before, what can be compared first, without what stayed as it was. */
export function lastChanges(warehouse: Warehouse): EffectYear[] {
  const last = latestOf(warehouse, 'all')?.fiscal_year
  return warehouse
    .mart('effect_years')
    .filter(({ fiscal_year, change_rank, change_yen }) => fiscal_year === last && change_rank !== null && change_yen !== 0)
    .sort((a, b) => (a.change_rank ?? 0) - (b.change_rank ?? 0))
}

/** Whether a change is of one thing, so that it can be stated as a change. */
export function isCompared({ is_like_before, comparison }: EffectYear): boolean {
  return is_like_before === true && comparison !== 'varying'
}

/** The unit in which all pages write the changes of the last year. */
export function unitOfChanges(warehouse: Warehouse): YenUnit {
  return commonYenUnit(
    lastChanges(warehouse)
      .filter(isCompared)
      .map(({ change_yen }) => change_yen ?? 0),
  )
}

/** A change in yen in words and in the unit of a chart, answering for itself: 0.42億円減. */
export function YenChange(page: PageContext, unit: YenUnit, fact: NumberFact | undefined): Phrase {
  return FactNumber(page, fact, fact && yenChangeInWords(fact.value, (yen) => formatYenIn(unit, yen)))
}

/** Each item's share of all effects of all years, and of those of its kind. */
export function effectSharesCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const items = warehouse.mart('effect_years_by_item')
  const [first] = items
  if (!first || items.length < 2) return undefined
  const colours = itemColours(items)
  const unit = commonYenUnit(items.map(({ total_yen }) => total_yen))
  const shares = items.map((item) => ({
    itemNo: item.item_no,
    name: effectName(warehouse, item),
    percent: item.share_percent ?? 0,
    label: `${formatNumber(item.share_percent, 1)}% (${formatYenIn(unit, item.total_yen)})`,
    colour: colours.get(item.item_no) ?? 'var(--series-1)',
    href: itemHref(item.item_no),
  }))
  return {
    id: 'shares',
    terms: ['share'],
    tables: ['effects'],
    finding: sharesFinding(page, items, first),
    scope: `${scopeWords(page)}。全年度の合計に占める割合 (%)。`,
    chart: (size) => SharesChart(shares, size, '項目ごとの割合'),
    table: {
      head: ['項目', '区分', '全年度の合計 (円)', '全体の中の割合 (%)', '同じ区分の中の割合 (%)'],
      rows: items.map((item) => [
        itemCell(page, item),
        comparisonWords[item.comparison] ?? '',
        factCell(page, page.fact(item, 'total_yen')),
        factCell(page, page.fact(item, 'share_percent')),
        factCell(page, page.fact(item, 'comparison_share_percent')),
      ]),
    },
    source: countedEffectLines(warehouse),
  }
}

/** Which item is the largest of those that can be compared, and of all. */
function sharesFinding(page: PageContext, items: readonly ItemTotal[], first: ItemTotal): Phrase {
  const largest = items.find(({ comparison }) => comparison === 'comparable')
  const ofAll = phrase`${QuotedItem(page, first.item_no)}で、全体の${FactNumber(page, page.fact(first, 'share_percent'))}`
  if (!largest || largest === first) return phrase`最も大きいのは${ofAll}`
  const share = FactNumber(page, page.fact(largest, 'comparison_share_percent'))
  return phrase`同じ内容の効果で最も大きいのは${QuotedItem(page, largest.item_no)}で、その${share}。すべての効果では${ofAll}`
}
