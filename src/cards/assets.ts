import { MeasurePanelsChart, type MeasureYear } from '../charts/measure-panels-chart.ts'
import { amountLabel, YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber, PercentNumber } from '../evidence/changes.ts'
import { sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatPercentChange, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import {
  type AssetMeasure,
  AssetNumber,
  type AssetYearRow,
  assetChange,
  assetChangePercent,
  assetKinds,
  assetTotal,
  assetYears,
  formatMeasure,
  yearsOf,
} from './asset-numbers.ts'
import { CardSection } from './card.ts'
import { measureRow } from './donations.ts'
import { ItemName, sourceLines } from './item-links.ts'

/** Items that sell or lease assets. */
export function assetItems(warehouse: Warehouse): number[] {
  return [...new Set(assetYears(warehouse).map(({ item_no }) => item_no))]
}

/** What cards on assets are about: title of the item, where and when. */
export function assetScope({ warehouse }: PageContext, itemNo: number): string {
  const { plan } = warehouse
  const years = yearsOf(warehouse, itemNo, 'all')
  const title = warehouse.table('items').find(({ item_no }) => item_no === itemNo)?.title ?? ''
  return `${title} (No.${itemNo})、${plan.municipality ?? plan.title ?? ''}、${yearRange(years[0]?.fiscal_year ?? null, years.at(-1)?.fiscal_year ?? null)}`
}

/** The lines that state sales or leases of an item. */
export function assetSource({ warehouse }: PageContext, itemNo: number, kind?: string): Html {
  return sourceLines(warehouse.table('assets').filter((row) => row.item_no === itemNo && (kind === undefined || row.kind === kind)))
}

/** Sales and leases together, in yen. */
export function assetAmountsCards(page: PageContext): Html | undefined {
  const items = assetItems(page.warehouse)
  return items.length === 0 ? undefined : html`${items.map((item) => AmountsCard(page, item))}`
}

function AmountsCard(page: PageContext, itemNo: number): Html | undefined {
  const { warehouse } = page
  const stated = (['sale', 'lease'] as const).filter((kind) => yearsOf(warehouse, itemNo, kind).some(({ amount_yen }) => amount_yen !== null))
  const kinds: readonly AssetYearRow['kind'][] = stated.length === 2 ? ['all', ...stated] : stated
  const rows = kinds.flatMap((kind) => yearsOf(warehouse, itemNo, kind)).filter(({ amount_yen }) => amount_yen !== null)
  const latest = rows.filter(({ kind }) => kind === kinds[0]).at(-1)
  if (!latest || latest.amount_yen === null) return undefined
  const title = warehouse.table('items').find(({ item_no }) => item_no === itemNo)?.title ?? ''
  return CardSection(page, {
    id: `assets-${itemNo}`,
    tables: ['assets'],
    finding: html`資産の${assetKinds[latest.kind]}は${eraYear(latest.fiscal_year)}に${AssetNumber(page, latest, 'amount_yen', formatYen(latest.amount_yen))}${latest.change_percent !== null && html`、前年度比${PercentNumber(page, assetChange(page, latest, 'amount_yen'))}`}`,
    scope: `${assetScope(page, itemNo)}、円。前年度比つき。`,
    chart: (size) =>
      YearBarsChart(
        rows.map((row) => ({
          group: assetKinds[row.kind],
          fiscalYear: row.fiscal_year,
          value: row.amount_yen ?? 0,
          label: amountLabel(row.amount_yen ?? 0, row.change_percent === null ? undefined : formatPercentChange(row.change_percent)),
          href: assetHref(page, row, 'amount_yen'),
        })),
        size,
        { name: '売却額と貸付額', id: `assets-${itemNo}` },
      ),
    table: {
      head: ['項目', '種類', '年度', '金額 (円)', '前年度差 (円)', '前年度比 (%)'],
      rows: rows.map((row) => [
        { value: `No.${itemNo} ${title}`, shown: ItemName({ item_no: itemNo, title }) },
        assetKinds[row.kind],
        bothYears(row.fiscal_year),
        { value: row.amount_yen, shown: AssetNumber(page, row, 'amount_yen') },
        { value: row.change_yen, shown: ChangeNumber(page, assetChange(page, row, 'amount_yen')) },
        { value: row.change_percent, shown: PercentNumber(page, assetChange(page, row, 'amount_yen')) },
      ]),
    },
    source: assetSource(page, itemNo),
  })
}

const measureNames = { amount_yen: ['金額', '円'], contracts: ['件数', '件'], area_m2: ['面積', 'm²'], mean_yen: ['1件あたり', '円'] } as const

/** Sales: amount, contracts and area. */
export function salesCards(page: PageContext): Html | undefined {
  const items = assetItems(page.warehouse)
  return items.length === 0 ? undefined : html`${items.map((item) => KindCard(page, item, 'sale', ['amount_yen', 'contracts', 'area_m2']))}`
}

/** Leases: amount, contracts and the mean amount of one; their area where it is stated. */
export function leasesCards(page: PageContext): Html | undefined {
  const items = assetItems(page.warehouse)
  return items.length === 0 ? undefined : html`${items.map((item) => KindCard(page, item, 'lease', ['amount_yen', 'contracts', 'mean_yen', 'area_m2']))}`
}

function KindCard(page: PageContext, itemNo: number, kind: 'sale' | 'lease', wanted: readonly AssetMeasure[]): Html | undefined {
  const years = yearsOf(page.warehouse, itemNo, kind)
  const latest = years.at(-1)
  const measures = wanted.filter((measure) => years.some((row) => row[measure] !== null))
  if (!latest || measures.length === 0) return undefined
  const hasMethod = years.some(({ method }) => method !== null)
  return CardSection(page, {
    id: `${kind}s-${itemNo}`,
    tables: ['assets'],
    width: 'half',
    finding: html`${assetKinds[kind]}は${eraYear(latest.fiscal_year)}に${measures
      .filter((measure) => latest[measure] !== null && measure !== 'mean_yen')
      .map((measure, index) => html`${index > 0 && '、'}${MeasureInWords(page, latest, measure)}`)}`,
    scope: `${assetScope(page, itemNo)}、${[...new Set(measures.map((measure) => measureNames[measure][1]))].join('・')}。前年度比つき。目盛りは図ごとに違う。`,
    chart: (size) =>
      MeasurePanelsChart(
        measures.flatMap((measure) => years.map((row) => point(page, row, measure))),
        size,
        `資産の${assetKinds[kind]}`,
      ),
    note: summedNote(years),
    table: {
      head: ['指標', '年度', '値', '前年度差', '前年度比 (%)', ...(hasMethod ? ['契約方法'] : [])],
      rows: measures.flatMap((measure) =>
        years.map((row) => [
          ...measureRow(page, measureName(measure), row[measure], AssetNumber(page, row, measure), assetChange(page, row, measure)),
          ...(hasMethod ? [row.method ?? noData] : []),
        ]),
      ),
    },
    source: assetSource(page, itemNo, kind),
  })
}

function measureName(measure: AssetMeasure): string {
  const [name, unit] = measureNames[measure]
  return `${name} (${unit})`
}

function MeasureInWords(page: PageContext, row: AssetYearRow, measure: AssetMeasure): Html {
  const [, unit] = measureNames[measure]
  const value = row[measure] ?? 0
  const text = measure === 'amount_yen' ? formatYen(value) : `${formatMeasure(value, measure)}${unit}`
  return html`${AssetNumber(page, row, measure, text)}${measure === 'amount_yen' && row.change_percent !== null && html` <span class="together">(前年度比${PercentNumber(page, assetChange(page, row, measure))})</span>`}`
}

function point(page: PageContext, row: AssetYearRow, measure: AssetMeasure): MeasureYear {
  const [name, unit] = measureNames[measure]
  const value = row[measure]
  const percent = assetChangePercent(row, measure)
  const label = value === null ? noData : unit === '円' ? formatYen(value) : `${formatMeasure(value, measure)}${unit}`
  return {
    measure: name,
    fiscalYear: row.fiscal_year,
    value,
    label,
    change: percent === null ? undefined : formatPercentChange(percent),
    href: assetHref(page, row, measure),
  }
}

function assetHref(page: PageContext, row: AssetYearRow, measure: AssetMeasure): string {
  const total = assetTotal(page.warehouse, row)
  const isRead = total && measure !== 'mean_yen' && !(measure === 'contracts' && row.contracts_summed)
  return isRead ? sourceHref(page, total, row[measure]) : row.kind === 'all' ? `#assets-${row.item_no}-table` : `#${row.kind}s-${row.item_no}-table`
}

/** The years whose number of contracts is the sum over the regions, since the document does not state it. */
function summedNote(years: readonly AssetYearRow[]): string | undefined {
  const summed = years.filter(({ contracts_summed }) => contracts_summed)
  if (summed.length === 0) return undefined
  return `${summed.map(({ fiscal_year }) => eraYear(fiscal_year)).join('と')}の件数は、文書に総数がなく、地域別の件数を足した。`
}
