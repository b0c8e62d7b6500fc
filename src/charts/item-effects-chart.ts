import * as Plot from '@observablehq/plot'
import { eraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'

/** An effect of an item in a year, in yen: the whole, a part of it (うち), or the target for it. */
export interface EffectMark {
  fiscalYear: number
  kind: 'whole' | 'part' | 'target'
  yen: number
  href: string
}

const labelled = { fontSize: 13, textAnchor: 'start', href: 'href' } as const
const left = 76
const right = 84

/** Effects of one item by year, zero-based; a part lies inside its whole, a target is a line across it. */
export function ItemEffectsChart(marks: readonly EffectMark[], { width }: ChartSize): Html {
  const years = [...new Set(marks.filter(({ kind }) => kind === 'whole').map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const ofKind = (kind: EffectMark['kind']) => marks.filter((mark) => mark.kind === kind && years.includes(mark.fiscalYear))
  const [wholes, parts, targets] = [ofKind('whole'), ofKind('part'), ofKind('target')]
  const rowHeight = 34 + (targets.length > 0 ? 16 : 0) + (parts.length > 0 ? 16 : 0)
  const barTop = targets.length > 0 ? 20 : 4
  const top = ({ fiscalYear }: EffectMark) => years.indexOf(fiscalYear) * rowHeight + barTop
  const yens = [...wholes, ...targets].map(({ yen }) => yen)
  const unit = commonYenUnit([...wholes, ...parts, ...targets].map(({ yen }) => yen))
  const inUnit = (yen: number) => formatYenIn(unit, yen)
  return drawPlot(`効果額。${wholes.map(({ fiscalYear, yen }) => `${eraYear(fiscalYear)} ${inUnit(yen)}`).join('、')}`, {
    width,
    height: years.length * rowHeight + 8,
    margin: 0,
    x: { domain: [Math.min(0, ...yens), Math.max(...yens, 1)], range: [left, width - right], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(wholes, { x1: () => 0, x2: 'yen', y1: top, y2: (mark: EffectMark) => top(mark) + 24, fill: 'var(--series-1)' }),
      Plot.rect(parts, {
        x1: () => 0,
        x2: 'yen',
        y1: (mark: EffectMark) => top(mark) + 13,
        y2: (mark: EffectMark) => top(mark) + 24,
        fill: 'var(--series-1-soft)',
      }),
      Plot.ruleX(targets, {
        x: 'yen',
        y1: (mark: EffectMark) => top(mark) - 3,
        y2: (mark: EffectMark) => top(mark) + 27,
        stroke: 'var(--ink)',
        strokeWidth: 2,
      }),
      Plot.text(years, {
        x: () => Math.min(0, ...yens),
        dx: -8,
        y: (year: number) => years.indexOf(year) * rowHeight + barTop + 12,
        text: (year: number) => `${eraYear(year)}\n${year}`,
        textAnchor: 'end',
        fontSize: 11,
      }),
      Plot.text(wholes, {
        x: ({ yen }: EffectMark) => Math.max(0, yen),
        y: (mark: EffectMark) => top(mark) + 12,
        text: ({ yen }: EffectMark) => inUnit(yen),
        dx: 6,
        fontWeight: 'bold',
        ...haloed('var(--ink)'),
        ...labelled,
      }),
      Plot.text(parts, {
        x: () => 0,
        y: (mark: EffectMark) => top(mark) + 34,
        text: ({ yen }: EffectMark) => `うち ${inUnit(yen)}`,
        dx: 2,
        ...labelled,
        fontSize: 12,
      }),
      Plot.text(targets, {
        x: 'yen',
        y: (mark: EffectMark) => top(mark) - 10,
        text: ({ yen }: EffectMark) => `目標 ${inUnit(yen)}`,
        fontSize: 12,
        textAnchor: 'middle',
        href: 'href',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)', y1: 0, y2: years.length * rowHeight }),
    ],
  })
}
