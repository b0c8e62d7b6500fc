import type { Row } from '../../loaders/dictionary/tables.ts'
import { Card } from '../components/card.ts'
import { type Html, html } from '../components/html.ts'
import { YearBarsChart } from '../components/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber } from '../evidence/changes.ts'
import { ReadNumber, sourceHref } from '../evidence/numbers.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import type { PageContext } from '../page.ts'
import { AssetNumber, assetKinds, formatMeasure, yearsOf } from './asset-numbers.ts'
import { assetItems, assetScope, assetSource } from './assets.ts'
import { sourceLines } from './sources.ts'

interface RegionYearRow {
  item_no: number
  kind: 'sale' | 'lease'
  region: string
  fiscal_year: number
  contracts: number
  contracts_change: number | null
  share_percent: number | null
  rank: number
}

function regionYears(warehouse: Warehouse): readonly RegionYearRow[] {
  return warehouse.mart('asset_years_by_region') as unknown as readonly RegionYearRow[]
}

/** Contracts by region, a card for leases and one for sales. */
export function assetRegionsCards(page: PageContext): Html | undefined {
  const items = assetItems(page.warehouse)
  return items.length === 0 ? undefined : html`${items.flatMap((item) => (['sale', 'lease'] as const).map((kind) => RegionsCard(page, item, kind)))}`
}

function RegionsCard(page: PageContext, itemNo: number, kind: 'sale' | 'lease'): Html | undefined {
  const rows = regionYears(page.warehouse).filter((row) => row.item_no === itemNo && row.kind === kind)
  const year = Math.max(...rows.map(({ fiscal_year }) => fiscal_year))
  const most = rows.find(({ fiscal_year, rank }) => fiscal_year === year && rank === 1)
  if (!most) return undefined
  const share = RegionShare(page, most)
  return Card(page, {
    id: `${kind}-regions-${itemNo}`,
    width: 'half',
    finding: html`${eraYear(year)}の${assetKinds[kind]}の${share}が${most.region} (${ContractsNumber(page, most)}件)`,
    scope: `${assetScope(page, itemNo)}、地域別の${assetKinds[kind]}の件数。地域別の金額と面積は文書に書かれていない。`,
    chart: (size) =>
      YearBarsChart(
        rows.map((row) => ({
          group: row.region,
          fiscalYear: row.fiscal_year,
          value: row.contracts,
          label: `${formatNumber(row.contracts)}件`,
          href: regionHref(page, row),
        })),
        size,
        { name: `地域別の${assetKinds[kind]}件数`, id: `${kind}-regions-${itemNo}` },
      ),
    table: {
      head: ['地域', '年度', '件数 (件)', '前年度差 (件)', '年度の中の割合 (%)'],
      rows: rows.map((row) => [
        row.region,
        bothYears(row.fiscal_year),
        { value: row.contracts, shown: ContractsNumber(page, row) },
        { value: row.contracts_change, shown: RegionChange(page, row) },
        { value: row.share_percent, shown: RegionShare(page, row) },
      ]),
    },
    source: assetSource(page, itemNo, kind),
  })
}

function regionLine(warehouse: Warehouse, { item_no, kind, fiscal_year, region }: RegionYearRow): Row<'assets'> | undefined {
  return warehouse.table('assets').find((row) => row.item_no === item_no && row.kind === kind && row.fiscal_year === fiscal_year && row.region === region)
}

function ContractsNumber(page: PageContext, row: RegionYearRow): Html {
  const line = regionLine(page.warehouse, row)
  return line ? ReadNumber(page, formatNumber(row.contracts), line, row.contracts) : html`${noData}`
}

function regionHref(page: PageContext, row: RegionYearRow): string {
  const line = regionLine(page.warehouse, row)
  return line ? sourceHref(page, line, row.contracts) : `#${row.kind}-regions-${row.item_no}-table`
}

function RegionChange(page: PageContext, row: RegionYearRow): Html | string {
  const before = regionYears(page.warehouse).find(
    ({ item_no, kind, region, fiscal_year }) => item_no === row.item_no && kind === row.kind && region === row.region && fiscal_year === row.fiscal_year - 1,
  )
  return ChangeNumber(page, {
    fiscalYear: row.fiscal_year,
    change: row.contracts_change,
    percent: null,
    unit: '件',
    before: before && ContractsNumber(page, before),
    now: ContractsNumber(page, row),
  })
}

function RegionShare(page: PageContext, row: RegionYearRow): Html | string {
  const total = yearsOf(page.warehouse, row.item_no, row.kind).find(({ fiscal_year }) => fiscal_year === row.fiscal_year)
  if (!total || total.contracts === null) return noData
  return ShareNumber(page, {
    percent: row.share_percent,
    part: { name: '地域の件数', number: ContractsNumber(page, row) },
    whole: { name: '年度の件数', number: AssetNumber(page, total, 'contracts') },
  })
}

/** Every sale and lease as the document states it, totals and regions. Nothing where there are none. */
export function allAssetsCard(page: PageContext): Html | undefined {
  const rows = page.warehouse.table('assets')
  if (rows.length === 0) return undefined
  const read = (row: Row<'assets'>, value: number | null, text: string) => (value === null ? noData : ReadNumber(page, text, row, value))
  return Card(page, {
    id: 'all-assets',
    finding: `売却と貸付の記載は${rows.length}行`,
    scope: '文書に書かれた売却と貸付のすべて。総数の行と地域別の行。面積の単位はm²。書かれていないものはデータなし。',
    table: {
      head: ['種類', '年度', '地域', '件数 (件)', '面積 (m²)', '金額 (円)', '契約方法'],
      rows: rows.map((row) => [
        assetKinds[row.kind as 'sale' | 'lease'],
        bothYears(row.fiscal_year),
        row.region ?? '総数',
        { value: row.contracts, shown: read(row, row.contracts, formatNumber(row.contracts)) },
        { value: row.area_m2, shown: row.area_m2 === null ? noData : read(row, row.area_m2, formatMeasure(row.area_m2, 'area_m2')) },
        { value: row.amount_yen, shown: read(row, row.amount_yen, formatNumber(row.amount_yen)) },
        row.method ?? noData,
      ]),
    },
    source: sourceLines(rows),
  })
}
