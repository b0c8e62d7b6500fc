import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { PlanLineChart, type PlanLineMark } from '../../src/charts/plan-line-chart.ts'
import { drawChartsWithoutBrowser } from '../../src/pages/chart-document.ts'

drawChartsWithoutBrowser()

const labelHeight = 12
const markHeight = 3

/** The heights, from above, at which a chart of 1,230 and one other value draws the middle of the other's label and its goal's mark. */
function heightsOf(value: number, goal: number, isMoney: boolean): { label: number; mark: number } {
  const yen = isMoney ? 10_000 : 1
  const mark = (fiscalYear: number, amount: number): PlanLineMark => ({
    plan: '第1次プラン',
    itemNo: 1,
    label: 'No.1-(2)',
    fiscalYear,
    value: amount * yen,
    href: '#line-table',
  })
  const line = { name: '効果額', isMoney, marks: [mark(2020, 1230), mark(2021, value)], goals: [mark(2021, goal)], goalName: '目標' }
  const { document } = parseHTML(String(PlanLineChart(line, { width: 640 })))
  const label = [...document.querySelectorAll('text')].find(({ textContent }) => textContent === value.toLocaleString('en-US'))
  return {
    label: moved(label) + moved(label?.closest('g')),
    mark: Number(document.querySelector('.mark-tick line')?.getAttribute('y1')),
  }
}

/** How far down a part of a chart is moved. */
function moved(part: Element | null | undefined): number {
  return Number(/translate\(.*,(.*)\)/.exec(part?.getAttribute('transform') ?? '')?.[1])
}

describe('the value of a year that falls short of its goal', () => {
  it.each([
    ['in yen, by little', 1080, 1100, true],
    ['in yen, by the height of a label', 960, 1100, true],
    ['in yen, of a low column', 60, 200, true],
    ['in yen, by far', 60, 1200, true],
    ['in yen, not at all', 1045, 1000, true],
    ['in persons', 1080, 1100, false],
  ])('does not touch the mark of its goal: %s', (_, value, goal, isMoney) => {
    const { label, mark } = heightsOf(value, goal, isMoney)
    expect(Math.abs(label - mark)).toBeGreaterThan((labelHeight + markHeight) / 2)
  })
})
