import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { formatNumber } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { ClaimsChart } from './claims-chart.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A large claim, or the rest together, in a fiscal year: its amount and its share of the year in percent. */
export interface ClaimShare {
  claim: string
  fiscalYear: number
  yen: number
  percent: number
  href: string
}

const colours = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-6)']

/** Amounts by claim and year, the years side by side on one scale; each bar says its amount and its share of the year. Where so many years do not fit beside each other, below each other. */
export function ClaimSharesChart(shares: readonly ClaimShare[], { width }: ChartSize): Html {
  const names = [...new Set(shares.map(({ claim }) => claim))]
  const years = [...new Set(shares.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const isWide = width / years.length >= 150
  const percent = ({ percent }: ClaimShare) => `${formatNumber(percent, 1)}%`
  const unit = commonYenUnit(shares.map(({ yen }) => yen))
  const amount = ({ yen }: ClaimShare) => formatYenIn(unit, yen)
  if (width / years.length < Math.max(56, ...shares.map((share) => textEms(amount(share)) * 10)))
    return ClaimsChart(
      shares.map((share) => ({ ...share, text: `${amount(share)} (${percent(share)})` })),
      { width },
    )
  const rowHeight = isWide ? 104 : 92
  const barHeight = isWide ? 34 : 22
  return drawPlot(
    `大きい債権とその他の納付額。${years
      .map(
        (year) =>
          `${eraYear(year)} ${shares
            .filter(({ fiscalYear }) => fiscalYear === year)
            .map((share) => `${share.claim}${percent(share)}`)
            .join('、')}`,
      )
      .join('。')}`,
    {
      width,
      height: names.length * rowHeight + 34,
      marginLeft: 4,
      marginRight: 4,
      marginTop: 30,
      marginBottom: 4,
      x: { axis: null, domain: [0, Math.max(...shares.map(({ yen }) => yen))], insetRight: 4 },
      y: { domain: names, axis: null, paddingInner: 1 - barHeight / rowHeight, paddingOuter: 0.5 - barHeight / rowHeight / 2 },
      fx: {
        domain: years,
        label: null,
        axis: 'top',
        tickFormat: width / years.length < 130 ? shortEraYear : (year: number) => `${eraYear(year)} (${year})`,
        padding: 0.08,
      },
      marks: [
        Plot.barX(shares, {
          x: 'yen',
          y: 'claim',
          fx: 'fiscalYear',
          fill: ({ claim }: ClaimShare) => colours[names.indexOf(claim)] ?? '',
        }),
        Plot.ruleX([0], { stroke: 'var(--axis)' }),
        Plot.text(shares, {
          x: () => 0,
          y: 'claim',
          fx: 'fiscalYear',
          text: (share: ClaimShare) => (isWide ? `${amount(share)} (${percent(share)})` : `${amount(share)}\n${percent(share)}`),
          href: 'href',
          textAnchor: 'start',
          lineAnchor: 'top',
          dx: 2,
          dy: barHeight / 2 + 4,
        }),
        Plot.text(names, {
          y: (name: string) => name,
          fx: () => years[0],
          text: (name: string) => name,
          frameAnchor: 'left',
          textAnchor: 'start',
          dy: -barHeight / 2 - 9,
          fontWeight: 'bold',
          ...haloed(),
        }),
      ],
    },
  )
}
