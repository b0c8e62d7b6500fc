import * as Plot from '@observablehq/plot'
import { noData } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from './html.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A measure in a fiscal year with its words; null where the document does not state it. */
export interface MeasureYear {
  measure: string
  fiscalYear: number
  value: number | null
  label: string
  /** the change on the year before in words, if there is one */
  change?: string | undefined
  href: string
}

/** Measures of different units side by side (below each other on phones), each with zero-based bars on a scale of its own. */
export function MeasurePanelsChart(points: readonly MeasureYear[], { width }: ChartSize, name: string): Html {
  const measures = [...new Set(points.map(({ measure }) => measure))]
  const years = [...new Set(points.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const tops = new Map(measures.map((measure) => [measure, Math.max(...points.map((point) => (point.measure === measure ? (point.value ?? 0) : 0)), 1e-9)]))
  const stated = points.flatMap((point) => (point.value === null ? [] : [{ ...point, height: point.value / (tops.get(point.measure) ?? 1) }]))
  const isWide = width >= 500
  const facet = isWide ? ({ fx: 'measure' } as const) : ({ fy: 'measure' } as const)
  const panels = { domain: measures, axis: null, label: null, padding: isWide ? 0.08 : 0.24 }
  const label = `${name}。${measures.map((measure) => `${measure}: ${points.flatMap((point) => (point.measure === measure ? [`${eraYear(point.fiscalYear)} ${point.label}`] : [])).join('、')}`).join('。')}`
  return drawPlot(label, {
    width,
    height: isWide ? 230 : measures.length * 190,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 66,
    marginBottom: 26,
    x: { type: 'band', domain: years, label: null, tickSize: 0, padding: 0.2 },
    y: { axis: null, domain: [0, 1] },
    [isWide ? 'fx' : 'fy']: panels,
    marks: [
      Plot.axisX({ tickFormat: shortEraYear, tickSize: 0, label: null, fontSize: 12, anchor: 'bottom' }),
      Plot.barY(stated, {
        ...facet,
        x: 'fiscalYear',
        y: 'height',
        fill: ({ fiscalYear }: MeasureYear) => (fiscalYear === years.at(-1) ? 'var(--series-1)' : 'var(--series-1-soft)'),
      }),
      Plot.text(stated, { ...facet, x: 'fiscalYear', y: 'height', text: 'label', href: 'href', dy: -21, fontWeight: 'bold' }),
      Plot.text(
        stated.filter(({ change }) => change !== undefined),
        { ...facet, x: 'fiscalYear', y: 'height', text: 'change', dy: -8, fontSize: 11, fill: 'var(--second-ink)' },
      ),
      Plot.text(
        points.filter(({ value }) => value === null),
        { ...facet, x: 'fiscalYear', y: () => 0, text: () => noData, dy: -8, fontSize: 11, fill: 'var(--second-ink)' },
      ),
      Plot.text(measures, {
        [isWide ? 'fx' : 'fy']: (measure: string) => measure,
        text: (measure: string) => measure,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dy: -58,
        fontSize: 13,
        fontWeight: 'bold',
      }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
}
