import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { eraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapLabel } from './wrap.ts'

/** What has come together of a kind up to the end of a fiscal year, in yen. */
export interface CumulativeYear {
  kind: string
  fiscalYear: number
  yen: number
  colour: string
}

interface Layer extends CumulativeYear {
  from: number
  to: number
}

const nameEms = 7

/** Cumulative amounts, kinds on top of each other in the order given, their sum above; amounts stand inside where there is room. */
export function CumulativeChart(points: readonly CumulativeYear[], { width }: ChartSize, name: string): Html {
  const years = [...new Set(points.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const layers = years.flatMap((year) => stack(points.filter(({ fiscalYear }) => fiscalYear === year)))
  const totals = years.map((year) => ({ fiscalYear: year, year, yen: Math.max(...layers.filter(({ fiscalYear }) => fiscalYear === year).map(({ to }) => to)) }))
  const top = Math.max(...totals.map(({ yen }) => yen))
  const unit = commonYenUnit([...layers, ...totals].map(({ yen }) => yen))
  const inUnit = (yen: number) => formatYenIn(unit, yen)
  const nameRoom = Math.max(92, ...layers.map(({ kind }) => Math.min(textEms(kind), nameEms) * 10 + 14))
  const isRoomy = width / years.length > 80
  return drawPlot(`${name}。${totals.map(({ year, yen }) => `${eraYear(year)} ${inUnit(yen)}`).join('、')}`, {
    width,
    height: 330,
    marginLeft: 40,
    marginRight: nameRoom,
    marginTop: 28,
    marginBottom: 44,
    x: {
      type: 'band',
      domain: years,
      tickFormat: (year: number) => (isRoomy ? `${eraYear(year)}\n${year}` : `${eraYear(year).slice(2, -2)}\n${String(year).slice(2)}`),
      label: null,
      padding: 0.2,
      tickSize: 0,
    },
    y: { label: unit.name, grid: true, ticks: 5, tickFormat: (yen: number) => String(yen / unit.yen) },
    marks: [
      Plot.rectY(layers, { x: 'fiscalYear', y1: 'from', y2: 'to', fill: 'colour', insetTop: 1 }),
      Plot.text(
        layers.filter(({ from, to }) => isRoomy && (to - from) / top > 0.08),
        {
          x: 'fiscalYear',
          y: ({ from, to }: Layer) => (from + to) / 2,
          text: ({ yen }: Layer) => inUnit(yen),
          fill: 'var(--on-series)',
          fontWeight: 'bold',
        },
      ),
      Plot.text(
        totals.filter(({ year }) => isRoomy || year === years.at(-1)),
        { x: 'year', y: 'yen', text: ({ yen }: { yen: number }) => inUnit(yen), dy: -10, ...haloed(), fontWeight: 'bold', fontSize: 14 },
      ),
      Plot.text(
        layers.filter(({ fiscalYear }) => fiscalYear === years.at(-1)),
        {
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 6,
          y: ({ from, to }: Layer) => (from + to) / 2,
          text: ({ kind }: Layer) => wrapLabel(kind, nameEms),
          fill: 'colour',
          fontWeight: 'bold',
        },
      ),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
}

function stack(points: readonly CumulativeYear[]): Layer[] {
  let top = 0
  return points.map((point) => {
    const from = top
    top += point.yen
    return { ...point, from, to: top }
  })
}
