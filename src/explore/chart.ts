import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { chartStyle, finishSvg } from '../charts/finish-svg.ts'
import { seriesColours } from '../charts/series.ts'
import { shortEraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import { dimensionOf } from './answer.ts'
import { type Cell, hindrances } from './cell.ts'
import { nothing, rowHref } from './evidence.ts'
import { moneyUnits, type Question, timeDimension } from './question.ts'
import { inUnits, labels, measureName, type Shown } from './result.ts'

const mostRows = 24
const mostLines = 6
const wideEnough = 600

/** The room for a chart in CSS pixels; without a height it may be as high as it needs. */
export interface Size {
  width: number
  height?: number
}

interface Bar {
  row: number
  rowKey: string
  columnKey: string
  value: number
  text: string
  href: string | undefined
}

/** The chart of an answer at a width; undefined where there is nothing to draw. `left` says what the chart leaves to the table. */
export function drawChart(shown: Shown, size: Size): { svg: Element; left: string } | undefined {
  const units = new Set(bars(shown, shown.answer.rowKeys).map(({ unit }) => unit))
  if (units.size !== 1 || shown.question.chart === 'none') return undefined
  return shown.question.chart === 'line' ? drawLines(shown, size) : drawBars(shown, size)
}

/** Why an answer that should have a chart has none, in words. */
export function noChart(shown: Shown): string {
  if (shown.question.chart === 'none' || shown.answer.whole.rows.length === 0) return ''
  return bars(shown, shown.answer.rowKeys).length === 0 ? '図にする値がない。' : '単位が混在するので図にしない。条件で単位を1つに絞ると図になる。'
}

function bars(shown: Shown, rowKeys: readonly string[]): (Bar & { unit: string })[] {
  const { answer, question } = shown
  return rowKeys.flatMap((rowKey, row) =>
    answer.columnKeys.flatMap((columnKey) => {
      const cell = answer.cell(rowKey, columnKey)
      if (!cell || cell.value === null) return []
      const { value, unit } = cell as Cell & { value: number }
      return [{ row, rowKey, columnKey, value, unit, text: inUnits(cell, question), href: cellHref(shown, cell) }]
    }),
  )
}

/** Amounts of yen in the unit that all of a chart share; other numbers as they are. */
function inOneUnit<B extends Bar & { unit: string }>(drawn: readonly B[], { money }: Question): readonly B[] {
  if (drawn[0]?.unit !== '円' || money !== 'yen') return drawn
  const unit = commonYenUnit(drawn.map(({ value }) => value))
  return drawn.map((bar) => ({ ...bar, text: formatYenIn(unit, bar.value) }))
}

function cellHref(evidence: Shown, { counted, operands }: Cell): string | undefined {
  const row = evidence.loaded.rows[counted[0] as number]
  return counted.length === 1 && !operands && row ? rowHref(evidence, row) : undefined
}

/** A bar for each cell, the groups of a row together, all on one scale from zero. */
function drawBars(shown: Shown, { width, height = Number.POSITIVE_INFINITY }: Size): { svg: Element; left: string } {
  const { answer, loaded, measure, question } = shown
  const isWide = width >= wideEnough
  const rowLabel = (key: string) => wrap(labels(loaded, question.rows)(key), isWide ? 19 : 27)
  const lines = isWide ? 1 : Math.max(...answer.rowKeys.map((key) => rowLabel(key).split('\n').length))
  const rowHeight = answer.columnKeys.length * 19 + (isWide ? 14 : 17 + 13 * lines)
  const rowKeys = answer.rowKeys.slice(0, Math.max(1, Math.min(mostRows, Math.floor(height / rowHeight))))
  const data = inOneUnit(bars(shown, rowKeys), question)
  const columnLabel = shortLabels(shown, question.columns)
  const columnWidth = question.columns === '' ? 0 : Math.min(isWide ? 150 : 90, 14 + 12 * Math.max(...answer.columnKeys.map((key) => columnLabel(key).length)))
  const nameWidth = isWide ? 250 : 0
  const values = data.map(({ value }) => value)
  const isLast = (key: string) => dimensionOf(loaded, question.columns)?.kind !== 'fiscal-year' || key === answer.columnKeys.at(-1)
  const missing = rowKeys.flatMap((rowKey) =>
    answer.columnKeys.flatMap((columnKey) => (data.some((bar) => bar.rowKey === rowKey && bar.columnKey === columnKey) ? [] : [{ rowKey, columnKey }])),
  )
  const nothingHere = ({ rowKey, columnKey }: (typeof missing)[number]) => {
    const hindrance = answer.cell(rowKey, columnKey)?.hindrance
    return hindrance ? hindrances[hindrance] : nothing(measure)
  }
  const svg = draw(shown, {
    width,
    height: rowKeys.length * rowHeight + 30,
    marginLeft: nameWidth + columnWidth + 4,
    marginRight: Math.max(96, 20 + 12 * Math.max(...data.map(({ text }) => textEms(text)))),
    marginTop: isWide ? 6 : 11 + 13 * lines,
    marginBottom: 6,
    x: { axis: null, domain: [Math.min(0, ...values), Math.max(0, ...values)] },
    y: { domain: [...answer.columnKeys], axis: null, padding: 0.15 },
    fy: { domain: rowKeys, label: null, axis: null, padding: isWide ? 0.16 : (15 + 13 * lines) / rowHeight },
    marks: [
      ...(question.columns === '' ? [] : [Plot.axisY({ tickFormat: columnLabel, tickSize: 0, label: null, fontSize: 12 })]),
      Plot.barX(data, {
        x: 'value',
        y: 'columnKey',
        fy: 'rowKey',
        fill: ({ columnKey }: Bar) => (isLast(columnKey) ? 'var(--series-1)' : 'var(--series-1-soft)'),
      }),
      Plot.text(missing, { x: () => 0, y: 'columnKey', fy: 'rowKey', text: nothingHere, textAnchor: 'start', dx: 5, fill: 'var(--second-ink)' }),
      Plot.text(data, { x: ({ value }: Bar) => Math.max(0, value), y: 'columnKey', fy: 'rowKey', text: 'text', href: 'href', textAnchor: 'start', dx: 5 }),
      Plot.text(rowKeys, {
        fy: (key: string) => key,
        text: rowLabel,
        frameAnchor: isWide ? 'left' : 'top-left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -columnWidth - 12 : -columnWidth,
        lineAnchor: isWide ? 'middle' : 'bottom',
        dy: isWide ? 0 : -4,
        fontWeight: 'bold',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
  tagMarks(svg, '.mark-bar rect', data)
  return { svg, left: rowKeys.length < answer.rowKeys.length ? `図は初めの${rowKeys.length}行。全${answer.rowKeys.length}行は表にある。` : '' }
}

/** A line for each group over the years, named at its end. */
function drawLines(shown: Shown, { width }: Size): { svg: Element; left: string } {
  const { answer, loaded, question } = shown
  const time = timeDimension(loaded.catalog, question)?.name
  const isTimeAcross = time === question.columns
  const series = isTimeAcross ? answer.rowKeys : answer.columnKeys
  const times = isTimeAcross ? answer.columnKeys : answer.rowKeys
  const points = bars(shown, answer.rowKeys).map((bar) => ({
    ...bar,
    time: isTimeAcross ? bar.columnKey : bar.rowKey,
    series: isTimeAcross ? bar.rowKey : bar.columnKey,
  }))
  const size = (key: string) => Math.max(...points.filter((point) => point.series === key).map(({ value }) => Math.abs(value)))
  const largest = [...series].sort((a, b) => size(b) - size(a)).slice(0, mostLines)
  const kept = series.filter((key) => largest.includes(key))
  const drawn = inOneUnit(
    points.filter((point) => kept.includes(point.series)),
    question,
  )
  const isWide = width >= wideEnough
  const name = labels(loaded, isTimeAcross ? question.rows : question.columns)
  const colours = seriesColours(kept)
  const height = 380
  const values = drawn.map(({ value }) => value)
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)]
  const timeLabel = shortLabels(shown, time ?? '')
  const endLabel = ({ series: key, text, time: last }: (typeof drawn)[number]) =>
    wrap(`${name(key)} ${text}${last === times.at(-1) ? '' : ` (${timeLabel(last)})`}`.trim(), isWide ? 25 : 9)
  const labelHeight = 4 + 13 * Math.max(1, ...drawn.map((point) => endLabel(point).split('\n').length))
  const ends = spread(
    kept.flatMap((key) => drawn.filter((point) => point.series === key).slice(-1)),
    ((greatest - least) * labelHeight) / (height - 60),
  )
  const yenUnit = drawn[0]?.unit === '円' && question.money === 'yen' ? commonYenUnit(values) : undefined
  const { yen: worth, name: money } = moneyUnits[question.money]
  const tick = (value: number) => (yenUnit ? formatYenIn(yenUnit, value) : `${(value / worth).toLocaleString('ja-JP')}${money}`)
  const tickWidth = drawn[0]?.unit === '円' ? 12 + 12 * Math.max(...[least, greatest].map((yen) => textEms(tick(yen)))) : 50
  const svg = draw(shown, {
    width,
    height,
    marginLeft: tickWidth,
    marginRight: isWide ? 320 : 130,
    marginTop: 20,
    marginBottom: 40,
    x: { type: 'point', padding: 0, domain: [...times], tickFormat: timeLabel, label: null, tickSize: 0 },
    y: { domain: [least, greatest], grid: true, ticks: 5, label: null, ...((yenUnit || drawn[0]?.unit === '円') && { tickFormat: tick }) },
    color: colours,
    marks: [
      Plot.lineY(withGaps(drawn, kept, times), { x: 'time', y: 'value', z: 'series', stroke: 'series', strokeWidth: 2 }),
      Plot.dot(drawn, {
        x: 'time',
        y: 'value',
        fill: 'series',
        r: 3.5,
        href: 'href',
        title: ({ series: key, text }: (typeof drawn)[number]) => `${name(key)} ${text}`,
      }),
      ...ends.map(({ point, y }) =>
        Plot.text([point], {
          x: () => times.at(-1),
          y: () => y,
          text: () => endLabel(point),
          textAnchor: 'start',
          dx: 10,
          fill: colours.range[kept.indexOf(point.series)] as string,
          fontWeight: 'bold',
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
  tagMarks(svg, '.mark-dot circle', drawn)
  return { svg, left: kept.length < series.length ? `図は値の大きい${mostLines}本。全${series.length}本は表にある。` : '' }
}

/** The points of some series at all times, with none where there is no data, so that no line is drawn over it. */
function withGaps<P extends { series: string; time: string; value: number }>(points: readonly P[], series: readonly string[], times: readonly string[]) {
  return series.flatMap((key) =>
    times.map((time) => points.find((point) => point.series === key && point.time === time) ?? { series: key, time, value: Number.NaN }),
  )
}

/** Tells marks which row of the table they belong to; Plot binds each to the index of its datum. */
function tagMarks(svg: Element, selector: string, data: readonly { row: number }[]): void {
  for (const mark of svg.querySelectorAll<SVGElement & { __data__?: number }>(selector)) mark.dataset.row = String(data[mark.__data__ ?? -1]?.row ?? '')
}

/** Text in lines of so many full-width characters; half-width ones count half. */
function wrap(text: string, width: number): string {
  const lines: string[] = ['']
  let used = 0
  for (const character of text) {
    const size = character.charCodeAt(0) < 0x2000 ? 0.5 : 1
    if (used + size > width) {
      lines.push('')
      used = 0
    }
    lines.push(`${lines.pop()}${character}`)
    used += size
  }
  return lines.map((line) => line.trim()).join('\n')
}

/** Labels as an axis has room for: years as R2. */
function shortLabels(shown: Shown, name: string): (key: string) => string {
  const long = labels(shown.loaded, name)
  return dimensionOf(shown.loaded, name)?.kind === 'fiscal-year' ? (key) => (key === '' ? long(key) : shortEraYear(Number(key))) : long
}

function draw(shown: Shown, options: Plot.PlotOptions): Element {
  const { loaded, measure, question } = shown
  const by = [question.rows, question.columns].flatMap((name) => dimensionOf(loaded, name)?.title ?? [])
  return finishSvg(
    Plot.plot({ style: chartStyle, ...options }),
    `${loaded.catalog.title}: ${measureName(measure, question)}、${by.join('・')}ごと。値は下の表にある`,
  )
}

/** Heights for names at the ends of lines, moved up where two would touch. */
function spread<P extends { value: number }>(points: readonly P[], distance: number): { point: P; y: number }[] {
  let lowest = Number.NEGATIVE_INFINITY
  return [...points]
    .sort((a, b) => a.value - b.value)
    .map((point) => {
      const y = Math.max(point.value, lowest)
      lowest = y + distance
      return { point, y }
    })
}
