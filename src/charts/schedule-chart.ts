import * as Plot from '@observablehq/plot'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { wrapText } from './wrap.ts'

/** An initiative planned in a year: its workstream, its circled number, what is noted beside it, and where it stands. */
export interface PlannedInitiative {
  workstreamNo: number
  workstream: string
  fiscalYear: number
  initiativeNo: number | null
  note: string | null
  href: string
}

interface Lane {
  y: number
  cells: readonly PlannedInitiative[]
}

const headHeight = 40
const laneHeight = 24
const lineHeight = 17
const letterWidth = 12.5

/** The circled form of a number: 3 → ③. */
export function circled(no: number): string {
  return no >= 1 && no <= 20 ? String.fromCharCode(0x2460 + no - 1) : `(${no})`
}

/** The schedule as a strip: years from left to right, workstreams from top to bottom, in each a bar for each initiative. */
export function ScheduleChart(planned: readonly PlannedInitiative[], years: readonly number[], { width }: ChartSize): Html {
  const { names, lanes, height } = layOut(planned, width)
  const [first = 0, last = 0] = [Math.min(...years), Math.max(...years)]
  const isWide = width / years.length >= 84
  return drawPlot(`改善スケジュール。${lanes.map(laneInWords).join('、')}`, {
    width,
    height,
    margin: 0,
    x: { domain: [first, last + 1], range: [0, width], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.ruleX([...years.slice(1)], { stroke: 'var(--rule)', y1: 0, y2: height }),
      Plot.text([...years], { x: middle, y: () => 11, text: isWide ? eraYear : shortEraYear, fontWeight: 'bold', fontSize: 13 }),
      Plot.text([...years], { x: middle, y: () => 27, text: String, fill: 'var(--second-ink)', fontSize: 11 }),
      ...names.map(({ text, y }) =>
        Plot.text([text], {
          x: () => first,
          y: () => y,
          text: (name: string) => name,
          textAnchor: 'start',
          fontWeight: 'bold',
          fontSize: 12.5,
          dx: 2,
          ...haloed(),
        }),
      ),
      ...lanes.flatMap(laneMarks),
    ],
  })
}

function middle(year: number): number {
  return year + 0.5
}

/** Names over their lanes, from top to bottom. */
function layOut(planned: readonly PlannedInitiative[], width: number): { names: { text: string; y: number }[]; lanes: Lane[]; height: number } {
  const names: { text: string; y: number }[] = []
  const lanes: Lane[] = []
  let y = headHeight
  for (const no of [...new Set(planned.map(({ workstreamNo }) => workstreamNo))]) {
    const cells = planned.filter(({ workstreamNo }) => workstreamNo === no)
    for (const text of wrapText(cells[0]?.workstream ?? '', Math.floor(width / letterWidth) - 1)) {
      names.push({ text, y: y + lineHeight / 2 })
      y += lineHeight
    }
    y += 3
    for (const initiative of [...new Set(cells.map(({ initiativeNo }) => initiativeNo))].sort((a, b) => (a ?? 0) - (b ?? 0))) {
      lanes.push({ y, cells: cells.filter(({ initiativeNo }) => initiativeNo === initiative) })
      y += laneHeight
    }
    y += 10
  }
  return { names, lanes, height: y }
}

function laneMarks({ y, cells }: Lane): Plot.Markish[] {
  return [
    Plot.rect(runs(cells), {
      x1: 'from',
      x2: 'to',
      y1: () => y + 1,
      y2: () => y + laneHeight - 3,
      insetLeft: 3,
      insetRight: 3,
      rx: 4,
      fill: 'var(--series-1)',
    }),
    Plot.text(cells, {
      x: ({ fiscalYear }: PlannedInitiative) => middle(fiscalYear),
      y: () => y + laneHeight / 2 - 1,
      text: mark,
      href: 'href',
      fill: 'var(--on-series)',
      fontWeight: 'bold',
      fontSize: 13,
    }),
  ]
}

function mark({ initiativeNo, note }: PlannedInitiative): string {
  return [initiativeNo === null ? '' : circled(initiativeNo), note ?? ''].filter(Boolean).join(' ')
}

/** Years one after the other as one bar. */
function runs(cells: readonly PlannedInitiative[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const year of cells.map(({ fiscalYear }) => fiscalYear).sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last?.to === year) last.to = year + 1
    else found.push({ from: year, to: year + 1 })
  }
  return found
}

function laneInWords({ cells }: Lane): string {
  return `${cells[0]?.workstream} ${cells.map((cell) => `${eraYear(cell.fiscalYear)} ${mark(cell)}`).join(' ')}`
}
