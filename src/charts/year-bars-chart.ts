import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { noData } from '../format/numbers.ts'
import { shortEraYear } from '../format/years.ts'
import { formatYenIn, type YenUnit } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import type { Topic } from '../markup/topic.ts'
import { hatchPattern } from './hatch.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { valuesInWords } from './values-in-words.ts'
import { wrapText } from './wrap.ts'

/** A value of a group in a fiscal year, with its words and where it leads to; and the item or department that it is of, if it is of one. */
export interface YearBar extends Topic {
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

const fontSize = 12
const lineHeight = 16

/** Values by group, one bar a year, zero-based and on the same scale throughout; the last year stands out. */
export function YearBarsChart(bars: readonly YearBar[], { width }: ChartSize, { name, id, colourOf }: YearBarsOptions): Html {
  const groups = [...new Set(bars.map(({ group }) => group))]
  const years = [...new Set(bars.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const latest = years.at(-1)
  const isWide = width >= 500
  const barHeight = groups.length * years.length > 40 ? 14 : 19
  const nameWidth = width >= 900 ? 280 : 176
  const left = isWide ? nameWidth + 34 : 34
  const names = new Map(groups.map((group) => [group, wrapText(group, isWide ? nameWidth / fontSize - 1 : width / fontSize - 2)]))
  const nameHeight = Math.max(...[...names.values()].map(({ length }) => length)) * lineHeight
  const barsHeight = years.length * barHeight
  const groupHeight = isWide ? Math.max(barsHeight, nameHeight) + 14 : barsHeight + nameHeight + 14
  const gap = groupHeight - barsHeight
  const overhang = Math.max(nameHeight - barsHeight, 0) / 2
  const marginTop = 8 + (isWide ? overhang : nameHeight)
  const marginBottom = 8 + (isWide ? overhang : 0)
  const missing = groups.flatMap((group) =>
    years.filter((year) => !bars.some((bar) => bar.group === group && bar.fiscalYear === year)).map((fiscalYear) => ({ group, fiscalYear })),
  )
  const top = Math.max(...bars.flatMap(({ value, target }) => [value, target ?? 0]), 0)
  const parts = bars.filter(({ part }) => part !== undefined)
  const hatchId = (group: string) => `${id}-hatch-${width}-${groups.indexOf(group)}`
  const colour = (group: string) => colourOf?.(group) ?? 'var(--series-1)'
  const place = { y: 'fiscalYear', fy: 'group' } as const
  return drawPlot(`${name}。${valuesInWords(bars.map((bar) => ({ ...bar, text: bar.label })))}`, {
    width,
    height: marginTop + groups.length * groupHeight - gap + marginBottom,
    marginLeft: left,
    marginRight: rightMargin(bars, top, width - left),
    marginTop,
    marginBottom,
    x: { axis: null, domain: [Math.min(...bars.map(({ value }) => value), 0), top || 1] },
    y: { domain: years, label: null, tickSize: 0, padding: 0.15 },
    fy: { domain: groups, label: null, axis: null, paddingInner: groups.length > 1 ? gap / groupHeight : 0, paddingOuter: 0 },
    marks: [
      Plot.axisY({ tickFormat: shortEraYear, tickSize: 0, label: null, fontSize: 11 }),
      ...[...new Set(parts.map(({ group }) => group))].map((group) => hatchPattern(hatchId(group), colour(group))),
      Plot.barX(bars, {
        ...place,
        x: 'value',
        fill: ({ group, fiscalYear }: YearBar) => (fiscalYear === latest || colourOf ? colour(group) : 'var(--series-1-soft)'),
        fillOpacity: ({ fiscalYear }: YearBar) => (fiscalYear === latest || !colourOf ? 1 : 0.55),
      }),
      Plot.barX(parts, { ...place, x: 'part', fill: ({ group }: YearBar) => `url(#${hatchId(group)})`, stroke: ({ group }: YearBar) => colour(group) }),
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
        ...haloed(),
      }),
      Plot.text(groups, {
        fy: (group: string) => group,
        text: (group: string) => names.get(group)?.join('\n') ?? group,
        frameAnchor: isWide ? 'left' : 'top-left',
        textAnchor: isWide ? 'end' : 'start',
        lineAnchor: isWide ? 'middle' : 'bottom',
        lineHeight: lineHeight / fontSize,
        dx: -34,
        dy: isWide ? 0 : -5,
        fontWeight: 'bold',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
}

/** The room that labels need at the right of the longest bars. */
function rightMargin(bars: readonly YearBar[], top: number, width: number): number {
  const wanted = bars.map(({ label, value, target }) => textEms(label) * fontSize + 14 - (1 - Math.max(value, target ?? 0) / (top || 1)) * width * 0.5)
  return Math.max(...wanted, 24)
}

/** A label of an amount, in the unit of its chart, and its change on the year before in words: 0.84億円 45.8%減. */
export function amountLabel(unit: YenUnit, yen: number, change: string | undefined): string {
  return [formatYenIn(unit, yen), change].filter(Boolean).join(' ')
}
