import type { Row } from '../../loaders/dictionary/tables.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { SumNumber, type YearChange } from '../evidence/changes.ts'
import { ComputedNumber, ReadNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { bothYears } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'

/** Sales or leases of an item in a year; `all` is both together and has amounts alone. */
export interface AssetYearRow {
  item_no: number
  kind: 'all' | 'sale' | 'lease'
  fiscal_year: number
  amount_yen: number | null
  contracts: number | null
  contracts_summed: boolean | null
  area_m2: number | null
  mean_yen: number | null
  method: string | null
  cumulative_yen: number | null
  change_yen: number | null
  change_percent: number | null
  contracts_change: number | null
  contracts_change_percent: number | null
  area_change_m2: number | null
  area_change_percent: number | null
  mean_change_yen: number | null
  mean_change_percent: number | null
}

/** A measure of sales or leases. */
export type AssetMeasure = 'amount_yen' | 'contracts' | 'area_m2' | 'mean_yen'

/** Kinds of use of assets in the words of the page. */
export const assetKinds = { sale: '売却', lease: '貸付', all: '売却と貸付' } as const

/** Sales and leases by item, kind and year. */
export function assetYears(warehouse: Warehouse): readonly AssetYearRow[] {
  return warehouse.mart('asset_years') as unknown as readonly AssetYearRow[]
}

/** The rows of a kind in an item, by year. */
export function yearsOf(warehouse: Warehouse, itemNo: number, kind: AssetYearRow['kind']): AssetYearRow[] {
  return assetYears(warehouse).filter((row) => row.item_no === itemNo && row.kind === kind)
}

/** The line of the document that states a kind's total of a year. */
export function assetTotal(warehouse: Warehouse, { item_no, kind, fiscal_year }: AssetYearRow): Row<'assets'> | undefined {
  return warehouse.table('assets').find((row) => row.item_no === item_no && row.kind === kind && row.fiscal_year === fiscal_year && row.region === null)
}

/** A measure of a kind in a year as a number that answers for itself. */
export function AssetNumber(page: PageContext, row: AssetYearRow, measure: AssetMeasure, text?: string): Html {
  const value = row[measure]
  if (value === null) return html`${noData}`
  const words = text ?? formatMeasure(value, measure)
  if (measure === 'mean_yen') return MeanNumber(page, row, words)
  if (row.kind === 'all') return AllNumber(page, row, words)
  if (measure === 'contracts' && row.contracts_summed) return RegionSum(page, row, words)
  const total = assetTotal(page.warehouse, row)
  return total ? ReadNumber(page, words, total, value) : html`${words}`
}

/** A measure without its unit; areas with the decimals that they have. */
export function formatMeasure(value: number, measure: AssetMeasure): string {
  return formatNumber(value, measure === 'area_m2' ? (String(value).split('.')[1]?.length ?? 0) : 0)
}

function MeanNumber(page: PageContext, row: AssetYearRow, text: string): Html {
  return ComputedNumber(page, text, {
    formula: '金額 ÷ 件数、1円未満は四捨五入',
    operands: [
      { name: '金額 (円)', number: AssetNumber(page, row, 'amount_yen') },
      { name: '件数 (件)', number: AssetNumber(page, row, 'contracts') },
    ],
    result: `${formatNumber(row.mean_yen)}円`,
  })
}

function AllNumber(page: PageContext, row: AssetYearRow, text: string): Html {
  const operands = assetYears(page.warehouse)
    .filter(({ item_no, kind, fiscal_year }) => item_no === row.item_no && kind !== 'all' && fiscal_year === row.fiscal_year)
    .map((part) => ({ name: `${assetKinds[part.kind]}額`, number: AssetNumber(page, part, 'amount_yen') }))
  return SumNumber(page, text, row.amount_yen ?? 0, '円', operands, '売却額と貸付額の合計')
}

function RegionSum(page: PageContext, row: AssetYearRow, text: string): Html {
  const operands = page.warehouse
    .table('assets')
    .filter(({ item_no, kind, fiscal_year, region }) => item_no === row.item_no && kind === row.kind && fiscal_year === row.fiscal_year && region !== null)
    .map((part) => ({ name: part.region ?? '', number: ReadNumber(page, formatNumber(part.contracts), part, part.contracts) }))
  return SumNumber(page, text, row.contracts ?? 0, '件', operands, '地域別の件数の合計 (総数は文書に書かれていない)')
}

/** Amounts of a kind over all years so far. */
export function CumulativeAssets(page: PageContext, row: AssetYearRow, text: string): Html {
  const operands = yearsOf(page.warehouse, row.item_no, row.kind)
    .filter(({ fiscal_year }) => fiscal_year <= row.fiscal_year)
    .map((year) => ({ name: bothYears(year.fiscal_year), number: AssetNumber(page, year, 'amount_yen') }))
  return SumNumber(page, text, row.cumulative_yen ?? 0, '円', operands, '各年度の金額の合計')
}

const changes = {
  amount_yen: ['change_yen', 'change_percent', '円'],
  contracts: ['contracts_change', 'contracts_change_percent', '件'],
  area_m2: ['area_change_m2', 'area_change_percent', 'm²'],
  mean_yen: ['mean_change_yen', 'mean_change_percent', '円'],
} as const

/** The change of a measure on the year before. */
export function assetChange(page: PageContext, row: AssetYearRow, measure: AssetMeasure): YearChange {
  const [change, percent, unit] = changes[measure]
  const before = yearsOf(page.warehouse, row.item_no, row.kind).find(({ fiscal_year }) => fiscal_year === row.fiscal_year - 1)
  return {
    fiscalYear: row.fiscal_year,
    change: row[change],
    percent: row[percent],
    unit,
    before: before && before[measure] !== null ? AssetNumber(page, before, measure) : undefined,
    now: AssetNumber(page, row, measure),
  }
}

/** The change of a measure in percent as plain words, as charts show it; undefined without a year before. */
export function assetChangePercent(row: AssetYearRow, measure: AssetMeasure): number | null {
  return row[changes[measure][1]]
}
