import * as Plot from '@observablehq/plot'
import { Html } from '../markup/html.ts'
import { chartStyle, finishSvg } from './finish-svg.ts'

/** How wide a chart is drawn, in CSS pixels: once for desks and paper, once for phones. */
export interface ChartSize {
  width: number
}

let makesElements: Document | undefined

/** Says what makes the elements of charts where there is no browser; in one it is the page itself. */
export function drawWith(document: Document): void {
  makesElements = document
}

/** Draws a chart to SVG; `label` is its name for those who do not see it. */
export function drawPlot(label: string, options: Plot.PlotOptions): Html {
  return new Html(finishSvg(Plot.plot({ document: makesElements ?? document, style: chartStyle, ...options }), label).outerHTML)
}
