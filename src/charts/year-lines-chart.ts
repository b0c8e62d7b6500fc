import * as Plot from '@observablehq/plot'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A value of a series in a fiscal year with its label; a point that is open is a ring. */
export interface LinePoint {
  series: string
  fiscalYear: number
  value: number
  text: string
  /** what the value is, said before it; on a narrow chart only at the end of a line */
  name: string
  href: string
  colour: string
  isOpen?: boolean
}

/** What a chart of lines shows. */
export interface YearLines {
  label: string
  unit: string
  years: readonly number[]
  points: readonly LinePoint[]
}

const labelDistance = 15

/** Lines by fiscal year from left to right on an axis that does not start at zero; each point has its label, above or below. */
export function YearLinesChart({ label, unit, years, points }: YearLines, { width }: ChartSize): Html {
  const isAbove = (point: LinePoint) => points.every((other) => other.fiscalYear !== point.fiscalYear || other === point || other.value <= point.value)
  const isNarrow = (width - 96) / years.length < 76
  const isLast = (point: LinePoint) => points.filter(({ series }) => series === point.series).at(-1) === point
  const text = (point: LinePoint) => (point.name === '' || (isNarrow && !isLast(point)) ? point.text : `${point.name} ${point.text}`)
  return drawPlot(label, {
    width,
    height: 300,
    marginLeft: 48,
    marginRight: 48,
    marginTop: 28,
    marginBottom: 40,
    x: { type: 'point', domain: [...years], label: null, padding: 0.4 },
    y: { label: `${unit} (縦軸は0から始まらない)`, grid: true, ticks: 5, nice: true, inset: 26 },
    marks: [
      Plot.axisX({
        tickFormat: (year: number) => ((width - 96) / years.length < 62 ? shortEraYear(year) : `${eraYear(year)}\n${year}`),
        label: null,
        tickSize: 0,
      }),
      ...[...new Set(points.map(({ series }) => series))].map((series) => {
        const line = points.filter((point) => point.series === series)
        const isOpen = line.some((point) => point.isOpen)
        return Plot.lineY(line, {
          x: 'fiscalYear',
          y: 'value',
          stroke: line[0]?.colour ?? '',
          strokeWidth: isOpen ? 1.5 : 2.5,
          ...(isOpen ? { strokeDasharray: '4 4' } : {}),
        })
      }),
      Plot.dot(points, { x: 'fiscalYear', y: 'value', r: 5, stroke: 'colour', fill: ({ isOpen, colour }: LinePoint) => (isOpen ? 'var(--card)' : colour) }),
      ...[true, false].map((above) =>
        Plot.text(
          points.filter((point) => isAbove(point) === above),
          {
            x: 'fiscalYear',
            y: 'value',
            text,
            href: 'href',
            dy: above ? -labelDistance : labelDistance,
            fontWeight: 'bold',
            ...haloed('colour'),
          },
        ),
      ),
    ],
  })
}
