import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { assetKindNames } from '../../../loaders/warehouse/marts/revenue.ts'
import { MeasurePanelsChart, type MeasureYear } from '../../charts/measure-panels-chart.ts'
import { amountLabel, YearBarsChart } from '../../charts/year-bars-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { ChangeWords, FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { sayableChange } from '../../format/changes.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { decimalsOf, formatNumber, formatYen } from '../../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../../format/years.ts'
import { commonYenUnit, formatYenIn } from '../../format/yen-units.ts'
import { type Html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { chartHref, Yen } from '../effects/effects.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { change, measureName, measureRow } from './measures.ts'

type AssetYear = MartRow<'asset_years'>
type AssetKind = keyof typeof assetKindNames

/** Kinds of use of assets in the words of the page. */
export const assetKinds: Readonly<Record<string, string>> = assetKindNames

/** The measures of sales and leases: what each is called, its unit, and the columns of its change. */
const measures = {
  amount_yen: { name: '金額', unit: '円', change: 'change_yen', percent: 'change_percent' },
  contracts: { name: '件数', unit: '件', change: 'contracts_change', percent: 'contracts_change_percent' },
  area_m2: { name: '面積', unit: 'm²', change: 'area_change_m2', percent: 'area_change_percent' },
  mean_yen: { name: '1件あたり', unit: '円', change: 'mean_change_yen', percent: 'mean_change_percent' },
} as const

type Measure = keyof typeof measures

/** Items that sell or lease assets. */
export function assetItems(warehouse: Warehouse): number[] {
  return [...new Set(warehouse.mart('asset_years').map(({ item_no }) => item_no))]
}

/** Sales, leases, or both together of an item, by year. */
export function assetYears(warehouse: Warehouse, itemNo: number, kind: AssetKind): AssetYear[] {
  return warehouse.mart('asset_years').filter((row) => row.item_no === itemNo && row.kind === kind)
}

/** What cards on assets are about: title of the item, where and when. */
export function assetScope({ warehouse }: PageContext, itemNo: number): string {
  const { plan } = warehouse
  const years = assetYears(warehouse, itemNo, 'all')
  const range = yearRange(years[0]?.fiscal_year ?? null, years.at(-1)?.fiscal_year ?? null)
  return `${years[0]?.title ?? ''} (${warehouse.itemLabel(itemNo)})、${plan.municipality ?? plan.title ?? ''}、${range}`
}

/** The lines that state sales or leases of an item. */
export function assetSource({ warehouse }: PageContext, itemNo: number, kind?: AssetKind): Html {
  return sourceLines(
    { warehouse },
    warehouse.table('assets').filter((row) => row.item_no === itemNo && (kind === undefined || row.kind === kind)),
  )
}

/** Sales and leases together, in yen. */
export function assetAmountsCards(page: PageContext): (Card | undefined)[] {
  return assetItems(page.warehouse).map((item) => AmountsCard(page, item))
}

function AmountsCard(page: PageContext, itemNo: number): Card | undefined {
  const { warehouse } = page
  const stated = (['sale', 'lease'] as const).filter((kind) => assetYears(warehouse, itemNo, kind).some(({ amount_yen }) => amount_yen !== null))
  const kinds: readonly AssetKind[] = stated.length === 2 ? ['all', ...stated] : stated
  const rows = kinds.flatMap((kind) => assetYears(warehouse, itemNo, kind)).filter(({ amount_yen }) => amount_yen !== null)
  const latest = rows.filter(({ kind }) => kind === kinds[0]).at(-1)
  if (!latest) return undefined
  const rate = ChangeWords(page, page.fact(latest, 'change_percent'))
  const unit = commonYenUnit(rows.map(({ amount_yen }) => amount_yen ?? 0))
  const bars = rows.map((row) => ({
    group: assetKinds[row.kind] ?? row.kind,
    fiscalYear: row.fiscal_year,
    value: row.amount_yen ?? 0,
    label: amountLabel(unit, row.amount_yen ?? 0, sayableChange(row.change_percent)),
    href: chartHref(page.fact(row, 'amount_yen'), `#assets-${itemNo}-table`),
  }))
  return {
    id: `assets-${itemNo}`,
    tables: ['assets'],
    finding: phrase`資産の${assetKinds[latest.kind]}は${eraYear(latest.fiscal_year)}に${Yen(page, page.fact(latest, 'amount_yen'))}${rate && phrase`、${rate}`}`,
    scope: `${assetScope(page, itemNo)}、円。増減率つき。`,
    chart: (size) => YearBarsChart(bars, size, { name: '売却額と貸付額', id: `assets-${itemNo}` }),
    table: {
      head: ['項目', '種類', '年度', '金額 (円)', '前年度差 (円)', '増減率 (%)'],
      rows: rows.map((row) => [
        itemCell(page, row),
        assetKinds[row.kind] ?? row.kind,
        bothYears(row.fiscal_year),
        valueCell(page, row, 'amount_yen'),
        valueCell(page, row, 'change_yen'),
        valueCell(page, row, 'change_percent'),
      ]),
    },
    source: assetSource(page, itemNo),
  }
}

/** Sales: amount, contracts and area. */
export function salesCards(page: PageContext): (Card | undefined)[] {
  return assetItems(page.warehouse).map((item) => KindCard(page, item, 'sale', ['amount_yen', 'contracts', 'area_m2']))
}

/** Leases: amount, contracts and the mean amount of one; their area where it is stated. */
export function leasesCards(page: PageContext): (Card | undefined)[] {
  return assetItems(page.warehouse).map((item) => KindCard(page, item, 'lease', ['amount_yen', 'contracts', 'mean_yen', 'area_m2']))
}

function KindCard(page: PageContext, itemNo: number, kind: 'sale' | 'lease', wanted: readonly Measure[]): Card | undefined {
  const years = assetYears(page.warehouse, itemNo, kind)
  const latest = years.at(-1)
  const stated = wanted.filter((measure) => years.some((row) => row[measure] !== null))
  if (!latest || stated.length === 0) return undefined
  const hasMethod = years.some(({ method }) => method !== null)
  const ofLatest = stated.filter((measure) => latest[measure] !== null && measure !== 'mean_yen')
  return {
    id: `${kind}s-${itemNo}`,
    tables: ['assets'],
    width: 'half',
    finding: phrase`${assetKinds[kind]}は${eraYear(latest.fiscal_year)}に${joinWords(
      ofLatest.map((measure) => MeasureInWords(page, latest, measure)),
      '、',
    )}`,
    scope: `${assetScope(page, itemNo)}、${[...new Set(stated.map((measure) => measures[measure].unit))].join('・')}。増減率つき。目盛りは図ごとに違う。`,
    chart: (size) =>
      MeasurePanelsChart(
        stated.flatMap((measure) => points(page, years, measure)),
        size,
        `資産の${assetKinds[kind]}`,
      ),
    note: summedNote(years),
    table: {
      head: ['指標', '年度', '値', '前年度差', '増減率 (%)', ...(hasMethod ? ['契約方法'] : [])],
      rows: stated.flatMap((measure) =>
        years.map((row) => {
          const { change, percent } = measures[measure]
          const facts = { value: page.fact(row, measure), change: page.fact(row, change), percent: page.fact(row, percent) }
          return [...measureRow(page, measureName(measures[measure]), row.fiscal_year, facts), ...(hasMethod ? [row.method ?? notGiven] : [])]
        }),
      ),
    },
    source: assetSource(page, itemNo, kind),
  }
}

function MeasureInWords(page: PageContext, row: AssetYear, measure: Measure): Phrase {
  const fact = page.fact(row, measure)
  if (measure === 'amount_yen') return phrase`${Yen(page, fact)}${change(page, page.fact(row, 'change_percent'))}`
  return FactNumber(page, fact, measureLabel(row, measure))
}

/** A measure with its unit in words: 1,205.56m². */
function measureLabel(row: AssetYear, measure: Measure): string {
  const value = row[measure]
  const { unit } = measures[measure]
  if (value === null) return notGiven
  return unit === '円' ? formatYen(value) : `${formatNumber(value, decimalsOf(value))}${unit}`
}

/** A measure by year as its panel draws it, amounts in one unit. */
function points(page: PageContext, years: readonly AssetYear[], measure: Measure): MeasureYear[] {
  const { name, percent, unit } = measures[measure]
  const yenUnit = commonYenUnit(years.map((row) => row[measure] ?? 0))
  return years.map((row) => {
    const value = row[measure]
    return {
      measure: name,
      fiscalYear: row.fiscal_year,
      value,
      label: value !== null && unit === '円' ? formatYenIn(yenUnit, value) : measureLabel(row, measure),
      change: sayableChange(row[percent]),
      href: chartHref(page.fact(row, measure), `#${row.kind}s-${row.item_no}-table`),
    }
  })
}

/** The years whose number of contracts is the sum over the regions, since the document does not state it. */
function summedNote(years: readonly AssetYear[]): string | undefined {
  const summed = years.filter(({ contracts_summed }) => contracts_summed)
  if (summed.length === 0) return undefined
  return `${summed.map(({ fiscal_year }) => eraYear(fiscal_year)).join('と')}の件数は、文書に総数がなく、地域別の件数を足した。`
}
