import type { Row } from '../../loaders/dictionary/tables.ts'
import { YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber } from '../evidence/changes.ts'
import { ReadNumber, sourceHref } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears, eraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { AssetNumber, type AssetYearRow, assetKinds, yearsOf } from './asset-numbers.ts'
import { assetItems, assetScope, assetSource } from './assets.ts'
import { CardSection } from './card.ts'

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
  return CardSection(page, {
    id: `${kind}-regions-${itemNo}`,
    tables: ['assets'],
    width: 'half',
    finding: finding(page, most),
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

/** The region with most contracts of the year, in words. */
function finding(page: PageContext, most: RegionYearRow): Html {
  const total = yearTotal(page, most)
  const all = html`${eraYear(most.fiscal_year)}の${assetKinds[most.kind]}${total && html`${AssetNumber(page, total, 'contracts')}件`}`
  if (most.share_percent === 100) return html`${all}は、すべて${most.region}`
  return html`${all}のうち${ContractsNumber(page, most)}件 (${RegionShare(page, most)}) が${most.region}`
}

function yearTotal(page: PageContext, { item_no, kind, fiscal_year }: RegionYearRow): AssetYearRow | undefined {
  return yearsOf(page.warehouse, item_no, kind).find((row) => row.fiscal_year === fiscal_year && row.contracts !== null)
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
  const total = yearTotal(page, row)
  if (!total) return noData
  return ShareNumber(page, {
    percent: row.share_percent,
    part: { name: '地域の件数', number: ContractsNumber(page, row) },
    whole: { name: '年度の件数', number: AssetNumber(page, total, 'contracts') },
  })
}
