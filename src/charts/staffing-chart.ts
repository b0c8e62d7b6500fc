import * as Plot from '@observablehq/plot'
import { formatNumber } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A head count: persons planned and in fact, on a day of a fiscal year; a target has a plan alone. */
export interface HeadCountPoint {
  fiscalYear: number
  planned: number | null
  actual: number | null
  plannedHref: string
  actualHref: string
}

/** Planned and actual head counts by year: a ring for the plan, a dot for the fact, the gap between them in words. */
export function StaffingChart(points: readonly HeadCountPoint[], { width }: ChartSize): Html {
  const stated = points.filter(({ planned, actual }) => planned !== null && actual !== null)
  const years = points.map(({ fiscalYear }) => fiscalYear)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const step = (width - 108) / (last - first + 1)
  const isNarrow = step < 62
  return drawPlot(`職員数の計画と実績。${stated.map((point) => `${eraYear(point.fiscalYear)} 計画${point.planned}人、実績${point.actual}人`).join('、')}`, {
    width,
    height: 320,
    marginLeft: 52,
    marginRight: 56,
    marginTop: 28,
    marginBottom: 44,
    x: {
      type: 'point',
      domain: Array.from({ length: last - first + 1 }, (_, index) => first + index),
      ticks: years,
      tickFormat: (year: number) => (step < 34 ? shortEraYear(year) : `${isNarrow ? shortEraYear(year) : eraYear(year)}\n${year}`),
      label: null,
      tickSize: 0,
      padding: 0.4,
    },
    y: {
      label: '人 (縦軸は0から始まらない)',
      grid: true,
      ticks: wholeTicks(points),
      tickFormat: (count: number) => formatNumber(count),
      nice: true,
      inset: 26,
    },
    marks: [
      Plot.lineY(points, { x: 'fiscalYear', y: 'planned', stroke: 'var(--second-ink)', strokeDasharray: '4 4' }),
      Plot.lineY(stated, { x: 'fiscalYear', y: 'actual', stroke: 'var(--series-1)', strokeWidth: 2.5 }),
      Plot.dot(
        points.filter(({ planned }) => planned !== null),
        { x: 'fiscalYear', y: 'planned', r: 5, stroke: 'var(--second-ink)', fill: 'var(--card)' },
      ),
      Plot.dot(stated, { x: 'fiscalYear', y: 'actual', r: 5, fill: 'var(--series-1)' }),
      ...planLabels(points, isNarrow),
      ...actualLabels(stated, isNarrow),
    ],
  })
}

/** About how many ticks an axis has; over fewer persons than that, each whole number, since there is no half of one. */
const usualTicks = 5

function wholeTicks(points: readonly HeadCountPoint[]): number | number[] {
  const counts = points.flatMap(({ planned, actual }) => [planned, actual].filter((count) => count !== null))
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return most - least < usualTicks ? Array.from({ length: most - least + 1 }, (_, step) => least + step) : usualTicks
}

const labelDistance = 15

/** Whether the plan stands above the fact, so that its label goes on top. */
function isPlanAbove({ planned, actual }: HeadCountPoint): boolean {
  return (planned ?? 0) >= (actual ?? 0)
}

/** Whether a point is the last of those with or without a fact: on a narrow chart only these say what they are. */
function isLast(points: readonly HeadCountPoint[], point: HeadCountPoint): boolean {
  return points.filter(({ actual }) => (actual === null) === (point.actual === null)).at(-1) === point
}

function planLabels(points: readonly HeadCountPoint[], isNarrow: boolean): Plot.Markish[] {
  const planned = points.filter((point) => point.planned !== null)
  const name = (point: HeadCountPoint) => (isNarrow && !isLast(planned, point) ? '' : `${point.actual === null ? '目標' : '計画'} `)
  const text = (point: HeadCountPoint) => `${name(point)}${formatNumber(point.planned)}`
  return [true, false].map((isAbove) =>
    Plot.text(
      planned.filter((point) => isPlanAbove(point) === isAbove),
      { x: 'fiscalYear', y: 'planned', text, href: 'plannedHref', dy: isAbove ? -labelDistance : labelDistance, ...haloed('var(--second-ink)') },
    ),
  )
}

function actualLabels(points: readonly HeadCountPoint[], isNarrow: boolean): Plot.Markish[] {
  const text = (point: HeadCountPoint) => `${isNarrow && !isLast(points, point) ? '' : '実績 '}${formatNumber(point.actual)}`
  return [true, false].map((isAbove) =>
    Plot.text(
      points.filter((point) => isPlanAbove(point) === isAbove),
      {
        x: 'fiscalYear',
        y: 'actual',
        text,
        href: 'actualHref',
        dy: isAbove ? labelDistance : -labelDistance,
        fontWeight: 'bold',
        ...haloed('var(--series-1)'),
      },
    ),
  )
}
