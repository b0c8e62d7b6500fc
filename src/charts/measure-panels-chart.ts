import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { noData } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
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

const barHeight = 22
const titleHeight = 24

/** Measures of different units, each with zero-based bars on a scale of its own: side by side where there is room, else below each other. */
export function MeasurePanelsChart(points: readonly MeasureYear[], { width }: ChartSize, name: string): Html {
  const measures = [...new Set(points.map(({ measure }) => measure))]
  const years = [...new Set(points.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const stated = points.flatMap((point) => (point.value === null ? [] : [{ ...point, length: point.value / (largest(points, point.measure) || 1) }]))
  const isWide = width / measures.length >= 280
  const facet = isWide ? ({ fx: 'measure' } as const) : ({ fy: 'measure' } as const)
  const barsHeight = years.length * barHeight
  const gap = titleHeight + 6
  const labels = new Map(stated.map((point) => [point, `${point.label}${point.change === undefined ? '' : ` ${point.change}`}`]))
  const room = Math.max(...[...labels.values()].map((label) => textEms(label) * 12 + 12), 60)
  const panelWidth = isWide ? (width - 60) / measures.length - 48 : width - 40
  return drawPlot(panelsLabel(name, measures, points), {
    width,
    height: titleHeight + 6 + (isWide ? barsHeight : measures.length * (barsHeight + gap) - gap),
    marginLeft: 32,
    marginRight: 4,
    marginTop: titleHeight + 2,
    marginBottom: 4,
    x: { axis: null, domain: [0, panelWidth / Math.max(panelWidth - room, 40)] },
    y: { domain: years, label: null, padding: 0.14, axis: null },
    [isWide ? 'fx' : 'fy']: {
      domain: measures,
      axis: null,
      label: null,
      paddingInner: measures.length === 1 ? 0 : isWide ? 0.12 : gap / (barsHeight + gap),
      paddingOuter: 0,
    },
    marks: [
      Plot.barX(stated, {
        ...facet,
        x: 'length',
        y: 'fiscalYear',
        fill: ({ fiscalYear }: MeasureYear) => (fiscalYear === years.at(-1) ? 'var(--series-1)' : 'var(--series-1-soft)'),
      }),
      Plot.text(points, {
        ...facet,
        frameAnchor: 'left',
        y: 'fiscalYear',
        text: ({ fiscalYear }: MeasureYear) => shortEraYear(fiscalYear),
        textAnchor: 'end',
        dx: -6,
      }),
      Plot.text(stated, {
        ...facet,
        x: 'length',
        y: 'fiscalYear',
        text: (point: MeasureYear & { length: number }) => labels.get(point) ?? '',
        href: 'href',
        textAnchor: 'start',
        dx: 6,
      }),
      Plot.text(
        points.filter(({ value }) => value === null),
        { ...facet, x: () => 0, y: 'fiscalYear', text: () => noData, textAnchor: 'start', dx: 6, fill: 'var(--second-ink)' },
      ),
      Plot.text(measures, {
        [isWide ? 'fx' : 'fy']: (measure: string) => measure,
        text: (measure: string) => measure,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -28,
        dy: -20,
        fontSize: 13,
        fontWeight: 'bold',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
}

function largest(points: readonly MeasureYear[], measure: string): number {
  return Math.max(...points.map((point) => (point.measure === measure ? (point.value ?? 0) : 0)))
}

function panelsLabel(name: string, measures: readonly string[], points: readonly MeasureYear[]): string {
  const words = (measure: string) => points.filter((point) => point.measure === measure).map(({ fiscalYear, label }) => `${eraYear(fiscalYear)} ${label}`)
  return `${name}。${measures.map((measure) => `${measure}: ${words(measure).join('、')}`).join('。')}`
}
