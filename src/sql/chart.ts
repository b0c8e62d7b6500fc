import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { chartStyle, finishSvg } from '../charts/finish-svg.ts'
import { seriesColours } from '../charts/series.ts'
import { wrapText } from '../charts/wrap.ts'
import { shortEraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import { type Result, type Value, valueText } from '../questions/values.ts'

/** Which columns a chart is about: the number, what it is told apart by, and, for lines over the years, whose line it is. */
export interface ChartColumns {
  value: number
  /** the columns that name a bar; for lines, its years */
  names: readonly number[]
  series: readonly number[]
  isOverYears: boolean
}

const years = new Set(['年度', 'fiscal_year', 'year'])
const places = /^(?:項目番号|原文の行|桁|行|.*_no|.*_line|.*_column|part_of)$/
const mostBars = 30
const mostLines = 6
const wideEnough = 600

/** The columns whose numbers can be drawn: all numbers but years, numbers of lists and places. */
export function drawableColumns({ columns, rows }: Result): number[] {
  return columns.flatMap(({ name, isNumeric }, index) =>
    isNumeric && !years.has(name) && !places.test(name) && rows.some((row) => row[index] !== null) ? [index] : [],
  )
}

/** How a result is drawn for a column of numbers: lines where the same things come in several years, else bars. */
export function chartColumns(result: Result, value: number): ChartColumns {
  const { columns, rows } = result
  const year = columns.findIndex(({ name }) => years.has(name))
  const texts = columns.flatMap(({ name, isNumeric }, index) =>
    !isNumeric && rows.some((row) => row[index] !== null) && !/文|説明|内容|SQL/.test(name) ? [index] : [],
  )
  const names = year < 0 ? texts.slice(0, 2) : [...texts.slice(0, 2), year]
  const series = texts.slice(0, 2)
  const pairs = new Set(rows.map((row) => keyOf(row, [...series, year])))
  const isOverYears = year >= 0 && new Set(rows.map((row) => row[year])).size > 1 && pairs.size === rows.length
  return { value, names: isOverYears ? [year] : names, series: isOverYears ? series : [], isOverYears }
}

/** Draws a result; `left` says what the chart leaves to the table. */
export function drawResult(result: Result, chosen: ChartColumns, width: number): { svg: Element; left: string } {
  return chosen.isOverYears ? drawLines(result, chosen, width) : drawBars(result, chosen, width)
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

function drawBars({ columns, rows }: Result, { value, names }: ChartColumns, width: number): { svg: Element; left: string } {
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

function drawLines({ columns, rows }: Result, { value, names, series }: ChartColumns, width: number): { svg: Element; left: string } {
  const { name } = columns[value] as { name: string }
  const year = names[0] as number
  const points = rows.flatMap((row) =>
    row[value] === null || row[year] === null ? [] : [{ year: Number(row[year]), series: keyOf(row, series), value: Number(row[value]) }],
  )
  const all = [...new Set(points.map((point) => point.series))]
  const size = (key: string) => Math.max(...points.filter((point) => point.series === key).map((point) => Math.abs(point.value)))
  const kept = [...all].sort((a, b) => size(b) - size(a)).slice(0, mostLines)
  const drawn = points.filter((point) => kept.includes(point.series)).sort((a, b) => a.year - b.year)
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
    left: all.length > kept.length ? `図は値の大きい${mostLines}本。全${all.length}本は表にある。` : '',
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
