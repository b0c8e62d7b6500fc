import * as Plot from '@observablehq/plot'
import { noData } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** One part of a year's column: where it starts and ends on the axis, its colour, and the words inside it. */
export interface ColumnPart {
  fiscalYear: number
  from: number
  to: number
  fill: string
  /** words in the part, left out where they would not fit */
  inside?: string
  /** the colour of the words inside */
  ink?: string
  /** where the words inside lead */
  href?: string
}

/** The words over a year's column (under it where it falls below zero), line by line; the first is bold, and the only one where columns are narrow. */
export interface ColumnHead {
  fiscalYear: number
  at: number
  lines: readonly { text: string; href: string }[]
  fill?: string
}

/** What a chart of columns shows; a year with neither part nor head has no data. */
export interface YearColumns {
  label: string
  unit: string
  years: readonly number[]
  parts: readonly ColumnPart[]
  heads: readonly ColumnHead[]
}

const height = 300
const marginLeft = 44
const marginRight = 8
const lineHeight = 16
const narrowColumn = 52

/** Columns by fiscal year from left to right, zero-based, with direct labels; columns may be stacked or fall below zero. */
export function YearColumnsChart({ label, unit, years, parts, heads }: YearColumns, { width }: ChartSize): Html {
  const step = (width - marginLeft - marginRight) / years.length
  const isNarrow = step * 0.7 < narrowColumn
  const ends = [0, ...parts.flatMap(({ from, to }) => [from, to])]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const space = height - 84
  const perPixel = (high - low || 1) / space
  const fits = ({ from, to, inside = '' }: ColumnPart) => !isNarrow && Math.abs(to - from) / perPixel > lineHeight * inside.split('\n').length + 4
  const shownLines = ({ lines }: ColumnHead) => (isNarrow ? lines.slice(0, 1) : lines)
  const empty = years.filter((year) => ![...parts, ...heads].some(({ fiscalYear }) => fiscalYear === year))
  return drawPlot(label, {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 44,
    marginBottom: 40,
    x: { type: 'band', domain: [...years], label: null, padding: 0.3 },
    y: { label: unit, grid: true, ticks: 4, domain: [low < 0 ? low - perPixel * 24 : 0, high] },
    marks: [
      Plot.axisX({ tickFormat: (year: number) => (step < 62 ? shortEraYear(year) : `${eraYear(year)}\n${year}`), label: null, tickSize: 0 }),
      Plot.rectY(parts, { x: 'fiscalYear', y1: 'from', y2: 'to', fill: 'fill', insetTop: 0.5 }),
      Plot.text(
        parts.filter((part) => part.inside && fits(part)),
        { x: 'fiscalYear', y: ({ from, to }: ColumnPart) => (from + to) / 2, text: 'inside', fill: 'ink', href: 'href', lineHeight: 1.25 },
      ),
      ...heads.flatMap((head) =>
        shownLines(head).map((line, index, lines) =>
          Plot.text([head], {
            x: 'fiscalYear',
            y: 'at',
            text: () => line.text,
            dy: head.at < 0 ? 11 + index * lineHeight : -9 - (lines.length - 1 - index) * lineHeight,
            fontWeight: index === 0 ? 'bold' : 'normal',
            fontSize: index === 0 && !isNarrow ? 14 : 12,
            ...haloed(head.fill),
            href: () => line.href,
          }),
        ),
      ),
      Plot.text(empty, { x: (year: number) => year, y: () => 0, text: () => noData, dy: -10, ...haloed('var(--second-ink)') }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
}
