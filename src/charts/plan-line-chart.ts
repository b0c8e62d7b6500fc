import * as Plot from '@observablehq/plot'
import { formatNumber } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import { commonYenUnit } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapText } from './wrap.ts'

/** A value of an item of a plan in a fiscal year, in yen or persons, and where it leads. */
export interface PlanLineMark {
  plan: string
  itemNo: number
  /** the item by its printed number: No.3 */
  label: string
  fiscalYear: number
  value: number
  href: string
}

/** What a chart over plans shows: values, in the order of their plans, and what was aimed at (目標, 計画). */
export interface PlanLine {
  name: string
  isMoney: boolean
  marks: readonly PlanLineMark[]
  goals: readonly PlanLineMark[]
  goalName: string
}

/** A place on the axis: an item of a plan in a year. */
type Slot = Pick<PlanLineMark, 'plan' | 'itemNo' | 'label' | 'fiscalYear'>

const sides = { left: 52, right: 12 } as const
/** The height of the name of the axis, above those of the plans. */
const axisName = 22
const bottom = 58
/** By how much a goal is wider than its column at either side. */
const overhang = 6
/** The least column that has room for its value, and the room that a value takes above a column, as shares of the highest. */
const roomInColumn = 0.25
const roomAbove = 0.2
const nameSize = 12
const nameHeight = 16

/**
 * Values year by year from plan to plan, a dashed line where a plan begins: columns from zero of money, points of persons.
 * A value short of its goal stands under the goal's mark: in its column, or under its point; over the mark where the column is too low.
 */
export function PlanLineChart({ name, isMoney, marks, goals, goalName }: PlanLine, { width }: ChartSize): Html {
  const slots = slotsOf([...marks, ...goals])
  const plans = [...new Set(slots.map(({ plan }) => plan))]
  const step = (width - sides.left - sides.right) / slots.length
  const at = (slot: Slot) => slots.findIndex((other) => isSame(other, slot))
  const isFirst = (slot: Slot) => slots.find(({ plan }) => plan === slot.plan) === slot
  const names = new Map(plans.map((plan) => [plan, wrapText(plan, (slots.filter((slot) => slot.plan === plan).length * step) / nameSize - 1)]))
  const top = Math.max(...[...names.values()].map(({ length }) => length)) * nameHeight + axisName + 12
  const unit = isMoney ? commonYenUnit([...marks, ...goals].map(({ value }) => value)) : { name: '人', yen: 1, decimals: 0 }
  const inUnit = (value: number) => formatNumber(value / unit.yen, unit.decimals)
  const place = { x: at, y: ({ value }: PlanLineMark) => value / unit.yen }
  const isNarrow = step < 62
  const highest = Math.max(...[...marks, ...goals].map(({ value }) => value))
  const goalsAbove = (mark: PlanLineMark) => goals.filter((goal) => isSame(goal, mark) && goal.value > mark.value).map(({ value }) => value)
  const isBelow = (mark: PlanLineMark) => goalsAbove(mark).length > 0 && (!isMoney || mark.value >= highest * roomInColumn)
  const labelFrom = (mark: PlanLineMark) => Math.max(mark.value, ...goalsAbove(mark).filter((goal) => goal - mark.value < highest * roomAbove))
  const inWords = (all: readonly PlanLineMark[]) => all.map((mark) => `${mark.plan} ${eraYear(mark.fiscalYear)} ${inUnit(mark.value)}${unit.name}`).join('、')
  return drawPlot(`${name}。${inWords(marks)}${goals.length > 0 ? `。${goalName} ${inWords(goals)}` : ''}`, {
    width,
    height: 240 + top,
    marginLeft: sides.left,
    marginRight: sides.right,
    marginTop: top,
    marginBottom: bottom,
    x: { type: 'band', domain: slots.map((_, index) => index), label: null, padding: 0.3 },
    y: {
      label: isMoney ? unit.name : `${unit.name} (縦軸は0から始まらない)`,
      grid: true,
      ticks: 4,
      zero: isMoney,
      nice: true,
      insetTop: 20,
      insetBottom: isMoney ? 0 : 20,
    },
    marks: [
      Plot.axisX({ tickFormat: (index: number) => slotLabel(slots, index, isNarrow), label: null, tickSize: 0 }),
      ...(isMoney ? [Plot.barY(marks, { ...place, fill: 'var(--series-1)' }), Plot.ruleY([0], { stroke: 'var(--axis)' })] : []),
      ...(isMoney ? [] : [Plot.dot(marks, { ...place, r: 5, fill: 'var(--series-1)' })]),
      Plot.tickY(goals, { ...place, stroke: 'var(--ink)', strokeWidth: 3, insetLeft: -overhang, insetRight: -overhang }),
      Plot.ruleX(
        slots.filter((slot) => isFirst(slot) && slot !== slots[0]),
        {
          x: at,
          dx: -step / 2,
          insetTop: axisName - top,
          stroke: 'var(--axis)',
          strokeWidth: 1.5,
          strokeDasharray: '5 4',
        },
      ),
      Plot.text(slots.filter(isFirst), {
        x: at,
        text: ({ plan }: Slot) => names.get(plan)?.join('\n') ?? plan,
        frameAnchor: 'top',
        textAnchor: 'start',
        lineAnchor: 'top',
        lineHeight: nameHeight / nameSize,
        dx: 6 - step / 2,
        dy: axisName - top,
        fontWeight: 'bold',
      }),
      ...[true, false].map((below) =>
        Plot.text(
          marks.filter((mark) => isBelow(mark) === below),
          {
            x: at,
            y: (mark: PlanLineMark) => (below ? mark.value : labelFrom(mark)) / unit.yen,
            text: ({ value }: PlanLineMark) => inUnit(value),
            href: 'href',
            dy: below ? 14 : -12,
            fontWeight: 'bold',
            ...(below && isMoney ? haloed('var(--on-series)', 'var(--series-1)') : haloed()),
          },
        ),
      ),
    ],
  })
}

/** Every item and year that has a mark, plan by plan in the order in which the plans begin. */
function slotsOf(marks: readonly PlanLineMark[]): Slot[] {
  const firstYear = (plan: string) => Math.min(...marks.filter((mark) => mark.plan === plan).map(({ fiscalYear }) => fiscalYear))
  const order = (a: Slot, b: Slot) =>
    firstYear(a.plan) - firstYear(b.plan) || a.plan.localeCompare(b.plan) || a.itemNo - b.itemNo || a.fiscalYear - b.fiscalYear
  return [...marks].sort(order).filter((mark, index, all) => all.findIndex((other) => isSame(other, mark)) === index)
}

function isSame(a: Slot, b: Slot): boolean {
  return a.plan === b.plan && a.itemNo === b.itemNo && a.fiscalYear === b.fiscalYear
}

/** The year of a place, and the item where its plan has several. */
function slotLabel(slots: readonly Slot[], index: number, isNarrow: boolean): string {
  const { plan, itemNo, label, fiscalYear } = slots[index] as Slot
  const isOneOfSeveral = slots.some((slot) => slot.plan === plan && slot.itemNo !== itemNo)
  const year = isNarrow ? shortEraYear(fiscalYear) : `${eraYear(fiscalYear)}\n${fiscalYear}`
  return isOneOfSeveral ? `${year}\n${label}` : year
}
