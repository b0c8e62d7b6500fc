import * as Plot from '@observablehq/plot'
import { yenChangeInWords } from '../format/changes.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import type { Topic } from '../markup/topic.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapLabel } from './wrap.ts'

/** How much something rose (above zero) or fell in yen, and what its bar says besides. */
export interface Change extends Topic {
  name: string
  yen: number
  detail: string
  href: string
}

/** Changes as bars to either side of zero, in the order given; each says which way, how much, and its detail. */
export function ChangesChart(label: string, changes: readonly Change[], { width }: ChartSize): Html {
  const isWide = width >= 500
  const unit = commonYenUnit(changes.map(({ yen }) => yen))
  const text = ({ yen, detail }: Change) => `${yenChangeInWords(yen, (size) => formatYenIn(unit, size))} ${detail}`.trim()
  const colour = ({ yen }: Change) => (yen < 0 ? 'var(--below)' : 'var(--above)')
  return drawPlot(`${label}。${changes.map((change) => `${change.name} ${text(change)}`).join('、')}`, {
    width,
    height: changes.length * (isWide ? 42 : 52) + 12,
    marginLeft: isWide ? 190 : 4,
    marginRight: 170,
    marginTop: isWide ? 4 : 16,
    marginBottom: 4,
    x: { axis: null, domain: [Math.min(0, ...changes.map(({ yen }) => yen)), Math.max(1, ...changes.map(({ yen }) => yen))] },
    y: { domain: changes.map(({ name }) => name), axis: null, padding: isWide ? 0.4 : 0.55 },
    marks: [
      Plot.barX(changes, { x: 'yen', y: 'name', fill: colour }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      Plot.text(changes, {
        x: ({ yen }: Change) => Math.max(yen, 0),
        y: 'name',
        text,
        href: 'href',
        textAnchor: 'start',
        dx: 6,
        fontWeight: 'bold',
        fill: colour,
      }),
      Plot.text(changes, {
        y: 'name',
        text: ({ name }: Change) => wrapLabel(name, isWide ? 13 : 26),
        frameAnchor: 'left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -8 : 0,
        dy: isWide ? 0 : -20,
        ...haloed(),
      }),
    ],
  })
}
