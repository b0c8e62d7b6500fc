import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { YearBarsChart } from '../../charts/year-bars-chart.ts'
import { FactNumber, valueCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { chartHref } from '../effects/effects.ts'
import { assetItems, assetKinds, assetScope, assetSource, assetYears } from './assets.ts'

type RegionYear = MartRow<'asset_years_by_region'>

/** Contracts by region, a card for leases and one for sales. */
export function assetRegionsCards(page: PageContext): (Card | undefined)[] {
  return assetItems(page.warehouse).flatMap((item) => (['sale', 'lease'] as const).map((kind) => RegionsCard(page, item, kind)))
}

function RegionsCard(page: PageContext, itemNo: number, kind: 'sale' | 'lease'): Card | undefined {
  const rows = page.warehouse.mart('asset_years_by_region').filter((row) => row.item_no === itemNo && row.kind === kind)
  const most = rows
    .filter(({ rank }) => rank === 1)
    .reduce<RegionYear | undefined>((last, row) => (last && last.fiscal_year > row.fiscal_year ? last : row), undefined)
  if (!most) return undefined
  const id = `${kind}-regions-${itemNo}`
  const bars = rows.map((row) => ({
    group: row.region,
    fiscalYear: row.fiscal_year,
    value: row.contracts,
    label: `${formatNumber(row.contracts)}件`,
    href: chartHref(page.fact(row, 'contracts'), `#${id}-table`),
  }))
  return {
    id,
    tables: ['assets'],
    width: 'half',
    finding: finding(page, most, kind),
    scope: `${assetScope(page, itemNo)}、地域別の${assetKinds[kind]}の件数。地域別の金額と面積は文書に書かれていない。`,
    chart: (size) => YearBarsChart(bars, size, { name: `地域別の${assetKinds[kind]}件数`, id }),
    table: {
      head: ['地域', '年度', '件数 (件)', '前年度差 (件)', '年度の中の割合 (%)'],
      rows: rows.map((row) => [
        row.region,
        bothYears(row.fiscal_year),
        valueCell(page, row, 'contracts'),
        valueCell(page, row, 'contracts_change'),
        valueCell(page, row, 'share_percent'),
      ]),
    },
    source: assetSource(page, itemNo, kind),
  }
}

/** The region with most contracts of the year, in words. */
function finding(page: PageContext, most: RegionYear, kind: 'sale' | 'lease'): Phrase {
  const total = assetYears(page.warehouse, most.item_no, kind).find(({ fiscal_year }) => fiscal_year === most.fiscal_year)
  const contracts = total && page.fact(total, 'contracts')
  const all = phrase`${eraYear(most.fiscal_year)}の${assetKinds[kind]}${contracts && phrase`${FactNumber(page, contracts)}件`}`
  if (most.share_percent === 100) return phrase`${all}は${most.contracts === 1 ? '' : 'すべて'}${most.region}`
  return phrase`${all}のうち${FactNumber(page, page.fact(most, 'contracts'))}件 (${FactNumber(page, page.fact(most, 'share_percent'))}) が${most.region}`
}
