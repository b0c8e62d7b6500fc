import * as Plot from '@observablehq/plot'
import { notGiven } from '../format/nothing-words.ts'
import { formatNumber } from '../format/numbers.ts'
import { eraYear, shortEraYear } from '../format/years.ts'
import type { Html } from '../markup/html.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { valuesInWords } from './values-in-words.ts'
import { wrapLabel } from './wrap.ts'

/** Participants of a course in a fiscal year; null where the document states no number although the course was held. */
export interface CourseYear {
  course: string
  fiscalYear: number
  participants: number | null
  href: string
}

/** Participants by course, the years side by side on one scale; a course that was not held in a year has no bar there. */
export function CoursesChart(courses: readonly CourseYear[], { width }: ChartSize): Html {
  const names = [...new Set(courses.map(({ course }) => course))]
  const years = [...new Set(courses.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const isWide = width >= 500
  const nameWidth = isWide ? Math.min(300, width * 0.34) : 0
  const stated = courses.filter(({ participants }) => participants !== null)
  const facet = (width - nameWidth - 8) / years.length
  const isTight = facet < 56
  const label = (name: string) => wrapLabel(name, isWide ? Math.floor(nameWidth / 12) - 1 : 26)
  const lines = Math.max(...names.map((name) => label(name).split('\n').length))
  const rowHeight = (isWide ? 11 + 15 * Math.min(lines, 2) : 42) + (isTight ? 14 : 0)
  const padding = isWide ? 0.2 : 0.55
  const middle = (rowHeight * (1 - padding)) / 2
  const values = courses.map(({ course, fiscalYear, participants }) => ({
    group: course,
    fiscalYear,
    text: participants === null ? notGiven : `${formatNumber(participants)}人`,
  }))
  return drawPlot(`研修ごとの受講者。${valuesInWords(values)}`, {
    width,
    height: names.length * rowHeight + 34,
    marginLeft: nameWidth,
    marginRight: 8,
    marginTop: 30,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(1, ...stated.map(({ participants }) => participants ?? 0))], insetRight: Math.min(48, facet * 0.4) },
    y: { domain: names, axis: null, padding },
    fx: { domain: years, label: null, axis: 'top', tickFormat: facet < 90 ? shortEraYear : (year: number) => `${eraYear(year)} (${year})`, padding: 0.06 },
    marks: [
      Plot.barX(stated, {
        x: 'participants',
        y: 'course',
        fx: 'fiscalYear',
        fill: ({ fiscalYear }: CourseYear) => (fiscalYear === years.at(-1) ? 'var(--series-1)' : 'var(--series-1-soft)'),
        insetTop: isTight ? 14 : isWide ? 0 : 4,
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      Plot.text(courses, {
        x: ({ participants }: CourseYear) => (isTight ? 0 : (participants ?? 0)),
        y: 'course',
        fx: 'fiscalYear',
        text: ({ participants }: CourseYear) => (participants === null ? (isTight ? wrapLabel(notGiven, 3) : notGiven) : formatNumber(participants)),
        href: 'href',
        textAnchor: 'start',
        dx: isTight ? 2 : 4,
        dy: isTight ? 7 - middle : isWide ? 0 : 2,
        fontSize: isTight ? 10 : 12,
      }),
      Plot.text(names, {
        y: (name: string) => name,
        fx: () => years[0],
        text: label,
        frameAnchor: 'left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -10 : 0,
        dy: isWide ? 0 : isTight ? -21 : -13,
        fontWeight: 'bold',
        ...haloed(),
      }),
    ],
  })
}
