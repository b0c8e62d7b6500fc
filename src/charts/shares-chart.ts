import * as Plot from '@observablehq/plot'
import type { Html } from '../markup/html.ts'
import type { Topic } from '../markup/topic.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A part of a whole in percent, with its words and colour. */
export interface Share extends Topic {
  name: string
  percent: number
  label: string
  colour: string
  href: string
}

const rowHeight = 46

/** Shares of a whole, one bar each from zero, in the order given; the name stands above its bar. */
export function SharesChart(shares: readonly Share[], { width }: ChartSize, name: string): Html {
  const rows = shares.map((share, index) => ({ ...share, row: index }))
  return drawPlot(`${name}。${shares.map((share) => `${share.name} ${share.label}`).join('、')}`, {
    width,
    height: rows.length * rowHeight + 8,
    marginLeft: 4,
    marginRight: 130,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(...shares.map(({ percent }) => percent), 1e-9)] },
    y: { axis: null, type: 'band', domain: rows.map(({ row }) => row), padding: 0 },
    marks: [
      Plot.barX(rows, { x: 'percent', y: 'row', fill: 'colour', insetTop: 22, insetBottom: 4 }),
      Plot.text(rows, { x: () => 0, y: 'row', text: 'name', href: 'href', textAnchor: 'start', dy: -12, lineWidth: Infinity }),
      Plot.text(rows, { x: 'percent', y: 'row', text: 'label', textAnchor: 'start', dx: 6, dy: 9, fontWeight: 'bold' }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
}
