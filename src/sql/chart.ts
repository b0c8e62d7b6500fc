import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { chartStyle, finishSvg } from '../charts/finish-svg.ts'
import { seriesColours } from '../charts/series.ts'
import { wrapText } from '../charts/wrap.ts'
import { shortEraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import { type Result, type Value, valueText } from '../questions/values.ts'

/** Which columns a chart is about: the number, what it is told apart by, and, for lines over the years, whose line it is. */
interface ChartColumns {
  value: number
  /** the columns that name a bar */
  names: readonly number[]
  /** the column of years; -1 where there is none */
  year: number
  series: readonly number[]
  isOverYears: boolean
}

const years = new Set(['年度', 'fiscal_year', 'year'])
const places = /^(?:項目番号|原文の行|桁|行|.*_no|.*_line|.*_column|part_of)$/
const mostBars = 30
const mostLines = 6
const mostPanels = 12
const mostDots = 2000
const mostNamedDots = 12
const wideEnough = 600

/** The columns whose numbers can be drawn: all numbers but years, numbers of lists and places. */
export function drawableColumns({ columns, rows }: Result): number[] {
  return columns.flatMap(({ name, isNumeric }, index) =>
    isNumeric && !years.has(name) && !places.test(name) && rows.some((row) => row[index] !== null) ? [index] : [],
  )
}

/** The kinds of charts, with their names. */
export const chartKinds = { lines: '折れ線', bars: '棒', panels: '小さな図を並べる', dots: '散布図' } as const

export type ChartKind = keyof typeof chartKinds

/** What is drawn: a kind of chart of a column of numbers, and for dots the column that they stand across by. */
export interface AskedChart {
  kind: ChartKind
  value: number
  across: number
}

/** The kinds that a result can be drawn as, the one that fits best first: lines and panels over years, dots of two columns of numbers. */
export function kindsOf(result: Result): ChartKind[] {
  const [value, ...others] = drawableColumns(result)
  if (value === undefined) return []
  const { isOverYears, series } = chartColumns(result, value)
  const overYears: ChartKind[] = isOverYears ? ['lines', 'bars', ...(series.length > 0 ? ['panels' as const] : [])] : ['bars']
  return [...overYears, ...(others.length > 0 ? ['dots' as const] : [])]
}

/** How a result is drawn for a column of numbers: over its years where the same things come in several. */
function chartColumns(result: Result, value: number): ChartColumns {
  const { columns, rows } = result
  const year = columns.findIndex(({ name }) => years.has(name))
  const texts = columns.flatMap(({ name, isNumeric }, index) =>
    !isNumeric && rows.some((row) => row[index] !== null) && !/文|説明|内容|SQL/.test(name) ? [index] : [],
  )
  const names = [...texts.slice(0, 2), ...(year < 0 ? [] : [year])]
  const series = texts.slice(0, 2)
  const pairs = new Set(rows.map((row) => keyOf(row, [...series, year])))
  const isOverYears = year >= 0 && new Set(rows.map((row) => row[year])).size > 1 && pairs.size === rows.length
  return { value, names, year, series: isOverYears ? series : [], isOverYears }
}

/** Draws a result; `left` says what the chart leaves to the table. */
export function drawResult(result: Result, { kind, value, across }: AskedChart, width: number): Drawn {
  const chosen = chartColumns(result, value)
  if (kind === 'dots') return drawDots(result, chosen, across, width)
  if (kind === 'bars' || !chosen.isOverYears) return drawBars(result, chosen, width)
  return kind === 'lines' ? drawLines(result, chosen, width) : drawPanels(result, chosen, width)
}

interface Drawn {
  svg: Element
  left: string
}

function keyOf(row: readonly Value[], columns: readonly number[]): string {
  return columns
    .map((column) => valueText(row[column] as Value) ?? '')
    .join(' ')
    .trim()
}

/** The label of each value of a column in a chart: amounts of yen in one unit that all of them share. */
function labelsOf(name: string, values: readonly number[]): (value: number) => string {
  if (!/円$|_yen$/.test(name)) return (value) => value.toLocaleString('ja-JP', { maximumFractionDigits: 2 })
  const unit = commonYenUnit(values)
  return (value) => formatYenIn(unit, value)
}

function drawBars({ columns, rows }: Result, { value, names }: ChartColumns, width: number): Drawn {
  const { name } = columns[value] as { name: string }
  const bars = rows.flatMap((row, index) =>
    row[value] === null ? [] : [{ key: String(index), name: keyOf(row, names) || String(index + 1), value: Number(row[value]) }],
  )
  const drawn = bars.slice(0, mostBars)
  const nameEms = width >= wideEnough ? 20 : 10
  const lines = (text: string) => wrapText(text, nameEms)
  const nameWidth = 12 * Math.min(nameEms, Math.max(2, ...drawn.map((bar) => textEms(bar.name)))) + 16
  const values = drawn.map((bar) => bar.value)
  const label = labelsOf(name, values)
  const rowHeight = 14 + 14 * Math.max(1, ...drawn.map((bar) => lines(bar.name).length))
  const svg = Plot.plot({
    style: chartStyle,
    width,
    height: drawn.length * rowHeight + 20,
    marginLeft: nameWidth,
    marginRight: Math.max(96, 20 + 12 * Math.max(...values.map((value) => textEms(label(value))))),
    marginTop: 4,
    marginBottom: 8,
    x: { axis: null, domain: [Math.min(0, ...values), Math.max(0, ...values)] },
    y: { domain: drawn.map(({ key }) => key), axis: null, padding: 0.3 },
    marks: [
      Plot.barX(drawn, { x: 'value', y: 'key', fill: 'var(--series-1)' }),
      Plot.text(drawn, {
        x: (bar: { value: number }) => Math.max(0, bar.value),
        y: 'key',
        text: (bar: { value: number }) => label(bar.value),
        textAnchor: 'start',
        dx: 5,
      }),
      Plot.text(drawn, { y: 'key', text: (bar: { name: string }) => lines(bar.name).join('\n'), frameAnchor: 'left', textAnchor: 'end', dx: -8 }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
  return {
    svg: finishSvg(svg, `${name}の棒グラフ。値は下の表にある`),
    left: bars.length > drawn.length ? `図は初めの${mostBars}行。全${rows.length}行は表にある。` : '',
  }
}

/** A value of a series in a year. */
interface YearPoint {
  year: number
  series: string
  value: number
}

/** The values of the series whose values are the largest, in the order of their years; of how many series. */
function yearPoints({ rows }: Result, { value, year, series }: ChartColumns, mostSeries: number): { drawn: YearPoint[]; kept: string[]; all: number } {
  const points = rows.flatMap((row) =>
    row[value] === null || row[year] === null ? [] : [{ year: Number(row[year]), series: keyOf(row, series), value: Number(row[value]) }],
  )
  const all = [...new Set(points.map((point) => point.series))]
  const size = (key: string) => Math.max(...points.filter((point) => point.series === key).map((point) => Math.abs(point.value)))
  const kept = [...all].sort((a, b) => size(b) - size(a)).slice(0, mostSeries)
  return { drawn: points.filter((point) => kept.includes(point.series)).sort((a, b) => a.year - b.year), kept, all: all.length }
}

/** A small chart of bars for each series, all of one scale. */
function drawPanels(result: Result, chosen: ChartColumns, width: number): Drawn {
  const { name } = result.columns[chosen.value] as { name: string }
  const { drawn, kept, all } = yearPoints(result, chosen, mostPanels)
  const perRow = width >= wideEnough ? 3 : 1
  const at = (key: string) => ({ column: kept.indexOf(key) % perRow, row: Math.floor(kept.indexOf(key) / perRow) })
  const label = labelsOf(
    name,
    drawn.map((point) => point.value),
  )
  const heads = kept.map((key) => ({ ...at(key), text: wrapText(key, Math.floor(width / perRow / 13) - 1).join('\n') }))
  const headLines = Math.max(1, ...heads.map(({ text }) => text.split('\n').length))
  const svg = Plot.plot({
    style: chartStyle,
    width,
    height: Math.ceil(kept.length / perRow) * (150 + 15 * headLines) + 30,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 30 + 15 * headLines,
    marginBottom: 28,
    fx: { axis: null, domain: Array.from({ length: perRow }, (_, index) => index) },
    fy: { axis: null, padding: 0.3 },
    x: { type: 'band', tickFormat: shortEraYear, label: null, tickSize: 0 },
    y: { axis: null },
    marks: [
      Plot.barY(drawn, {
        fx: (point: YearPoint) => at(point.series).column,
        fy: (point: YearPoint) => at(point.series).row,
        x: 'year',
        y: 'value',
        fill: 'var(--series-1)',
      }),
      Plot.text(drawn, {
        fx: (point: YearPoint) => at(point.series).column,
        fy: (point: YearPoint) => at(point.series).row,
        x: 'year',
        y: (point: YearPoint) => Math.max(0, point.value),
        text: (point: YearPoint) => label(point.value),
        dy: -8,
      }),
      Plot.text(heads, { fx: 'column', fy: 'row', text: 'text', frameAnchor: 'top-left', lineAnchor: 'bottom', dy: -22, fontWeight: 'bold' }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
  return {
    svg: finishSvg(svg, `${name}を${kept.length}つの小さな棒グラフに並べた図、年度ごと。値は下の表にある`),
    left: all > kept.length ? `図は値の大きい${mostPanels}つ。全${all}つは表にある。` : '',
  }
}

/** Rows as dots by two columns of numbers, with their names where there is room. */
function drawDots({ columns, rows }: Result, { value, names }: ChartColumns, across: number, width: number): Drawn {
  const [up, along] = [columns[value]?.name ?? '', columns[across]?.name ?? '']
  const dots = rows.flatMap((row) =>
    row[value] === null || row[across] === null ? [] : [{ x: Number(row[across]), y: Number(row[value]), name: keyOf(row, names) }],
  )
  const drawn = dots.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)).slice(0, mostDots)
  const [upLabel, alongLabel] = [
    labelsOf(
      up,
      drawn.map(({ y }) => y),
    ),
    labelsOf(
      along,
      drawn.map(({ x }) => x),
    ),
  ]
  const isNamed = drawn.length <= mostNamedDots && width >= wideEnough
  const svg = Plot.plot({
    style: chartStyle,
    width,
    height: 440,
    marginLeft: Math.max(56, 12 + 12 * Math.max(0, ...drawn.map(({ y }) => textEms(upLabel(y))))),
    marginRight: isNamed ? 180 : 30,
    marginTop: 34,
    marginBottom: 50,
    x: {
      grid: true,
      nice: true,
      ticks: Math.max(2, Math.round(width / 200)),
      tickFormat: alongLabel,
      label: `${along} →`,
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: { grid: true, nice: true, ticks: 5, tickFormat: upLabel, label: `↑ ${up}`, labelArrow: 'none' },
    marks: [
      Plot.dot(drawn, { x: 'x', y: 'y', r: 4, fill: 'var(--series-1)', title: ({ x, y, name }) => `${name} ${along} ${alongLabel(x)}、${up} ${upLabel(y)}` }),
      Plot.text(isNamed ? drawn : [], { x: 'x', y: 'y', text: 'name', textAnchor: 'start', dx: 8 }),
    ],
  })
  return {
    svg: finishSvg(svg, `${along}と${up}の散布図。値は下の表にある`),
    left: dots.length > drawn.length ? `図は初めの${drawn.length}点。全${rows.length}行は表にある。` : '',
  }
}

function drawLines(result: Result, chosen: ChartColumns, width: number): Drawn {
  const { name } = result.columns[chosen.value] as { name: string }
  const { drawn, kept, all } = yearPoints(result, chosen, mostLines)
  const [first, last] = [Math.min(...drawn.map((point) => point.year)), Math.max(...drawn.map((point) => point.year))]
  const withGaps = kept.flatMap((key) =>
    Array.from(
      { length: last - first + 1 },
      (_, step) => drawn.find((point) => point.series === key && point.year === first + step) ?? { year: first + step, series: key, value: Number.NaN },
    ),
  )
  const isWide = width >= wideEnough
  const values = drawn.map((point) => point.value)
  const label = labelsOf(name, values)
  const height = 400
  const domain = [Math.min(0, ...values), Math.max(0, ...values)] as const
  const ems = isWide ? 24 : 9
  const endText = (point: (typeof drawn)[number]) => wrapText(`${point.series} ${label(point.value)}`, ems)
  const ends = spread(
    kept.flatMap((key) => drawn.filter((point) => point.series === key).slice(-1)),
    (point) => (endText(point).length * 14 + 4) * ((domain[1] - domain[0]) / (height - 60)),
  )
  const colours = seriesColours(kept)
  const svg = Plot.plot({
    style: chartStyle,
    width,
    height,
    marginLeft: Math.max(72, 12 + 12 * Math.max(...domain.map((end) => textEms(label(end))))),
    marginRight: isWide ? 310 : 120,
    marginTop: 20,
    marginBottom: 40,
    x: {
      type: 'point',
      domain: Array.from({ length: last - first + 1 }, (_, step) => first + step),
      tickFormat: shortEraYear,
      label: null,
      tickSize: 0,
      padding: 0.1,
    },
    y: { domain: [...domain], grid: true, ticks: 5, label: null, tickFormat: label },
    color: colours,
    marks: [
      Plot.lineY(withGaps, { x: 'year', y: 'value', z: 'series', stroke: 'series', strokeWidth: 2 }),
      Plot.dot(drawn, { x: 'year', y: 'value', fill: 'series', r: 3.5 }),
      ...ends.map(({ point, y }) =>
        Plot.text([point], {
          x: () => last,
          y: () => y,
          text: () => endText(point).join('\n'),
          textAnchor: 'start',
          dx: 10,
          fill: colours.range[kept.indexOf(point.series)] as string,
          fontWeight: 'bold',
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
  return {
    svg: finishSvg(svg, `${name}の折れ線グラフ、年度ごと。値は下の表にある`),
    left: all > kept.length ? `図は値の大きい${mostLines}本。全${all}本は表にある。` : '',
  }
}

/** Heights for names at the ends of lines, moved up where two would touch; a name takes as much room as it has lines. */
function spread<P extends { value: number }>(points: readonly P[], room: (point: P) => number): { point: P; y: number }[] {
  let lowest = Number.NEGATIVE_INFINITY
  return [...points]
    .sort((a, b) => a.value - b.value)
    .map((point) => {
      const y = Math.max(point.value, lowest + room(point) / 2)
      lowest = y + room(point) / 2
      return { point, y }
    })
}
