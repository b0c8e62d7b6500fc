import * as Plot from '@observablehq/plot'
import { formatYen, noData } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import { hatchPattern } from './hatch.ts'
import type { Html } from './html.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** A value of a group in a fiscal year, with its words and where it leads to. */
export interface YearBar {
  group: string
  fiscalYear: number
  value: number
  label: string
  href: string
  /** what the value is made of in part (うち), hatched inside its bar */
  part?: number | undefined
  /** the target of the year, a line across its bar */
  target?: number | undefined
}

/** How a chart of year bars is drawn: its name, what hatchings are called on the page, and the colour of each group. */
export interface YearBarsOptions {
  name: string
  id: string
  colourOf?: (group: string) => string
}

/** Values by group, one bar a year, zero-based and on the same scale throughout; the last year stands out. */
export function YearBarsChart(bars: readonly YearBar[], { width }: ChartSize, { name, id, colourOf = () => 'var(--series-1)' }: YearBarsOptions): Html {
  const groups = [...new Set(bars.map(({ group }) => group))]
  const years = [...new Set(bars.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const latest = years.at(-1)
  const isWide = width >= 500
  const barHeight = groups.length * years.length > 40 ? 14 : 19
  const nameWidth = width >= 900 ? 280 : 176
  const left = isWide ? nameWidth + 34 : 34
  const missing = groups.flatMap((group) =>
    years.filter((year) => !bars.some((bar) => bar.group === group && bar.fiscalYear === year)).map((fiscalYear) => ({ group, fiscalYear })),
  )
  const top = Math.max(...bars.flatMap(({ value, target }) => [value, target ?? 0]), 0)
  const parts = bars.filter(({ part }) => part !== undefined)
  const hatchId = (group: string) => `${id}-hatch-${width}-${groups.indexOf(group)}`
  const place = { y: 'fiscalYear', fy: 'group' } as const
  return drawPlot(`${name}。${years.map(eraYear).join('、')}`, {
    width,
    height: groups.length * (years.length * barHeight + (isWide ? 14 : 32)) + 26,
    marginLeft: left,
    marginRight: Math.max(...bars.map(({ label, value }) => textWidth(label) - (1 - value / (top || 1)) * (width - left - 60)), 60) + 10,
    marginTop: isWide ? 10 : 20,
    marginBottom: 8,
    x: { axis: null, domain: [Math.min(...bars.map(({ value }) => value), 0), top || 1] },
    y: { domain: years, label: null, tickSize: 0, padding: 0.15 },
    fy: { domain: groups, label: null, axis: null, padding: isWide ? 0.16 : 0.32 },
    marks: [
      Plot.axisY({ tickFormat: shortEraYear, tickSize: 0, label: null, fontSize: 11 }),
      ...[...new Set(parts.map(({ group }) => group))].map((group) => hatchPattern(hatchId(group), colourOf(group))),
      Plot.barX(bars, {
        ...place,
        x: 'value',
        fill: ({ group }: YearBar) => colourOf(group),
        fillOpacity: ({ fiscalYear }: YearBar) => (fiscalYear === latest ? 1 : 0.55),
      }),
      Plot.barX(parts, { ...place, x: 'part', fill: ({ group }: YearBar) => `url(#${hatchId(group)})`, stroke: ({ group }: YearBar) => colourOf(group) }),
      Plot.tickX(
        bars.filter(({ target }) => target !== undefined),
        { ...place, x: 'target', stroke: 'var(--ink)', strokeWidth: 3, insetTop: -3, insetBottom: -3 },
      ),
      Plot.text(missing, { ...place, x: () => 0, text: () => noData, textAnchor: 'start', dx: 5, fill: 'var(--second-ink)' }),
      Plot.text(bars, {
        ...place,
        x: ({ value, target }: YearBar) => Math.max(value, target ?? 0, 0),
        text: 'label',
        href: 'href',
        textAnchor: 'start',
        dx: 6,
      }),
      Plot.text(groups, {
        fy: (group: string) => group,
        text: (group: string) => group,
        frameAnchor: isWide ? 'left' : 'top-left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -34 : -34,
        dy: isWide ? 0 : -17,
        lineWidth: isWide ? nameWidth / 13 : 26,
        fontWeight: 'bold',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
}

/** About how wide a label is in CSS pixels, at 12 px. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x250 ? 7 : 12), 0)
}

/** A label of an amount and its change on the year before: 4.1億円 +12.0%. */
export function amountLabel(yen: number, change: string | undefined): string {
  return change === undefined ? formatYen(yen) : `${formatYen(yen)} ${change}`
}
