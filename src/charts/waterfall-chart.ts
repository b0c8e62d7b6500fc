import * as Plot from '@observablehq/plot'
import { formatYen } from '../format/numbers.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapLabel } from './wrap.ts'

/** A step of a waterfall in yen: a whole stands on zero, a change hangs between where it starts and ends. */
export interface WaterfallStep {
  name: string
  kind: 'whole' | 'change'
  fromYen: number
  toYen: number
  href: string
}

/** An amount with its sign: +1,486万円, −3,843万円. */
export function signedYen(yen: number): string {
  return yen > 0 ? `+${formatYen(yen)}` : formatYen(yen)
}

/** What led from one amount to another, from top to bottom; each change starts where the one above it ended. */
export function WaterfallChart(steps: readonly WaterfallStep[], { width }: ChartSize): Html {
  const isWide = width >= 500
  const names = steps.map(({ name }) => name)
  const top = Math.max(1, ...steps.flatMap(({ fromYen, toYen }) => [fromYen, toYen]))
  const nameWidth = isWide ? 190 : 0
  const room = 92
  const unit = commonYenUnit(steps.map(stepYen))
  const text = (step: WaterfallStep) => `${step.kind === 'change' && stepYen(step) > 0 ? '+' : ''}${formatYenIn(unit, stepYen(step))}`
  const colour = ({ kind, fromYen, toYen }: WaterfallStep) => (kind === 'whole' ? 'var(--series-6)' : toYen < fromYen ? 'var(--below)' : 'var(--above)')
  return drawPlot(`${steps.map((step) => `${step.name} ${text(step)}`).join('、')}`, {
    width,
    height: steps.length * (isWide ? 36 : 46) + 12,
    marginLeft: nameWidth,
    marginRight: room,
    marginTop: isWide ? 4 : 14,
    marginBottom: 4,
    x: { axis: null, domain: [0, top] },
    y: { domain: names, axis: null, padding: isWide ? 0.3 : 0.55 },
    marks: [
      Plot.link(
        steps.slice(1).map((step, index) => ({ from: steps[index]?.name ?? '', to: step.name, yen: steps[index]?.toYen ?? 0 })),
        { x: 'yen', y1: 'from', y2: 'to', stroke: 'var(--axis)', strokeDasharray: '2 3' },
      ),
      Plot.barX(steps, {
        x1: ({ fromYen, toYen }: WaterfallStep) => Math.min(fromYen, toYen),
        x2: ({ fromYen, toYen }: WaterfallStep) => Math.max(fromYen, toYen),
        y: 'name',
        fill: colour,
        stroke: colour,
        strokeWidth: 1,
      }),
      Plot.text(steps, {
        x: ({ fromYen, toYen }: WaterfallStep) => Math.max(fromYen, toYen),
        y: 'name',
        text,
        href: 'href',
        textAnchor: 'start',
        dx: 6,
        fontWeight: 'bold',
        fill: (step: WaterfallStep) => (step.kind === 'whole' ? 'currentColor' : colour(step)),
      }),
      Plot.text(names, {
        y: (name: string) => name,
        text: (name: string) => wrapLabel(name, isWide ? 15 : 28),
        frameAnchor: 'left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -8 : 0,
        dy: isWide ? 0 : -18,
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
    ],
  })
}

/** What a step says: how much a whole is, or by how much a change moves. */
function stepYen({ kind, fromYen, toYen }: WaterfallStep): number {
  return kind === 'whole' ? toYen : toYen - fromYen
}
