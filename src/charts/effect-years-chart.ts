import * as Plot from '@observablehq/plot'
import { displayWidth } from '../../loaders/vocabulary/display-width.ts'
import { eraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { seriesColours } from './series.ts'

/** Effect of an item in a fiscal year, in yen. */
export interface EffectYear {
  itemNo: number
  /** the item by its printed number: No.3 */
  label: string
  title: string
  fiscalYear: number
  yen: number
  /** effects of a lower layer lie below the others */
  layer: number
  /** what sets it apart from those of the lowest layer */
  remark?: string | undefined
  /** where the amount stands in the source view */
  href: string
}

interface Segment extends EffectYear {
  from: number
  to: number
}

const labelHeight = 17
const height = 400
const marginTop = 28
const marginBottom = 44
const wideMarginLeft = 60
const wideMarginRight = 400
/** Room for amounts behind labels as long as No.21, and for each half-width letter that a label has beyond them. */
const narrowMarginRight = 96
const shortLabelWidth = 5
const letterWidth = 7
const padding = 0.3

/** What a layer comes to in the years that have any of it, by its name. */
export interface LayerSums {
  name: string
  sums: readonly { fiscalYear: number; yen: number }[]
}

/**
 * Effects stacked by layer and item for each fiscal year, all in one unit; the names stand at the right, level with the last year's
 * bar, and the sum of the lowest layer, by its name, at the left of each bar where there is room.
 */
export function EffectYearsChart(effects: readonly EffectYear[], { width }: ChartSize, lowest: LayerSums | undefined): Html {
  const items = [...new Set(effects.map(({ itemNo }) => itemNo))].sort((a, b) => a - b)
  const years = [...new Set(effects.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const segments = years.flatMap((year) => stack(effects.filter(({ fiscalYear }) => fiscalYear === year)))
  const totals = years.map((year) => ({
    fiscalYear: year,
    year,
    yen: Math.max(...segments.filter(({ fiscalYear }) => fiscalYear === year).map(({ to }) => to)),
  }))
  const top = Math.max(...totals.map(({ yen }) => yen))
  const isWide = width >= 500
  const lowestSums = lowest?.sums ?? []
  const unit = commonYenUnit([...effects, ...totals, ...lowestSums].map(({ yen }) => yen))
  const inUnit = (yen: number) => formatYenIn(unit, yen)
  const colours = seriesColours(items)
  const names = spread(
    segments.filter(({ fiscalYear }) => fiscalYear === years.at(-1)),
    (top * labelHeight) / (height - marginTop - marginBottom),
  )
  return drawPlot(`年度別・項目別の効果額。${totals.map(({ year, yen }) => `${eraYear(year)} ${inUnit(yen)}`).join('、')}`, {
    width,
    height,
    marginLeft: isWide ? wideMarginLeft : 44,
    marginRight: isWide ? wideMarginRight : narrowMarginRight + labelRoom(effects),
    marginTop,
    marginBottom,
    x: { type: 'band', domain: years, tickFormat: (year: number) => `${eraYear(year)}\n${year}`, label: null, padding, tickSize: 0 },
    y: { label: unit.name, grid: true, ticks: 5, tickFormat: (yen: number) => String(yen / unit.yen) },
    color: colours,
    marks: [
      Plot.rectY(segments, {
        x: 'fiscalYear',
        y1: 'from',
        y2: 'to',
        fill: 'itemNo',
        stroke: 'var(--card)',
        insetTop: 0.5,
        href: 'href',
        title: ({ fiscalYear, yen, ...segment }: Segment) => `${nameOf(segment)}、${eraYear(fiscalYear)} ${inUnit(yen)}`,
      }),
      Plot.text(totals, {
        x: 'year',
        y: 'yen',
        text: ({ yen }: { yen: number }) => (isWide ? inUnit(yen) : inUnit(yen).replace(unit.name, '')),
        dy: -10,
        ...haloed(),
        fontWeight: 'bold',
        fontSize: 14,
      }),
      ...names.map(({ segment, y }) =>
        Plot.text([segment], {
          frameAnchor: 'right',
          textAnchor: 'start',
          y: () => y,
          dx: 8,
          text: () => `${isWide ? nameOf(segment) : segment.label} ${inUnit(segment.yen)}`,
          href: () => segment.href,
          fill: colours.range[items.indexOf(segment.itemNo)] as string,
          fontWeight: 'bold',
        }),
      ),
      ...(isWide ? lowestSums : []).map((sum) =>
        Plot.text([sum], {
          x: 'fiscalYear',
          y: 'yen',
          dx: -bandWidth(width - wideMarginLeft - wideMarginRight, years.length) / 2 - 6,
          text: () => `${lowest?.name}\n${inUnit(sum.yen)}`,
          textAnchor: 'end',
          lineAnchor: 'bottom',
          dy: 6,
          fontWeight: 'bold',
          ...haloed(),
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
}

/** Heights for the names of segments: their middles, moved up where two would touch. */
function spread(segments: readonly Segment[], distance: number): { segment: Segment; y: number }[] {
  let lowest = 0
  return segments.map((segment) => {
    const y = Math.max((segment.from + segment.to) / 2, lowest)
    lowest = y + distance
    return { segment, y }
  })
}

/** The room that labels of items take beyond that of short ones. */
function labelRoom(effects: readonly EffectYear[]): number {
  return Math.max(0, ...effects.map(({ label }) => displayWidth(label) - shortLabelWidth)) * letterWidth
}

/** How wide a bar is among so many that share a width, with room between them and at both ends. */
function bandWidth(width: number, bars: number): number {
  return (width / (bars + padding)) * (1 - padding)
}

/** An item by its label and title, and what sets it apart. */
function nameOf({ label, title, remark }: Pick<EffectYear, 'label' | 'title' | 'remark'>): string {
  return `${label} ${title}${remark ? ` (${remark})` : ''}`
}

/** The effects of a year on top of each other, in the order of their layers and items. */
function stack(effects: readonly EffectYear[]): Segment[] {
  let top = 0
  return [...effects]
    .sort((a, b) => a.layer - b.layer || a.itemNo - b.itemNo)
    .map((effect) => {
      const from = top
      top += effect.yen
      return { ...effect, from, to: top }
    })
}
